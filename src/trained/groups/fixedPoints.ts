import { entry, noEntry } from "../../exact/entry.js";
import { bitLength, ceilingOfQuotient } from "../../exact/numbers/integer.js";
import type { Rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";

/** Bits of a coordinate: differences of two still fit into 32 bits with their sign. */
const BITS = 29;
const MOST = 1n << BigInt(BITS);

/**
 * Points with their coordinates cut off to integers of 30 bits, in units of 2^−scale. Cutting towards 0 and
 * at the ends moves two numbers apart by less than one unit, so that |p − q| ≤ ε leaves integers at most
 * ⌈ε·2^scale⌉ apart: what is farther apart here is so in truth.
 */
export interface FixedPoints {
  readonly count: number;
  readonly dimension: number;
  readonly scale: number;
  /** Point by point. */
  readonly coordinates: Int32Array;
}

/** The points in units that suit the largest of some of them. */
export function fixedPoints(points: readonly RationalVector[]): FixedPoints {
  const dimension = points.length === 0 ? 0 : entry(points, 0).dimension;
  const scale = BITS - largestBits(points);
  const coordinates = new Int32Array(points.length * dimension);
  points.forEach(({ numerators, denominator }, index) => {
    const divisor = scale < 0 ? denominator << BigInt(-scale) : denominator;
    const shift = scale < 0 ? 0n : BigInt(scale);
    for (let k = 0; k < dimension; k++) {
      const value = ((numerators[k] ?? noEntry(numerators, k)) << shift) / divisor;
      coordinates[index * dimension + k] = Number(value > MOST ? MOST : value < -MOST ? -MOST : value);
    }
  });
  return { count: points.length, dimension, scale, coordinates };
}

/** How far apart integers may be for points that are at most a tolerance apart. */
export function fixedTolerance({ scale }: FixedPoints, tolerance: Rational): number {
  const [above, below] = scale < 0 ? [0n, BigInt(-scale)] : [BigInt(scale), 0n];
  const units = ceilingOfQuotient(tolerance.n << above, tolerance.d << below);
  return Number(units > 2n * MOST ? 2n * MOST : units);
}

/** How many bits before the binary point the largest coordinate of a sample has; below 0 for small ones. */
function largestBits(points: readonly RationalVector[]): number {
  const step = Math.max(1, Math.trunc(points.length >> 6));
  let bits = -1100;
  for (let index = 0; index < points.length; index += step) {
    const { numerators, denominator } = entry(points, index);
    const below = bitLength(denominator);
    const most = numerators.reduce((size, n) => (n > size ? n : -n > size ? -n : size), 0n);
    if (most !== 0n) bits = Math.max(bits, bitLength(most) - below + 1);
  }
  return bits === -1100 ? 0 : bits;
}

/** The coordinate in which the points lie widest, as far as a sample tells. */
export function widestCoordinate({ count, dimension, coordinates }: FixedPoints): number {
  const step = Math.max(1, Math.trunc(count >> 10));
  let [widest, most] = [0, -1];
  for (let k = 0; k < dimension; k++) {
    let [low, high] = [0, 0];
    for (let index = 0; index < count; index += step) {
      const at = index * dimension + k;
      const value = coordinates[at] ?? noEntry(coordinates, at);
      if (index === 0 || value < low) low = value;
      if (index === 0 || value > high) high = value;
    }
    if (high - low > most) [widest, most] = [k, high - low];
  }
  return widest;
}
