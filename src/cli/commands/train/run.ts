import { InputError } from "../../../exact/inputError.js";
import { figureSettings } from "../../../training/figureSetting.js";
import type { SettingName } from "../../../training/names.js";
import { leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { optionalNumber, wholeNumber } from "../../options/sizeArguments.js";
import { EXIT } from "../../terminal/errors.js";
import { measured } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { TrainingReport } from "./write.js";

/** Options of `equiloss train`. */
export interface TrainOptions extends CommonOptions {
  readonly width?: string;
  readonly seeds: string;
  readonly slot?: string;
  readonly backend: string;
  readonly output: string;
}

const [WIDEST, MOST_SEEDS, MOST_SLOTS] = [64, 10_000, 1000];

/** What `equiloss train` prints as JSON. */
export interface PrintedTraining extends TrainingReport {
  /** Where the ends are, as it was typed. */
  readonly file: string;
}

/** Runs `equiloss train figure`. */
export async function runTrain(figure: SettingName, options: TrainOptions): Promise<number> {
  const { backend, output } = options;
  const width = optionalNumber("--width", options.width, 1, WIDEST) ?? figureSettings[figure].width;
  const count = wholeNumber("--seeds", options.seeds, 1, MOST_SEEDS);
  const seeds = seedsOf(count, options.slot);
  const budget = memoryBudget(options.maxMemory);
  const slot = options.slot === undefined ? "" : ` --slot ${options.slot}`;
  const command = `equiloss train ${figure} --width ${width} --seeds ${count}${slot} --backend ${backend}`;
  const report = await withOutput(
    { option: "--output", output, what: "a file of ends", inputs: {}, budget },
    () =>
      runAlone(
        "train",
        { setting: figure, width, seeds, backend, output, command },
        { budget, bar: measured("training"), finished: () => leftBy(output) },
      ),
  );
  printResult(options, "train", { file: output, ...report }, trainingLines);
  return EXIT.held;
}

/** The seeds of a share: the i-th of n has those that are i − 1 modulo n. */
function seedsOf(count: number, slot: string | undefined): number[] {
  const seeds = Array.from({ length: count }, (_, seed) => seed);
  if (slot === undefined) return seeds;
  const [, own, all] = /^([0-9]+)\/([0-9]+)$/.exec(slot) ?? [];
  if (own === undefined || all === undefined)
    throw new InputError(`${JSON.stringify(slot)} is no share`, "write i/n, such as 1/4", "--slot");
  const n = wholeNumber("--slot", all, 1, Math.min(MOST_SLOTS, count));
  const i = wholeNumber("--slot", own, 1, n);
  return seeds.filter((seed) => seed % n === i - 1);
}

function trainingLines({ file, runs, zeroLoss, stopped }: PrintedTraining): string {
  const ended = Object.entries(stopped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${visible(file)}: the ends of ${runs} runs, ${zeroLoss} with a loss below 1e-16`,
    `stopped: ${ended.join(", ")}`,
  ].join("\n");
}
