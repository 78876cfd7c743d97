import { entry, noEntry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";

/** 1, or −1 for a point that counts as its mirror image. */
export type Sign = 1 | -1;

/**
 * The largest |p_k − sign·q_k|: the distance that this room measures by, since a bound on it is one on each
 * weight, and the largest distance in a group takes one pass.
 *
 * @throws RangeError if q has fewer coordinates.
 * @example distanceOf(RationalVector.parse("1", "0"), RationalVector.parse("-1", "2"), -1).n === 2n
 */
export function distanceOf(p: RationalVector, q: RationalVector, sign: Sign): Rational {
  let most = 0n;
  const [left, right] = [q.denominator, sign === 1 ? p.denominator : -p.denominator];
  for (let k = 0; k < p.dimension; k++) {
    const a = p.numerators[k] ?? noEntry(p.numerators, k);
    const b = q.numerators[k] ?? noEntry(q.numerators, k);
    const difference = a * left - b * right;
    if (difference > most) most = difference;
    else if (-difference > most) most = -difference;
  }
  return rational(most, p.denominator * q.denominator);
}

/** The largest |p_k|; 0 for a point without coordinates. */
export function sizeOf({ numerators, denominator }: RationalVector): Rational {
  let most = 0n;
  for (const numerator of numerators) {
    if (numerator > most) most = numerator;
    else if (-numerator > most) most = -numerator;
  }
  return rational(most, denominator);
}

/**
 * The largest distance between two points of a group, each with its sign: the longest side of the box that
 * they fill.
 *
 * @throws RangeError if there is no point.
 */
export function spreadOf(points: readonly RationalVector[], signs: readonly Sign[]): Rational {
  const { dimension } = entry(points, 0);
  // One fraction at the end, since each costs a greatest common divisor.
  let [spread, over] = [0n, 1n];
  for (let k = 0; k < dimension; k++) {
    let [least, most] = [signedAt(points, signs, 0, k), signedAt(points, signs, 0, k)];
    for (let index = 1; index < points.length; index++) {
      const value = signedAt(points, signs, index, k);
      if (isBelow(value, least)) least = value;
      if (isBelow(most, value)) most = value;
    }
    if (least.numerator === most.numerator && least.denominator === most.denominator) continue;
    const side = most.numerator * least.denominator - least.numerator * most.denominator;
    const common = most.denominator * least.denominator;
    if (side * over > spread * common) [spread, over] = [side, common];
  }
  return rational(spread, over);
}

interface Coordinate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function signedAt(
  points: readonly RationalVector[],
  signs: readonly Sign[],
  index: number,
  k: number,
): Coordinate {
  const { numerators, denominator } = entry(points, index);
  const numerator = numerators[k] ?? noEntry(numerators, k);
  return { numerator: entry(signs, index) === 1 ? numerator : -numerator, denominator };
}

function isBelow(left: Coordinate, right: Coordinate): boolean {
  return left.denominator === right.denominator
    ? left.numerator < right.numerator
    : left.numerator * right.denominator < right.numerator * left.denominator;
}
