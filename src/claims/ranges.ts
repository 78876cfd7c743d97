import { twoLayerNetwork, type TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { RationalVector } from "../exact/rationalVector.js";

/** Pairs 1 ≤ r ≤ m ≤ maxM, by m. */
export function* widths(maxM: number): Generator<readonly [r: number, m: number]> {
  for (let m = 1; m <= maxM; m += 1) {
    for (let r = 1; r <= m; r += 1) yield [r, m];
  }
}

/** Σ of a count over 1 ≤ r ≤ m ≤ maxM. */
export function sumOverWidths(maxM: number, count: (r: number, m: number) => bigint): bigint {
  let sum = 0n;
  for (const [r, m] of widths(maxM)) sum += count(r, m);
  return sum;
}

/** All pairs of dimensions (d_in, d_out) up to a bound. */
export function* dimensionPairs(
  bound: number,
): Generator<readonly [inputDimension: number, outputDimension: number]> {
  for (let input = 1; input <= bound; input += 1) {
    for (let output = 1; output <= bound; output += 1) yield [input, output];
  }
}

/**
 * An irreducible network of width r to stand for all: claims about which subspaces there are and how they
 * meet depend on θ^r only through distinct w_t and nonzero a_t. Unit t is w_t = (t, −t², 0, …) and
 * a_t = (t, 1 − t, 0, …), up to the dimensions: some coordinates coincide or vanish, so that nothing rests on general position.
 */
export function standardNetwork(r: number, inputDimension: number, outputDimension: number): TwoLayerNetwork {
  const padded = (coordinates: readonly number[], dimension: number): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, (_, index) => BigInt(coordinates[index] ?? 0)));
  const neurons = Array.from({ length: r }, (_, index) => {
    const t = index + 1;
    return { incoming: padded([t, -t * t], inputDimension), outgoing: padded([t, 1 - t], outputDimension) };
  });
  return twoLayerNetwork(inputDimension, outputDimension, neurons);
}
