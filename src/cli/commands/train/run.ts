import { figureSettings } from "../../../training/figureSetting.js";
import type { SettingName } from "../../../training/names.js";
import { GOES_ON, leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { inSlot } from "../../options/slotOption.js";
import { optionalNumber, wholeNumber } from "../../options/sizeArguments.js";
import { EXIT } from "../../terminal/errors.js";
import { measured } from "../../terminal/progress.js";
import { plural } from "../../terminal/lists.js";
import { visible } from "../../terminal/visible.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import type { TrainingReport } from "./write.js";

/** Options of `equiloss train`. */
export interface TrainOptions extends CommonOptions {
  readonly width?: string;
  readonly seeds: string;
  readonly slot?: string;
  readonly from?: readonly string[];
  readonly backend: string;
  readonly output: string;
}

const MOST_SEEDS = 10_000;

/** What `equiloss train` prints as JSON. */
export interface PrintedTraining extends TrainingReport {
  /** Where the ends are, as it was typed. */
  readonly file: string;
}

/** Runs `equiloss train figure`. */
export async function runTrain(figure: SettingName, options: TrainOptions): Promise<number> {
  const { backend, output } = options;
  const problem = figureSettings[figure];
  const width = optionalNumber("--width", options.width, 1, problem.widest) ?? problem.width;
  const count = wholeNumber("--seeds", options.seeds, 1, MOST_SEEDS);
  const seeds = inSlot(
    options.slot,
    Array.from({ length: count }, (_, seed) => seed),
  );
  const budget = memoryBudget(options.maxMemory);
  const slot = options.slot === undefined ? "" : ` --slot ${options.slot}`;
  const command = `equiloss train ${figure} --width ${width} --seeds ${count}${slot} --backend ${backend}`;
  const from = options.from === undefined ? {} : Object.fromEntries(options.from.entries());
  const report = await withOutput(
    { option: "--output", output, what: "a file of ends", inputs: from, budget },
    (sources) =>
      runAlone(
        "train",
        { setting: figure, width, seeds, from: Object.values(sources), backend, output, command },
        { budget, bar: measured("training"), sources, finished: () => leftBy(output, GOES_ON) },
      ),
  );
  printResult(options, "train", { file: output, ...report }, trainingLines);
  return EXIT.held;
}

function trainingLines({ file, runs, below, low, stopped }: PrintedTraining): string {
  const ended = Object.entries(stopped).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${visible(file)}: the ends of ${runs} ${plural(runs, "run")}, ${low} with a loss below ${below}`,
    `stopped: ${ended.join(", ")}`,
  ].join("\n");
}
