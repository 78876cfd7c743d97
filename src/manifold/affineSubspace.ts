import type { RationalVector } from "../exact/rationalVector.js";

/**
 * An affine subspace of Q^n in both of its forms, written down apart from each other so that either can
 * check the other.
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

/** The dimension, by its parametrization. */
export function dimensionOf(subspace: AffineSubspace): number {
  return subspace.directions.length;
}

/**
 * Whether a point satisfies every equation.
 *
 * @throws RangeError if the point is not in Q^n.
 */
export function holdsPoint(subspace: AffineSubspace, point: RationalVector): boolean {
  requireDimension(point, subspace.ambientDimension);
  return subspace.equations.every((equation) => residual(equation, point, 1n) === 0n);
}

/**
 * Whether one affine subspace includes another: the inner base point satisfies the outer equations, and
 * every inner direction solves their homogeneous form. No elimination is needed, so this is exact and quick.
 */
export function includes(outer: AffineSubspace, inner: AffineSubspace): boolean {
  return (
    holdsPoint(outer, inner.base) &&
    inner.directions.every((direction) => {
      requireDimension(direction, outer.ambientDimension);
      return outer.equations.every((equation) => residual(equation, direction, 0n) === 0n);
    })
  );
}

/** The rows of both sets of equations: the intersection, without saying whether it is empty. */
export function stackedEquations(left: AffineSubspace, right: AffineSubspace): RationalVector[] {
  if (left.ambientDimension !== right.ambientDimension) {
    throw new RangeError(`subspaces of Q^${left.ambientDimension} and Q^${right.ambientDimension}`);
  }
  return [...left.equations, ...right.equations];
}

/** A · x − weight · b up to a positive factor, over the common denominators. */
function residual(equation: RationalVector, point: RationalVector, weight: bigint): bigint {
  const last = point.dimension;
  let sum = -weight * (equation.numerators[last] ?? 0n) * point.denominator;
  point.numerators.forEach((coordinate, index) => {
    const coefficient = equation.numerators[index] ?? 0n;
    if (coefficient !== 0n) sum += coefficient * coordinate;
  });
  return sum;
}

function requireDimension(vector: RationalVector, dimension: number): void {
  if (vector.dimension !== dimension) {
    throw new RangeError(`a vector of dimension ${vector.dimension} in Q^${dimension}`);
  }
}
