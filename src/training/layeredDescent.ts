import { entry, noEntry } from "../exact/entry.js";
import { dampedStep } from "./cholesky.js";
import type { LayeredError } from "./layeredError.js";
import { type RunEnd, type StopReason, GROWTH, largest } from "./secondOrder.js";

/** How many steps are taken. */
const MOST = 200;

/** The slope at which there is nothing left to do. */
const DONE = 1e-13;

/** By how much the damping changes after a step, and after one that was refused; the first and the least. */
const [FACTOR, FIRST_DAMPING, LEAST_DAMPING] = [2, 1e-3, 1e-20];

/** How often a step is damped more. */
const TRIES = 60;

/** The correction of second order is at most this part of a step, both in scaled parameters. */
const MOST_BEND = 0.75;

type Here = ReturnType<LayeredError["at"]>;

/** θ, with what is known there. */
interface Point {
  readonly theta: Float64Array;
  readonly here: Here;
}

/**
 * Descends by steps of Levenberg and Marquardt with geodesic acceleration (Transtrum and Sethna 2012), as
 * valleys of several layers are curved: v − ½·(2/N·JᵀJ + λD²)⁻¹·2/N·Jᵀr''. D² has for each parameter the
 * largest entry so far of 2/N·JᵀJ on the diagonal (Moré 1978). No step goes up.
 *
 * @param most steps.
 */
export function layeredDescent(error: LayeredError, start: Float64Array, most: number = MOST): RunEnd {
  let point: Point = { theta: start, here: error.at(start) };
  const scales = new Float64Array(start.length);
  let [damping, before, steps] = [FIRST_DAMPING, NaN, 0];
  const end = (stopped: StopReason): RunEnd => {
    const { loss, slope } = point.here;
    return { theta: point.theta, loss, slope, stopped, steps };
  };
  for (; steps < most; steps++) {
    if (point.here.slope <= DONE) return end("converged");
    if (steps === Math.floor(most / 2)) before = largest(point.theta);
    const next = step(error, point, scales, damping);
    if (next === undefined) return end("stalled");
    point = next;
    damping = Math.max(next.damping / FACTOR, LEAST_DAMPING);
  }
  return end(largest(point.theta) > GROWTH * before ? "weights-grow" : "steps-used-up");
}

/** The first step, of more and more damping, that goes down. */
function step(
  error: LayeredError,
  { theta, here }: Point,
  scales: Float64Array,
  from: number,
): (Point & { readonly damping: number }) | undefined {
  const matrix = scaledMatrix(here.gaussNewton, scales);
  const solved = (gradient: Float64Array, damping: number): Float64Array | undefined =>
    dampedStep(
      matrix,
      damping,
      gradient.map((value, at) => value / entry(scales, at)),
    );
  const unscaled = (vector: Float64Array): Float64Array =>
    vector.map((value, at) => value / entry(scales, at));
  for (let [tries, damping] = [0, from]; tries < TRIES; tries++, damping *= FACTOR) {
    const straight = solved(here.gradient, damping);
    if (straight === undefined) continue;
    const bend = solved(error.bendAlong(theta, unscaled(straight)), damping);
    if (bend === undefined || sizeOf(bend) > MOST_BEND * sizeOf(straight)) continue;
    const moved = unscaled(straight.map((value, at) => value + entry(bend, at) / 2)).map(
      (value, at) => value + entry(theta, at),
    );
    if (error.loss(moved) < here.loss) return { theta: moved, here: error.at(moved), damping };
  }
  return undefined;
}

function sizeOf(vector: Float64Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

/** D⁻¹·A·D⁻¹, the lower triangle by rows, once D has grown to √A on its diagonal. */
function scaledMatrix(matrix: Float64Array, scales: Float64Array): Float64Array {
  const size = scales.length;
  scales.forEach((scale, at) => {
    scales[at] = Math.max(scale, Math.sqrt(entry(matrix, at * size + at)), LEAST_SCALE);
  });
  const scaled = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const at = i * size + j;
      scaled[at] = (matrix[at] ?? noEntry(matrix, at)) / (entry(scales, i) * entry(scales, j));
    }
  return scaled;
}

/** For a parameter that nothing depends on. */
const LEAST_SCALE = 1e-12;
