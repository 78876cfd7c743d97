import { noEntry } from "../exact/entry.js";
import { dampedStep } from "./cholesky.js";
import type { LossAtPoint, MeanSquaredError } from "./lossAtPoint.js";

/** A point with its loss. */
export interface Reached {
  readonly theta: Float64Array;
  readonly here: LossAtPoint;
  readonly steps: number;
}

/** How often a step is damped more, and the least damping. */
const [TRIES, LEAST_DAMPING] = [40, 1e-20];

/** How many steps may pass without halving the loss. */
const PATIENCE = 40;

/**
 * Goes on towards zero loss where its valley is curved, as it is where copies are not yet one: there straight
 * steps have to be short. Steps of Levenberg and Marquardt with the correction of second order by Transtrum
 * and Sethna (2012), "geodesic acceleration": v − ½·(2/N·JᵀJ + λI)⁻¹·2/N·Jᵀr''.
 *
 * @param most steps.
 * @param done the slope at which there is nothing left to do.
 */
export function curvedDescent(
  error: MeanSquaredError,
  from: Reached,
  { most, done }: { readonly most: number; readonly done: number },
): Reached {
  let { theta, here, steps } = from;
  let [damping, waited, halved] = [1e-12, 0, here.loss];
  for (let taken = 0; taken < most && here.slope > done && waited < PATIENCE; taken++) {
    const next = step(error, theta, here, damping);
    if (next === undefined) break;
    ({ theta, here } = next);
    steps += 1;
    damping = Math.max(next.damping / 8, LEAST_DAMPING);
    waited = here.loss < halved / 2 ? 0 : waited + 1;
    if (waited === 0) halved = here.loss;
  }
  return { theta, here, steps };
}

/** The first step, of more and more damping, that goes down. */
function step(
  error: MeanSquaredError,
  theta: Float64Array,
  here: LossAtPoint,
  from: number,
): { readonly theta: Float64Array; readonly here: LossAtPoint; readonly damping: number } | undefined {
  for (let [tries, damping] = [0, from]; tries < TRIES; tries++, damping *= 4) {
    const straight = dampedStep(here.gaussNewton, damping, here.gradient);
    if (straight === undefined) continue;
    const bend = dampedStep(here.gaussNewton, damping, error.bendAlong(theta, straight));
    if (bend === undefined) continue;
    const moved = theta.map(
      (value, at) => value + (straight[at] ?? noEntry(straight, at)) + (bend[at] ?? noEntry(bend, at)) / 2,
    );
    if (error.loss(moved) < here.loss) return { theta: moved, here: error.at(moved), damping };
  }
  return undefined;
}
