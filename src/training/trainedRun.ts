import { noEntry } from "../exact/entry.js";
import { doubleValue } from "../exact/numbers/doubleValue.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { PER_UNIT } from "./lossAtPoint.js";
import type { RunEnd, StopReason } from "./secondOrder.js";

/** The end of a run, as a file of ends has it. All numbers are doubles. */
export interface TrainedRun {
  readonly seed: number;
  /** w_i of each unit. */
  readonly incoming: readonly (readonly [number, number])[];
  /** a_i of each unit. */
  readonly outgoing: readonly number[];
  /** The mean squared error. */
  readonly loss: number;
  /** The largest entry of its gradient, in size. */
  readonly slope: number;
  readonly stopped: StopReason;
  /** Steps of second order. */
  readonly steps: number;
}

/** A run as it goes into a file. */
export function trainedRun(seed: number, { theta, loss, slope, stopped, steps }: RunEnd): TrainedRun {
  const at = (place: number): number => theta[place] ?? noEntry(theta, place);
  const units = Array.from({ length: theta.length / PER_UNIT }, (_, unit) => PER_UNIT * unit);
  return {
    seed,
    incoming: units.map((start) => [at(start), at(start + 1)] as const),
    outgoing: units.map((start) => at(start + 2)),
    ...{ loss, slope, stopped, steps },
  };
}

/**
 * The network at the end of a run, exactly: each double is a fraction over a power of 2.
 *
 * @example networkOfRun({ seed: 0, incoming: [[0.5, 1]], outgoing: [2], loss: 0, slope: 0,
 *   stopped: "converged", steps: 1 }).units.length === 1
 */
export function networkOfRun({
  incoming,
  outgoing,
}: Pick<TrainedRun, "incoming" | "outgoing">): TwoLayerNetwork {
  const vector = (numbers: readonly number[]): RationalVector =>
    RationalVector.fromRationals(numbers.map(doubleValue));
  return twoLayerNetwork(
    2,
    1,
    incoming.map((w, unit) => ({
      incoming: vector(w),
      outgoing: vector([outgoing[unit] ?? noEntry(outgoing, unit)]),
    })),
  );
}
