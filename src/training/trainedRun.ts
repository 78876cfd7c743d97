import { entry } from "../exact/entry.js";
import { doubleValue } from "../exact/numbers/doubleValue.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { SettingName } from "./names.js";
import type { RunEnd, StopReason } from "./secondOrder.js";
import type { StudentShape } from "./studentShape.js";

/** How a run ended, as a file of ends has it. All numbers are doubles. */
interface RunOutcome {
  /** The mean squared error. */
  readonly loss: number;
  /** The largest entry of its gradient, in size. */
  readonly slope: number;
  readonly stopped: StopReason;
  /** Steps of second order. */
  readonly steps: number;
}

/** The end of a run of two layers. */
export interface TrainedRun extends RunOutcome {
  readonly seed: number;
  /** w_i of each unit. */
  readonly incoming: readonly (readonly [number, number])[];
  /** a_i of each unit. */
  readonly outgoing: readonly number[];
}

/** The end of a run of several layers with biases. */
export interface LayeredRun extends RunOutcome {
  readonly seed: number;
  /** The matrix of each layer, by rows. */
  readonly weights: readonly (readonly (readonly number[])[])[];
  /** The biases of each layer. */
  readonly biases: readonly (readonly number[])[];
}

/** The end of a run on a problem. */
export type RunOf<Setting extends SettingName> = Setting extends "fig1e" ? LayeredRun : TrainedRun;

/** The end of a run on one of the problems. */
export type AnyRun = RunOf<SettingName>;

/** A run of two layers as it goes into a file. */
export function trainedRun(seed: number, shape: StudentShape, { theta, ...end }: RunEnd): TrainedRun {
  const layers = rowsOf(shape, theta);
  return {
    seed,
    incoming: entry(layers, 0).map((row) => [entry(row, 0), entry(row, 1)] as const),
    outgoing: entry(entry(layers, 1), 0),
    ...outcome(end),
  };
}

/** A run of several layers as it goes into a file. */
export function layeredRun(seed: number, shape: StudentShape, { theta, ...end }: RunEnd): LayeredRun {
  const biases = shape.layers.map((layer) => layer.biases.map((place) => entry(theta, place)));
  return { seed, weights: rowsOf(shape, theta), biases, ...outcome(end) };
}

/** In the order of the file. */
function outcome({ loss, slope, stopped, steps }: Omit<RunEnd, "theta">): RunOutcome {
  return { loss, slope, stopped, steps };
}

function rowsOf({ layers }: StudentShape, theta: Float64Array): number[][][] {
  return layers.map(({ rows, columns, weights }) =>
    Array.from({ length: rows }, (_, row) =>
      weights.slice(row * columns, (row + 1) * columns).map((place) => entry(theta, place)),
    ),
  );
}

const vector = (numbers: readonly number[]): RationalVector =>
  RationalVector.fromRationals(numbers.map(doubleValue));

/**
 * The network at the end of a run of two layers, exactly: each double is a fraction over a power of 2.
 *
 * @example networkOfRun({ seed: 0, incoming: [[0.5, 1]], outgoing: [2], loss: 0, slope: 0,
 *   stopped: "converged", steps: 1 }).units.length === 1
 */
export function networkOfRun({
  incoming,
  outgoing,
}: Pick<TrainedRun, "incoming" | "outgoing">): TwoLayerNetwork {
  return twoLayerNetwork(
    2,
    1,
    incoming.map((w, unit) => ({ incoming: vector(w), outgoing: vector([entry(outgoing, unit)]) })),
  );
}

/**
 * The network at the end of a run of several layers, exactly.
 *
 * @example networkOfLayeredRun({ weights: [[[1, 2]], [[3]]], biases: [[0], [0.5]] }).weights.length === 2
 */
export function networkOfLayeredRun({
  weights,
  biases,
}: Pick<LayeredRun, "weights" | "biases">): MultiLayerNetwork {
  return multiLayerNetwork(
    weights.map((rows) => rows.map(vector)),
    biases.map(vector),
  );
}
