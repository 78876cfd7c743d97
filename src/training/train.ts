import { entry } from "../exact/entry.js";
import type { Backend } from "../crosscheck/backends.js";
import { ADAM, adamPhase } from "./adamPhase.js";
import { figureSettings } from "./figureSetting.js";
import { glorotStart } from "./glorotStart.js";
import type { SettingName } from "./names.js";
import { studentOf } from "./student.js";
import type { AnyRun } from "./trainedRun.js";

/** Students to train. */
export interface TrainingRequest {
  readonly setting: SettingName;
  readonly width: number;
  readonly seeds: readonly number[];
  readonly backend: Backend;
}

/** How many students Adam moves at once. */
const BATCH = 50;

/** Steps of Adam of all students of a batch count as much as the second order of this share of them. */
const ADAM_SHARE = 1;

/**
 * Trains the students of a figure, each from a start of its own: by Adam in float32, all of a batch at once,
 * and then by steps of second order in doubles, one student after the other. The same seed gives the same
 * bits, whatever other seeds are trained, on one thread of the backends cpu and wasm.
 *
 * @param hear is told how much is done, out of 1.
 * @returns the runs, in the order of the seeds, as they end.
 */
export async function* train(
  { setting, width, seeds, backend }: TrainingRequest,
  hear: (done: number) => void,
): AsyncGenerator<AnyRun> {
  const { activation } = figureSettings[setting];
  const { shape, data, descend, written } = studentOf(setting, width);
  const share = 1 / seeds.length / (1 + ADAM_SHARE);
  for (let from = 0; from < seeds.length; from += BATCH) {
    const batch = seeds.slice(from, from + BATCH);
    const starts = batch.map((seed) => glorotStart(shape, seed));
    const before = from / seeds.length;
    const moved = await adamPhase(backend, data, { activation, shape }, starts, (steps) => {
      hear(before + share * ADAM_SHARE * batch.length * (steps / ADAM.steps));
    });
    for (const [index, seed] of batch.entries()) {
      yield written(seed, descend(entry(moved, index)));
      hear(before + share * (ADAM_SHARE * batch.length + index + 1));
    }
  }
}
