import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { unitOf, twoLayerNetwork, type TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

/** A labelled partition by its codes; r is the largest of them. */
export function partition(...codes: number[]): LabelledPartition {
  return LabelledPartition.of(codes, Math.max(0, ...codes));
}

const UNITS: readonly [string[], string[]][] = [
  [
    ["0", "1/2", "-3"],
    ["2", "0", "-1/3"],
  ],
  [
    ["1", "-1/3", "0"],
    ["5", "1/4", "0"],
  ],
  [
    ["-2/5", "0", "1"],
    ["-1", "1/6", "1"],
  ],
  [
    ["3/2", "2", "2"],
    ["2/7", "-1", "1"],
  ],
];

/**
 * An irreducible network of a width up to 4, with fractions of several denominators and zeros among its
 * weights.
 */
export function theta(width: number, inputDimension: number, outputDimension: number): TwoLayerNetwork {
  const units = UNITS.slice(0, width).map(([incoming, outgoing]) =>
    unitOf(incoming.slice(0, inputDimension), outgoing.slice(0, outputDimension)),
  );
  return twoLayerNetwork(inputDimension, outputDimension, units);
}

/** d_in and d_out in {1, 2, 3}. */
export const DIMENSIONS = [1, 2, 3].flatMap((inputs) =>
  [1, 2, 3].map((outputs) => [inputs, outputs] as const),
);

/** A network with d_in = d_out = 1 from its units, each as its two weights. */
export function line(...units: readonly (readonly [incoming: number, outgoing: number])[]): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    units.map(([incoming, outgoing]) => unitOf([String(incoming)], [String(outgoing)])),
  );
}

/** Irreducible networks of one unit and of two. */
export const one = line([1, 2]);
export const two = line([1, 2], [3, 4]);
