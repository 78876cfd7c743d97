import { InputError } from "../../../exact/inputError.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { decimalOption } from "../../options/decimalOption.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import type { Source } from "../../files/sources.js";

/** Options of `equiloss classify`. */
export interface ClassifyCommandOptions extends CommonOptions {
  readonly tolerance?: string;
  readonly auto?: boolean;
  readonly activation?: string;
  readonly within?: string;
  readonly data?: string;
  readonly prune?: boolean;
  readonly output?: string;
}

/** What was typed, read: plain data. Rationals are "p/q". */
export interface ClassifyChoices {
  /** Left out to look for one in the largest gap. */
  readonly tolerance?: string;
  readonly activation?: string;
  readonly within?: readonly [low: string, high: string];
}

/** What `equiloss classify` is asked. */
export interface ClassifyRequest extends ClassifyChoices {
  readonly network: Source;
  readonly data?: Source;
  /** Where the pruned network goes. */
  readonly output?: string;
}

/** Reads the options. @throws InputError that names the option at fault. */
export function classifyChoices(options: ClassifyCommandOptions): ClassifyChoices {
  const { within, data, prune, output } = options;
  if (options.activation === undefined && (within !== undefined || data !== undefined)) {
    const option = within === undefined ? "--data" : "--within";
    throw new InputError("what the network computes depends on σ", "name it by --activation", option);
  }
  if ((prune === true) !== (output !== undefined)) {
    throw prune === true
      ? new InputError("the pruned network needs a file", "name one by -o", "--prune")
      : new InputError("nothing is written without --prune", "add --prune, or leave it out", "--output");
  }
  const { activation: typed } = options;
  const activation =
    typed === undefined ? undefined : placed("--activation", () => boundedActivation(typed).name);
  return present({ tolerance: toleranceOf(options), activation, within: boxOf(within) });
}

function toleranceOf({ tolerance, auto }: ClassifyCommandOptions): string | undefined {
  if (tolerance === undefined) return undefined;
  if (auto === true) throw new InputError("excludes --tolerance", "leave out one of both", "--auto");
  const value = decimalOption("--tolerance", tolerance);
  if (value.compare(0n) >= 0) return formatRational(value);
  throw new InputError(`${tolerance} is negative`, "give 0 or more", "--tolerance");
}

function boxOf(text: string | undefined): readonly [string, string] | undefined {
  if (text === undefined) return undefined;
  const [low, high, ...more] = text.split(":");
  if (low === undefined || high === undefined || more.length > 0) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a range`,
      "write LOW:HIGH, such as -5:5, for all inputs from -5 to 5",
      "--within",
    );
  }
  const [from, to] = [decimalOption("--within", low), decimalOption("--within", high)];
  if (from.compare(to) > 0)
    throw new InputError(`the range from ${low} to ${high} is empty`, "give the lower end first", "--within");
  return [formatRational(from), formatRational(to)];
}
