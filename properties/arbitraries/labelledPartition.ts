import fc from "fast-check";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { relabelUnits } from "../../src/combinatorics/partitions/relabelling.js";
import { permutation } from "./permutation.js";

/** A labelled partition of [m] with r ≤ m labels; every one has a chance. */
export function labelledPartitionOf(r: number, m: number): fc.Arbitrary<LabelledPartition> {
  const spare = m - r;
  const labels = Array.from({ length: r }, (_, index) => index + 1);
  // Each label once, and the units to spare anywhere: at most so many zero blocks.
  const codes = fc.array(fc.integer({ min: Math.min(0, 1 - spare), max: r }), {
    minLength: spare,
    maxLength: spare,
  });
  return fc
    .tuple(codes, permutation(m))
    .map(([free, order]) => relabelUnits(LabelledPartition.canonical([...labels, ...free], r), order));
}

/** A labelled partition of any sizes 0 ≤ r ≤ m ≤ maxM. */
export function labelledPartition(maxM: number): fc.Arbitrary<LabelledPartition> {
  return sizes(maxM).chain(([r, m]) => labelledPartitionOf(r, m));
}

/** Two labelled partitions of the same sizes 0 ≤ r ≤ m ≤ maxM. */
export function labelledPartitionPair(
  maxM: number,
): fc.Arbitrary<readonly [LabelledPartition, LabelledPartition]> {
  return sizes(maxM).chain(([r, m]) => fc.tuple(labelledPartitionOf(r, m), labelledPartitionOf(r, m)));
}

function sizes(maxM: number): fc.Arbitrary<readonly [number, number]> {
  return fc.nat(maxM).chain((m) => fc.tuple(fc.nat(m), fc.constant(m)));
}
