import { certifiedRank } from "../../src/exact/matrices/certifiedRank.js";
import { clearDenominators } from "../../src/exact/vectors/integerMatrix.js";
import type { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";

/**
 * What is wrong between the equations and the parametrization of an affine subspace; undefined if they
 * describe one set: the base solves the equations, the directions solve them homogeneously and are
 * independent, and there are as many as the rank leaves free. Plain sums of rationals, apart from the code
 * under test.
 */
export function faultOf({
  ambientDimension,
  base,
  directions,
  equations,
}: AffineSubspace): string | undefined {
  const rows = equations.map((equation) => equation.toRationals());
  if (base.dimension !== ambientDimension) return "base in another space";
  if (rows.some((row) => row.length !== ambientDimension + 1)) return "an equation of another length";
  const leftSide = (row: (typeof rows)[number], point: RationalVector) =>
    point.toRationals().reduce((sum, coordinate, index) => {
      const coefficient = row[index];
      return coefficient === undefined ? sum : sum.add(coefficient.mul(coordinate));
    }, base.dot(base).mul(0n));
  for (const row of rows) {
    const right = row[ambientDimension];
    if (right === undefined || !leftSide(row, base).equals(right)) return "the base off an equation";
    for (const direction of directions) {
      if (direction.dimension !== ambientDimension) return "a direction of another length";
      if (!leftSide(row, direction).equals(0n)) return "a direction that leaves an equation";
    }
  }
  const rank = (vectors: readonly RationalVector[], columns: number): number =>
    certifiedRank(clearDenominators(vectors), columns).rank;
  if (rank(directions, ambientDimension) !== directions.length) return "dependent directions";
  // Consistent, by the base: the last column adds nothing to the rank.
  if (ambientDimension - rank(equations, ambientDimension + 1) !== directions.length) {
    return `${directions.length} directions for another dimension`;
  }
  return undefined;
}
