import { chooseBackend } from "../../../crosscheck/chooseBackend.js";
import { figureSettings } from "../../../training/figureSetting.js";
import { ENDS_FORMAT, endOfRun, parseEnds } from "../../../training/endsFile.js";
import type { SettingName } from "../../../training/names.js";
import { train } from "../../../training/train.js";
import type { AnyRun } from "../../../training/trainedRun.js";
import { gatheredRuns, joinedRuns } from "../../files/gatheredRuns.js";
import { type Source, textOf } from "../../files/sources.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";

/** What to train, and where its ends go. */
export interface TrainJob {
  readonly setting: SettingName;
  readonly width: number;
  readonly seeds: readonly number[];
  /** Files with runs that needn't be trained. */
  readonly from: readonly Source[];
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
  /** Runs that end with a loss below this are counted as low. */
  readonly below: number;
  readonly low: number;
  /** How many runs stopped for which reason. */
  readonly stopped: Readonly<Record<string, number>>;
}

/** Of a job's progress, which is a share of 1. */
const PARTS = 1000;

/**
 * Trains, and writes each end once it is there. Runs that an interrupted command left in the partial file,
 * and those of the files `from`, are not trained again.
 */
export async function writeTrained(job: TrainJob, hear: Hear): Promise<TrainingReport> {
  const { setting, width, seeds, output, command } = job;
  const { backend } = await chooseBackend(job.backend);
  const { name, version } = backend.identity;
  const same = { setting, width, backend: `${name} ${version}`, version: packageVersion() };
  const from = job.from.map((source) => ({
    ...parseEnds(textOf(source), source.place),
    place: source.place,
  }));
  const runs = await gatheredRuns<AnyRun>({
    seeds,
    known: joinedRuns<AnyRun>(from, same, seeds),
    file: {
      ...{ output, what: "a file of ends", read: (value, place) => endOfRun(value, job, place) },
      header: { format: ENDS_FORMAT, setting, width, backend: same.backend, command, version: same.version },
    },
    make: async function* (missing) {
      const share = missing.length / seeds.length;
      let there = seeds.length - missing.length;
      const hearShare = (done: number): void => {
        hear(Math.floor(PARTS * (1 - share * (1 - done))), PARTS, `${there} of ${seeds.length} runs`);
      };
      for await (const run of train({ setting, width, seeds: missing, backend }, hearShare)) {
        there += 1;
        yield run;
      }
    },
  });
  return reportOf(job, runs);
}

function reportOf({ setting, width }: TrainJob, runs: readonly AnyRun[]): TrainingReport {
  const { low: below } = figureSettings[setting];
  const stopped: Record<string, number> = {};
  for (const run of runs) stopped[run.stopped] = runs.filter((other) => other.stopped === run.stopped).length;
  return {
    ...{ setting, width, runs: runs.length },
    below,
    low: runs.filter(({ loss }) => loss < below).length,
    stopped,
  };
}
