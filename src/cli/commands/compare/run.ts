import { InputError } from "../../../exact/inputError.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { type Sources, readSources } from "../../files/sources.js";
import { withOutput } from "../../files/withOutput.js";
import { requireNetworkName } from "../../files/writeNetwork.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { toleranceOption, withinOption } from "../../options/rangeOption.js";
import { EXIT } from "../../terminal/errors.js";
import { waiting } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { CompareChoices } from "./compared.js";
import { compareLines } from "./lines.js";
import type { CompareReport } from "./report.js";

/** Options of `equiloss compare`. */
export interface CompareOptions extends CommonOptions {
  readonly activation?: string;
  readonly within?: string;
  readonly data?: string;
  readonly tolerance?: string;
  readonly apply?: boolean;
  readonly output?: string;
}

/** Runs `equiloss compare a b`. */
export async function runCompare(a: string, b: string, options: CompareOptions): Promise<number> {
  const budget = memoryBudget(options.maxMemory);
  const choices = compareChoices(options);
  const output = outputOf(options);
  const inputs = { a, b, data: options.data };
  const work = (sources: Sources<typeof inputs>): Promise<CompareReport> =>
    runAlone(
      "compare",
      { ...present(sources), a: sources.a, b: sources.b, ...choices, ...present({ output }) },
      { budget, bar: waiting("comparing"), sources },
    );
  const report =
    output === undefined
      ? await work(await readSources(inputs, budget))
      : await withOutput({ option: "--output", output, what: "a network", inputs, budget }, work);
  printResult(options, "compare", report, compareLines);
  return report.verdict === "different" || report.verdict === "undecided" ? EXIT.failed : EXIT.held;
}

/** What was typed, read. @throws InputError that names the option at fault. */
function compareChoices(options: CompareOptions): CompareChoices {
  const { activation: typed, within, data, tolerance } = options;
  const activation =
    typed === undefined ? undefined : placed("--activation", () => boundedActivation(typed).name);
  if (within === undefined && data === undefined && tolerance !== undefined)
    throw new InputError("there is nothing to bound", "add --within or --data", "--tolerance");
  return {
    ...present({
      activation,
      tolerance: tolerance === undefined ? undefined : toleranceOption(tolerance),
    }),
    ...withinOption(within),
  };
}

/** @throws InputError if one of --apply and -o is given without the other. */
function outputOf({ apply, output }: CompareOptions): string | undefined {
  if (output !== undefined) requireNetworkName(output);
  if ((apply === true) === (output !== undefined)) return output;
  throw apply === true
    ? new InputError("nowhere to write to", "name a file by -o", "--apply")
    : new InputError("nothing to write", "add --apply, which writes B in the order of A", "--output");
}
