import { InputError } from "../../../exact/inputError.js";
import { FLOAT_TYPES, type FloatType } from "../../../formats/floatTypes.js";
import { withOutput } from "../../files/withOutput.js";
import { symmetryOption } from "../../options/activationOption.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { waiting } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { ENDINGS, type ExportReport } from "./exportNetwork.js";

/** Options of `equiloss export`. */
interface ExportOptions extends CommonOptions {
  readonly output: string;
  readonly type?: string;
  readonly activation?: string;
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
  const format = ENDINGS.find((ending) => output.endsWith(`.${ending}`));
  if (format === undefined) {
    const names = ENDINGS.map((ending) => `.${ending}`).join(", ");
    throw new InputError(
      `${JSON.stringify(output)} doesn't say the format`,
      `end it with one of ${names}`,
      "--output",
    );
  }
  const type = typeOption(options.type);
  const activation = options.activation === undefined ? undefined : symmetryOption(options.activation).name;
  const report = await withOutput(
    { option: "--output", what: "a network", output, inputs: { network }, budget },
    (sources) =>
      runAlone(
        "export",
        { ...sources, format, type, activation, output },
        { budget, bar: waiting("exporting"), sources },
      ),
  );
  printResult(options, "export", { file: output, ...report }, reportLine);
}

function reportLine({ file, target, type, bytes }: PrintedExport): string {
  return `${visible(file)}: ${target} of ${type}, ${bytes} bytes, every number as it was`;
}

function typeOption(text: string | undefined): FloatType | undefined {
  const type = FLOAT_TYPES.find((name) => name === text);
  if (text === undefined || type !== undefined) return type;
  throw new InputError(JSON.stringify(text), `choose ${FLOAT_TYPES.join(", ")}`, "--type");
}
