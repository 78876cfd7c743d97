import { entry, noEntry } from "../../exact/entry.js";
import { gcd, lcm } from "../../exact/numbers/integer.js";
import type { IntegerMatrix } from "../../exact/vectors/integerMatrix.js";

/**
 * A matrix over Q as integers over one positive denominator, without a common factor. So equal matrices have
 * equal fields. A symmetric matrix has the inertia of its numerators.
 *
 * @example hessian(theta, data, activation, squaredError).denominator === 1n
 */
export interface RationalMatrix {
  readonly numerators: IntegerMatrix;
  readonly denominator: bigint;
}

/**
 * The sum of matrices of one shape, each over any positive denominator, in lowest terms. A gcd is taken once
 * for each entry, not for each summand.
 *
 * @param summands at least one.
 * @throws RangeError if there is none, or shapes differ.
 * @example sumOfMatrices([{ numerators: [[1n]], denominator: 6n }, { numerators: [[1n]], denominator: 3n }])
 * // { numerators: [[1n]], denominator: 2n }
 */
export function sumOfMatrices(summands: readonly RationalMatrix[]): RationalMatrix {
  const denominator = commonMultiple(summands.map((summand) => summand.denominator));
  const sums = entry(summands, 0).numerators.map((row) => row.map(() => 0n));
  for (const summand of summands) {
    const scale = denominator / summand.denominator;
    sums.forEach((entries, row) => {
      const added = entry(summand.numerators, row);
      entries.forEach((sum, column) => {
        entries[column] = sum + scale * (added[column] ?? noEntry(added, column));
      });
    });
  }
  return inLowestTerms(sums, denominator);
}

/** The least common multiple of positive integers; 1 of none. */
export function commonMultiple(denominators: readonly bigint[]): bigint {
  let common = 1n;
  for (const denominator of denominators) {
    // One usually divides the other, and a remainder is cheaper than a gcd.
    if (common % denominator !== 0n) common = lcm(common, denominator);
  }
  return common;
}

function inLowestTerms(numerators: IntegerMatrix, denominator: bigint): RationalMatrix {
  let common = denominator;
  for (const row of numerators) {
    for (const value of row) if (common !== 1n) common = gcd(common, value);
  }
  if (common === 1n) return { numerators, denominator };
  return {
    numerators: numerators.map((row) => row.map((value) => value / common)),
    denominator: denominator / common,
  };
}
