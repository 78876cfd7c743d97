import { InputError } from "../../../exact/inputError.js";
import { FLOAT_TYPES, type FloatType } from "../../../formats/floatTypes.js";
import { saysActivation } from "../../../formats/writtenNetwork.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { withOutput } from "../../files/withOutput.js";
import { requiredFormat } from "../../files/writeFloats.js";
import { symmetryOption } from "../../options/activationOption.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { placed } from "../../options/placed.js";
import { withinOption } from "../../options/rangeOption.js";
import { waiting } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { ExportReport, ExportRequest } from "./exportNetwork.js";
import { exportLines } from "./lines.js";

/** Options of `equiloss export`. */
interface ExportOptions extends CommonOptions {
  readonly output: string;
  readonly type?: string;
  readonly activation?: string;
  readonly round?: boolean;
  readonly within?: string;
}

/** What `equiloss export` prints as JSON. */
export interface PrintedExport extends ExportReport {
  /** The file, as it was typed. */
  readonly file: string;
}

/** Runs `equiloss export <network> -o net.npz`. */
export async function runExport(network: string, options: ExportOptions): Promise<void> {
  const { output } = options;
  const budget = memoryBudget(options.maxMemory);
  const choices = exportChoices(options);
  const report = await withOutput(
    { option: "--output", what: "a network", output, inputs: { network }, budget },
    (sources) =>
      runAlone("export", { ...sources, ...choices }, { budget, bar: waiting("exporting"), sources }),
  );
  printResult(options, "export", { file: output, ...report }, exportLines);
}

/** What was typed, read. @throws InputError that names the option at fault. */
function exportChoices(options: ExportOptions): Omit<ExportRequest, "network"> {
  const { output, round = false, within: range, activation: typed } = options;
  const format = requiredFormat(output);
  const type = typeOption(options.type);
  const within = withinOption(range);
  if (range !== undefined && !round)
    throw new InputError("nothing changes unless numbers are rounded", "add --round", "--within");
  if (typed !== undefined && range === undefined && !saysActivation(format))
    throw new InputError(`${format} says no activation`, "leave it out, or export to .onnx", "--activation");
  return { format, type, activation: activationOption(typed, format), isRounded: round, within, output };
}

/** A format that says the activation has names for fewer than there are bounds for. */
function activationOption(text: string | undefined, format: ExportRequest["format"]): string | undefined {
  if (text === undefined) return undefined;
  if (saysActivation(format)) return symmetryOption(text).name;
  return placed("--activation", () => boundedActivation(text).name);
}

function typeOption(text: string | undefined): FloatType | undefined {
  const type = FLOAT_TYPES.find((name) => name === text);
  if (text === undefined || type !== undefined) return type;
  throw new InputError(JSON.stringify(text), `choose ${FLOAT_TYPES.join(", ")}`, "--type");
}
