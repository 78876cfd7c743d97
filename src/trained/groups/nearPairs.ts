import { entry, noEntry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { formatRational, type Rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Sign, distanceOf } from "./distances.js";
import { type FixedPoints, fixedPoints, fixedTolerance, widestCoordinate } from "./fixedPoints.js";

/** How many pairs are looked at: some ten seconds. */
const MOST_PAIRS = 1_000_000_000;

/**
 * Visits the pairs of points that are at most a tolerance apart, with the sign for which they are. Points are
 * sorted by their widest coordinate, and each is compared with those close to it there, as integers first;
 * so the cost grows with the tolerance rather than with all pairs.
 *
 * @param isMirrored whether a point may also be near another's mirror image.
 * @param isKnown leaves out a pair before it is compared exactly.
 * @throws InputError if the tolerance is so large that too many pairs have to be compared.
 */
export function forEachNearPair(
  points: readonly RationalVector[],
  tolerance: Rational,
  isMirrored: boolean,
  visit: (one: number, other: number, sign: Sign) => void,
  isKnown: (one: number, other: number) => boolean = () => false,
): void {
  const fixed = fixedPoints(points);
  const apart = fixedTolerance(fixed, tolerance);
  const { keys, owners } = sortedKeys(fixed, isMirrored);
  let looked = 0;
  for (let from = 0; from < owners.length; from++) {
    const [key, one] = [entry(keys, from), entry(owners, from)];
    for (let to = from + 1; to < owners.length; to++) {
      if ((keys[to] ?? noEntry(keys, to)) - key > apart) break;
      looked += 1;
      const other = owners[to] ?? noEntry(owners, to);
      const [i, j] = [indexOf(one), indexOf(other)];
      const sign = one < 0 === other < 0 ? 1 : -1;
      // Mirrored, a pair is met twice, with both signs turned.
      if (one < 0 && (sign === 1 || i <= j)) continue;
      if (other < 0 && j <= i) continue;
      if (isKnown(i, j)) continue;
      if (isFar(fixed, i, j, sign, apart)) continue;
      if (distanceOf(entry(points, i), entry(points, j), sign).compare(tolerance) <= 0) visit(i, j, sign);
    }
    if (looked > MOST_PAIRS) throw tooMany(tolerance, points.length);
  }
}

/** A point's own key belongs to its index i, that of its mirror image to −1 − i. */
function indexOf(owner: number): number {
  return owner < 0 ? -1 - owner : owner;
}

interface SortedKeys {
  readonly keys: Int32Array;
  readonly owners: Int32Array;
}

function sortedKeys(fixed: FixedPoints, isMirrored: boolean): SortedKeys {
  const { count, dimension, coordinates } = fixed;
  const widest = widestCoordinate(fixed);
  const keyOf = (owner: number): number => {
    const at = indexOf(owner) * dimension + widest;
    const key = coordinates[at] ?? noEntry(coordinates, at);
    return owner < 0 ? -key : key;
  };
  const owners = new Int32Array(isMirrored ? 2 * count : count);
  for (let index = 0; index < count; index++) {
    owners[index] = index;
    if (isMirrored) owners[count + index] = -1 - index;
  }
  owners.sort((one, other) => keyOf(one) - keyOf(other));
  return { keys: owners.map(keyOf), owners };
}

/** Whether two points are surely farther apart than the tolerance. */
function isFar(
  { dimension, coordinates }: FixedPoints,
  one: number,
  other: number,
  sign: Sign,
  apart: number,
): boolean {
  for (let k = 0; k < dimension; k++) {
    const [at, there] = [one * dimension + k, other * dimension + k];
    const value = coordinates[there] ?? noEntry(coordinates, there);
    const difference = (coordinates[at] ?? noEntry(coordinates, at)) - (sign === 1 ? value : -value);
    if (difference > apart || -difference > apart) return true;
  }
  return false;
}

function tooMany(tolerance: Rational, count: number): InputError {
  return new InputError(
    `at the tolerance ${formatRational(tolerance)} too many of ${count} neurons are close in one weight`,
    "give a smaller tolerance",
  );
}

/** How many points {@link nearestOthers} takes, as it compares all pairs. */
export const MOST_POINTS = 6000;

/** The nearest other point. */
export interface Nearest {
  readonly other: number;
  readonly distance: Rational;
}

/**
 * For each point the nearest other one, or the nearest mirror image; none for a point alone. Nearest is meant
 * up to the cut-off integers, 2^−29 of the largest coordinate; the distance to that one is exact.
 *
 * @throws InputError beyond {@link MOST_POINTS} points.
 */
export function nearestOthers(points: readonly RationalVector[], isMirrored: boolean): Nearest[] {
  if (points.length > MOST_POINTS) {
    throw new InputError(
      `a layer has ${points.length} neurons, and the largest gap is looked for among ${MOST_POINTS} at most`,
      "give a tolerance",
    );
  }
  const fixed = fixedPoints(points);
  const signs: readonly Sign[] = isMirrored ? [1, -1] : [1];
  return points.flatMap((point, one) => {
    let [nearest, near, nearSign] = [-1, 0x7fffffff, 1 as Sign];
    for (let other = 0; other < points.length; other++) {
      if (other === one) continue;
      for (const sign of signs) {
        if (isFar(fixed, one, other, sign, near - 1)) continue;
        [nearest, near, nearSign] = [other, fixedDistance(fixed, one, other, sign), sign];
      }
    }
    if (nearest < 0) return [];
    return [{ other: nearest, distance: distanceOf(point, entry(points, nearest), nearSign) }];
  });
}

function fixedDistance(
  { dimension, coordinates }: FixedPoints,
  one: number,
  other: number,
  sign: Sign,
): number {
  let most = 0;
  for (let k = 0; k < dimension; k++) {
    const value = entry(coordinates, other * dimension + k);
    const difference = entry(coordinates, one * dimension + k) - (sign === 1 ? value : -value);
    most = Math.max(most, Math.abs(difference));
  }
  return most;
}
