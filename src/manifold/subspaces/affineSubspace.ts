import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";

/**
 * An affine subspace of Q^n in two forms, parametrization and equations, which are made independently, so
 * that each can check the other.
 *
 * @example symmetrySubspace(1, 2, [0, 1]).directions.map((direction) => direction.key) // ["1,1"]
 */
export interface AffineSubspace {
  /** n. */
  readonly ambientDimension: number;
  /** Parametrization: the points `base + Σ t_i · directions[i]`, the directions linearly independent. */
  readonly base: RationalVector;
  readonly directions: readonly RationalVector[];
  /** Equations: rows (A_i | b_i) of length n + 1, meaning A_i · x = b_i. */
  readonly equations: readonly RationalVector[];
}

/**
 * The dimension, by its parametrization: the number of directions.
 *
 * @example dimensionOf(symmetrySubspace(2, 3, [0, 2])) === 4
 */
export function dimensionOf(subspace: AffineSubspace): number {
  requireArguments({ subspace: { subspace } });
  return subspace.directions.length;
}

/**
 * Whether a point satisfies every equation.
 *
 * @throws RangeError if the point is not in Q^n.
 * @example holdsPoint(symmetrySubspace(1, 2, [0, 1]), RationalVector.parse("1/3", "1/3")) === true
 */
export function holdsPoint(subspace: AffineSubspace, point: RationalVector): boolean {
  requireArguments({ subspace: { subspace }, vector: { point } });
  return holdsAll(subspace, [point], []);
}

/**
 * Whether one affine subspace includes another: the inner base point satisfies the outer equations, and
 * every inner direction solves their homogeneous form. No elimination is needed, so this is exact and quick.
 *
 * @throws RangeError if the subspaces lie in different spaces.
 * @example includesSubspace(symmetrySubspace(1, 3, [0, 1]), symmetrySubspace(1, 3, [0, 1, 2])) === true
 */
export function includesSubspace(outer: AffineSubspace, inner: AffineSubspace): boolean {
  requireArguments({ subspace: { outer, inner } });
  return holdsAll(outer, [inner.base], inner.directions);
}

/** The rows of both sets of equations: the intersection, without saying whether it is empty. */
export function stackedEquations(left: AffineSubspace, right: AffineSubspace): RationalVector[] {
  if (left.ambientDimension !== right.ambientDimension) {
    throw new RangeError(`subspaces of Q^${left.ambientDimension} and Q^${right.ambientDimension}`);
  }
  return [...left.equations, ...right.equations];
}

/** Whether A · x = b for all points x, and A · v = 0 for all directions v. */
function holdsAll(
  { ambientDimension, equations }: AffineSubspace,
  points: readonly RationalVector[],
  directions: readonly RationalVector[],
): boolean {
  for (const vector of [...points, ...directions]) requireDimension(vector, ambientDimension);
  return equations.every((equation) => {
    // Rows have only a few nonzero entries: this skips the zeros once for each row, not once for each vector.
    const support: [index: number, coefficient: bigint][] = [];
    equation.numerators.forEach((coefficient, index) => {
      if (coefficient !== 0n) support.push([index, coefficient]);
    });
    const value = ({ numerators }: RationalVector, constant: bigint): bigint => {
      let sum = 0n;
      for (const [index, coefficient] of support)
        sum += coefficient * (index < ambientDimension ? entry(numerators, index) : constant);
      return sum;
    };
    return (
      points.every((point) => value(point, -point.denominator) === 0n) &&
      directions.every((direction) => value(direction, 0n) === 0n)
    );
  });
}

function requireDimension(vector: RationalVector, dimension: number): void {
  if (vector.dimension !== dimension) {
    throw new RangeError(`a vector of dimension ${vector.dimension} in Q^${dimension}`);
  }
}
