import { InputError } from "../../../exact/inputError.js";
import { type ActivationFacts, activationFacts } from "../../../trained/bounds/activationFacts.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { type Within, toleranceOption, withinOption } from "../../options/rangeOption.js";
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
  readonly certificate?: string;
}

/** What was typed, read: plain data. Rationals are "p/q". */
export interface ClassifyChoices extends Within {
  /** Left out to look for one in the largest gap. */
  readonly tolerance?: string;
  readonly activation?: string;
}

/** What `equiloss classify` is asked. */
export interface ClassifyRequest extends ClassifyChoices {
  readonly network: Source;
  readonly data?: Source;
  /** Where the pruned network goes. */
  readonly output?: string;
  /** Where the certificate of the bound goes. */
  readonly certificate?: string;
}

/** Reads the options. @throws InputError that names the option at fault. */
export function classifyChoices(options: ClassifyCommandOptions): ClassifyChoices {
  const { within, prune, output } = options;
  if ((prune === true) !== (output !== undefined)) {
    throw prune === true
      ? new InputError("the pruned network needs a file", "name one by -o", "--prune")
      : new InputError("nothing is written without --prune", "add --prune, or leave it out", "--output");
  }
  const { activation: typed } = options;
  const activation =
    typed === undefined ? undefined : placed("--activation", () => boundedActivation(typed).name);
  if (options.certificate !== undefined) requireCertifiable(options, activation);
  return { ...present({ tolerance: toleranceOf(options), activation }), ...withinOption(within) };
}

/** A certificate is about what was pruned, a box, and an activation that the checker knows. */
function requireCertifiable({ within, prune }: ClassifyCommandOptions, activation: string | undefined): void {
  if (prune !== true || within === undefined)
    throw new InputError(
      "a certificate is of a bound on what pruning changes",
      "give --prune, -o, --activation and --within, too",
      "--certificate",
    );
  if (within.startsWith("ball:"))
    throw new InputError("the checker knows ranges, no balls", "give a range, such as -5:5", "--within");
  // Where none is named, the file may tell one.
  if (activation !== undefined) factsFor(activation);
}

/** @throws InputError unless the checker knows the activation. */
export function factsFor(activation: string): ActivationFacts {
  const facts = activationFacts(activation);
  if (facts !== undefined) return facts;
  throw new InputError(
    `the checker knows no bounds of ${activation}`,
    "leave it out, or name an activation that is no formula",
    "--certificate",
  );
}

function toleranceOf({ tolerance, auto }: ClassifyCommandOptions): string | undefined {
  if (tolerance === undefined) return undefined;
  if (auto === true) throw new InputError("excludes --tolerance", "leave out one of both", "--auto");
  return toleranceOption(tolerance);
}
