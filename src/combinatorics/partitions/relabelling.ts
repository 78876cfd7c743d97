import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { LabelledPartition } from "./labelledPartition.js";

/**
 * A permutation of 0…n−1 by its images: i goes to `permutation[i]`.
 *
 * @example mirrorUnits(SignedLabelledPartition.of([1, 0], [1, 1], 1, "odd"), [1, 0], [1, 1]).codes // [0, 1]
 */
export type Permutation = readonly number[];

/**
 * The labelled partition in which unit π(i) belongs to the block of unit i in P: a left action of S_m.
 *
 * @throws InputError if π is not a permutation of 0…m−1.
 * @example relabelUnits(LabelledPartition.of([1, 0, 2], 2), [1, 2, 0]).codes // [2, 1, 0]
 */
export function relabelUnits(partition: LabelledPartition, permutation: Permutation): LabelledPartition {
  requirePermutation(permutation, partition.m, "neurons");
  const codes = new Array<number>(partition.m).fill(0);
  permutation.forEach((image, unit) => {
    codes[image] = entry(partition.codes, unit);
  });
  return LabelledPartition.canonical(codes, partition.r);
}

/**
 * The labelled partition in which the block of label t has label τ(t): a left action of S_r that commutes
 * with {@link relabelUnits}. The permutation counts labels from 0, as all permutations here do.
 *
 * @throws InputError if τ is not a permutation of 0…r−1.
 * @example relabelLabels(LabelledPartition.of([1, 0, 2], 2), [1, 0]).codes // [2, 0, 1]
 */
export function relabelLabels(partition: LabelledPartition, permutation: Permutation): LabelledPartition {
  requirePermutation(permutation, partition.r, "labels");
  const codes = partition.codes.map((code) => (code > 0 ? entry(permutation, code - 1) + 1 : code));
  return LabelledPartition.of(codes, partition.r);
}

/** @throws InputError unless it is a permutation of 0…size−1; `what` says of which things. */
export function requirePermutation(permutation: Permutation, size: number, what: string): void {
  const images = new Set(permutation);
  const inRange = permutation.every((image) => Number.isInteger(image) && image >= 0 && image < size);
  if (inRange && permutation.length === size && images.size === size) return;
  throw new InputError(
    `[${permutation.join(", ")}] is not a permutation of ${size} ${what}`,
    `list each of 0…${size - 1} once`,
  );
}
