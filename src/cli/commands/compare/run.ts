import { InputError } from "../../../exact/inputError.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { type Sources, readSources } from "../../files/sources.js";
import { withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { placed } from "../../options/placed.js";
import { present } from "../../options/present.js";
import { EXIT } from "../../terminal/errors.js";
import { waiting } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { compareLines } from "./lines.js";
import type { CompareReport } from "./report.js";

/** Options of `equiloss compare`. */
export interface CompareOptions extends CommonOptions {
  readonly activation?: string;
  readonly apply?: boolean;
  readonly output?: string;
}

/** Runs `equiloss compare a b`. */
export async function runCompare(a: string, b: string, options: CompareOptions): Promise<number> {
  const budget = memoryBudget(options.maxMemory);
  const activation = placedActivation(options.activation);
  const output = outputOf(options);
  const inputs = { a, b };
  const work = (sources: Sources<typeof inputs>): Promise<CompareReport> =>
    runAlone(
      "compare",
      { ...sources, ...present({ activation, output }) },
      { budget, bar: waiting("comparing"), sources },
    );
  const report =
    output === undefined
      ? await work(await readSources(inputs, budget))
      : await withOutput({ option: "--output", output, content: "a network", inputs, budget }, work);
  printResult(options, "compare", report, compareLines);
  return report.verdict.startsWith("same") ? EXIT.held : EXIT.failed;
}

function placedActivation(text: string | undefined): string | undefined {
  return text === undefined ? undefined : placed("--activation", () => boundedActivation(text)).name;
}

/** @throws InputError if one of --apply and -o is given without the other. */
function outputOf({ apply, output }: CompareOptions): string | undefined {
  if ((apply === true) === (output !== undefined)) return output;
  throw apply === true
    ? new InputError("nowhere to write to", "name a file by -o", "--apply")
    : new InputError("nothing to write", "add --apply, which writes B in the order of A", "--output");
}
