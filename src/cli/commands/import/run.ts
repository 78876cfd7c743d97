import { InputError } from "../../../exact/inputError.js";
import { JSON_NUMBERS, type JsonNumbers } from "../../../network/matricesParser.js";
import type { Source } from "../../files/sources.js";
import { requireNetworkName } from "../../files/writeNetwork.js";
import { withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { waiting } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { ImportReport } from "./importNetwork.js";

/** Options of `equiloss import`. */
interface ImportOptions extends CommonOptions {
  readonly output: string;
  readonly layers?: string;
  readonly transpose?: string;
  readonly bias?: string;
  readonly numbers?: string;
}

/** What `equiloss import` prints as JSON. */
export interface PrintedImport extends ImportReport {
  /** The network file, as it was typed. */
  readonly file: string;
}

/** Runs `equiloss import <file…> -o net.json`. */
export async function runImport(paths: readonly string[], options: ImportOptions): Promise<void> {
  const { output, bias } = options;
  requireNetworkName(output);
  const budget = memoryBudget(options.maxMemory);
  const numbers = numbersOption(options.numbers);
  const choices = { layers: listOption(options.layers), transpose: listOption(options.transpose) };
  const all = bias === undefined ? paths : [...paths, bias];
  const inputs = Object.fromEntries(all.map((path, index) => [String(index), path]));
  const report = await withOutput(
    { option: "--output", what: "a network", output, inputs, budget },
    (sources) =>
      runAlone(
        "import",
        { files: Object.values<Source>(sources), choices, numbers, output },
        { budget, bar: waiting("importing"), sources },
      ),
  );
  printResult(options, "import", { file: output, ...report }, reportLine);
}

function reportLine({ file, source, widths, hasBiases }: PrintedImport): string {
  return `${visible(file)}: network of widths ${widths.join("-")}, ${hasBiases ? "with" : "without"} biases, from ${source}`;
}

function listOption(text: string | undefined): readonly string[] | undefined {
  return text?.split(",");
}

function numbersOption(text: string | undefined): JsonNumbers | undefined {
  const numbers = JSON_NUMBERS.find((name) => name === text);
  if (text === undefined || numbers !== undefined) return numbers;
  throw new InputError(JSON.stringify(text), `choose ${JSON_NUMBERS.join(" or ")}`, "--numbers");
}
