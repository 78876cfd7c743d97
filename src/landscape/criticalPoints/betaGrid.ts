import { entry } from "../../exact/entry.js";
import { binomial } from "../../combinatorics/counts/binomial.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/**
 * Shares β of a surjection's subspace Γ̄ (Def. 4.1). In each block all but the first are free, and the first
 * makes the sum 1. The free ones run over all lists of nonnegative integers with sum at most `degree`. A
 * polynomial of that degree in the free shares is 0 if it vanishes at all these points (the principal
 * lattice of a simplex is unisolvent). So a check at these points is a check for every β.
 *
 * @param surjection a labelled partition of [m] without zero blocks.
 * @param degree at least 0.
 * @returns {@link betaGridSize} lists β_1, …, β_m.
 * @example [...betaGrid(LabelledPartition.of([1, 1], 1), 1)].length === 2 // (1, 0) and (0, 1)
 */
export function* betaGrid(surjection: LabelledPartition, degree: number): Generator<Rational[]> {
  const blocks = surjection.labelledBlocks;
  const free = blocks.flatMap((members) => members.slice(1));
  for (const values of listsUpTo(free.length, degree)) {
    const beta = new Array<bigint>(surjection.m).fill(0n);
    free.forEach((member, index) => (beta[member] = entry(values, index)));
    for (const [first, ...others] of blocks) {
      if (first === undefined) continue;
      beta[first] = others.reduce((rest, member) => rest - entry(beta, member), 1n);
    }
    yield beta.map((share) => rational(share));
  }
}

/**
 * C(m − r + degree, degree), the number of points of {@link betaGrid}.
 *
 * @example betaGridSize(LabelledPartition.of([1, 1], 1), 2) === 3n
 */
export function betaGridSize({ m, r }: LabelledPartition, degree: number): bigint {
  return binomial(m - r + degree, degree);
}

/** All lists of `length` nonnegative integers with sum at most `total`. */
function* listsUpTo(length: number, total: number): Generator<bigint[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (let first = 0; first <= total; first++) {
    for (const rest of listsUpTo(length - 1, total - first)) yield [BigInt(first), ...rest];
  }
}
