import { readFileSync } from "node:fs";
import { outputPlace } from "../../../certificate/outputPlace.js";
import { ResumedFile } from "../../../certificate/resumedFile.js";
import { explainErrors } from "../../../certificate/systemErrors.js";
import { chooseBackend } from "../../../crosscheck/chooseBackend.js";
import {
  BETWEEN_RUNS,
  ENDS_END,
  type EndsHeader,
  TEXT_START,
  endsStart,
  runsOfPart,
} from "../../../training/endsFile.js";
import type { SettingName } from "../../../training/names.js";
import { ZERO_LOSS } from "../../../training/secondOrder.js";
import { train } from "../../../training/train.js";
import type { TrainedRun } from "../../../training/trainedRun.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";

/** What to train, and where its ends go. */
export interface TrainJob {
  readonly setting: SettingName;
  readonly width: number;
  readonly seeds: readonly number[];
  readonly backend: string;
  readonly output: string;
  /** The command line without the output, which says how to make the file again. */
  readonly command: string;
}

/** What was written. */
export interface TrainingReport {
  readonly setting: SettingName;
  readonly width: number;
  readonly runs: number;
  /** Runs that end below the loss of Figure 5. */
  readonly zeroLoss: number;
  /** How many runs stopped for which reason. */
  readonly stopped: Readonly<Record<string, number>>;
}

/** Of a job's progress, which is a share of 1. */
const PARTS = 1000;

/**
 * Trains, and writes each end once it is there. Runs that an interrupted command left in the partial file are
 * taken from it.
 */
export async function writeTrained(job: TrainJob, hear: Hear): Promise<TrainingReport> {
  const { setting, width, seeds, output, command } = job;
  const { backend } = await chooseBackend(job.backend);
  const { name, version } = backend.identity;
  const header = { setting, width, backend: `${name} ${version}`, command, version: packageVersion() };
  const place = outputPlace(output);
  const file = explainErrors(output, () => new ResumedFile(place, output, TEXT_START, "a file of ends"));
  const runs: TrainedRun[] = [];
  const add = (run: TrainedRun): void => {
    explainErrors(output, () => file.append((runs.length === 0 ? "" : BETWEEN_RUNS) + JSON.stringify(run)));
    runs.push(run);
  };
  try {
    const earlier = earlierRuns(place.partial, header, seeds);
    explainErrors(output, () => file.append(endsStart(header)));
    earlier.forEach(add);
    const left = seeds.slice(earlier.length);
    const share = left.length / seeds.length;
    const hearShare = (done: number): void => {
      hear(Math.floor(PARTS * (1 - share * (1 - done))), PARTS, `${runs.length} of ${seeds.length} runs`);
    };
    for await (const run of train({ setting, width, seeds: left, backend }, hearShare)) add(run);
    explainErrors(output, () => {
      file.append(ENDS_END);
      file.finish();
    });
  } finally {
    file.close();
  }
  return reportOf(job, runs);
}

/** The runs of the first seeds, as far as the partial file has them. */
function earlierRuns(partial: string, header: EndsHeader, seeds: readonly number[]): TrainedRun[] {
  const runs = runsOfPart(readFileSync(partial, "utf8"), header);
  const strange = runs.findIndex(({ seed }, index) => seed !== seeds[index]);
  return strange < 0 ? runs : runs.slice(0, strange);
}

function reportOf({ setting, width }: TrainJob, runs: readonly TrainedRun[]): TrainingReport {
  const stopped: Record<string, number> = {};
  for (const run of runs) stopped[run.stopped] = runs.filter((other) => other.stopped === run.stopped).length;
  return {
    ...{ setting, width, runs: runs.length },
    zeroLoss: runs.filter(({ loss }) => loss < ZERO_LOSS).length,
    stopped,
  };
}
