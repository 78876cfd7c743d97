import { noEntry } from "../exact/entry.js";
import { dampedStep } from "./cholesky.js";
import { type Reached, curvedDescent } from "./curvedDescent.js";
import type { LossAtPoint, MeanSquaredError } from "./lossAtPoint.js";

/** The loss below which the runs of Figure 5 count as global minima. */
export const ZERO_LOSS = 1e-16;

/** Why a run ended: at a critical point as far as doubles show, or near one without getting nearer. */
export const STOP_REASONS = ["converged", "stalled", "weights-grow", "steps-used-up"] as const;

/** One of {@link STOP_REASONS}. */
export type StopReason = (typeof STOP_REASONS)[number];

/** Where a run ended. */
export interface RunEnd {
  readonly theta: Float64Array;
  readonly loss: number;
  /** The largest entry of the gradient, in size. */
  readonly slope: number;
  readonly stopped: StopReason;
  /** Steps of second order. */
  readonly steps: number;
}

/** How many steps each phase may take. */
export interface StepLimits {
  readonly gaussNewton: number;
  readonly newton: number;
  readonly curved: number;
}

const LIMITS: StepLimits = { gaussNewton: 1000, newton: 1500, curved: 500 };

/** Slopes at which the true Hessian takes over, and at which there is nothing left to do. */
const [NEAR, DONE] = [1e-6, 1e-15];

/** A loss that only runs towards zero loss reach: those that stay above 0 are at 1e-7 and more. */
const NEAR_ZERO = 1e-9;

/** A slope that can't fall further has converged below this: sums of 1,681 residuals round at about 1e-16. */
const CONVERGED = 1e-13;

/** How many steps without much progress end a phase. */
const PATIENCE = 30;

/** Weights that grow by this factor in the second half of the steps grow without bound, as far as is seen. */
export const GROWTH = 1.05;

/** How often a step is damped more. */
const TRIES = 60;

/** The least damping. */
const LEAST_DAMPING = 1e-18;

/**
 * Descends by steps of second order: Levenberg and Marquardt's, −(2/N·JᵀJ + λI)⁻¹g, until the slope is small
 * or the loss hardly falls; then Newton's with the Hessian in the place of JᵀJ, where λ keeps the matrix
 * positive definite. So no step goes up, and a saddle is left along its directions of descent. Near zero
 * loss, where the Hessian may be singular, {@link curvedDescent} follows.
 *
 * @param start the parameters to begin with, as {@link MeanSquaredError} reads them.
 */
export function secondOrder(
  error: MeanSquaredError,
  start: Float64Array,
  { gaussNewton, newton, curved }: StepLimits = LIMITS,
): RunEnd {
  const descent = new Descent(error, start);
  descent.approach(gaussNewton);
  const stopped = descent.finish(newton);
  if (descent.here.loss >= NEAR_ZERO || descent.here.slope <= DONE) return endOf(descent, stopped);
  const reached = curvedDescent(error, descent, { most: curved, done: DONE });
  return endOf(reached, reached.here.slope < CONVERGED ? "converged" : "stalled");
}

function endOf({ theta, here, steps }: Reached, stopped: StopReason): RunEnd {
  return { theta, loss: here.loss, slope: here.slope, stopped, steps };
}

class Descent implements Reached {
  here: LossAtPoint;
  steps = 0;
  private damping = 1e-3;

  constructor(
    private readonly error: MeanSquaredError,
    public theta: Float64Array,
  ) {
    this.here = error.at(theta);
  }

  approach(most: number): void {
    for (let calm = 0; this.steps < most && this.here.slope >= NEAR && calm < PATIENCE;) {
      const { loss } = this.here;
      if (!this.step(this.here.gaussNewton)) return;
      calm = loss - this.here.loss < 1e-6 * loss ? calm + 1 : 0;
      this.damping = Math.max(this.damping / 8, LEAST_DAMPING);
    }
  }

  finish(most: number): StopReason {
    this.damping = this.here.slope;
    let [best, waited, before] = [this.here.slope, 0, NaN];
    for (let done = 0; done < most; done++) {
      if (this.here.slope <= DONE) return "converged";
      if (done === Math.floor(most / 2)) before = largest(this.theta);
      const [theta, here] = [this.theta, this.here];
      const moved = this.step(here.hessian);
      const { slope } = this.here;
      waited = slope < best / 2 ? 0 : waited + 1;
      best = Math.min(best, slope);
      if (!moved || (waited > PATIENCE && best < 10 * CONVERGED)) {
        if (here.slope < slope) [this.theta, this.here] = [theta, here];
        return this.here.slope < CONVERGED ? "converged" : "stalled";
      }
      this.damping = Math.max(this.damping / 8, Math.min(slope, 1e-3) * 1e-3, LEAST_DAMPING);
    }
    return largest(this.theta) > GROWTH * before ? "weights-grow" : "steps-used-up";
  }

  /** The first step, of more and more damping, that goes down; false if there is none. */
  private step(matrix: Float64Array): boolean {
    const { theta, here, error } = this;
    for (let tries = 0; tries < TRIES; tries++, this.damping *= 4) {
      const step = dampedStep(matrix, this.damping, here.gradient);
      if (step === undefined) continue;
      const moved = theta.map((value, at) => value + (step[at] ?? noEntry(step, at)));
      const loss = error.loss(moved);
      // Near the end the loss is below what its rounding shows, and the gradient decides.
      const isFlat = here.slope < 1e-7 && loss >= here.loss && loss <= here.loss * (1 + 1e-12);
      if (!(loss < here.loss || isFlat)) continue;
      const at = error.at(moved);
      if (isFlat && at.slope >= here.slope) continue;
      [this.theta, this.here] = [moved, at];
      this.steps += 1;
      return true;
    }
    return false;
  }
}

/** The largest entry, in size. */
export function largest(theta: Float64Array): number {
  return theta.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
