import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { VectorMap } from "../../exact/vectors/vectorMap.js";
import { type Sign, distanceOf, spreadOf } from "./distances.js";
import { forEachNearPair } from "./nearPairs.js";
import { SignedForest } from "./signedForest.js";

/**
 * Points that are nearly one, up to their signs.
 *
 * @example classify(from, { tolerance: rational(0n), symmetry: everyActivation }).layers[0]?.groups[0]?.signs
 *   // [1]
 */
export interface NearGroup {
  /** Ascending, counted from 0. */
  readonly members: readonly number[];
  /** For each member 1, or −1 if it is nearly the mirror image of the first. */
  readonly signs: readonly (1 | -1)[];
  /** The largest distance between two of them. */
  readonly spread: Rational;
}

/** How many points a chain may link: their pairs are all compared. */
const LONGEST_CHAIN = 3000;

/**
 * The groups of points whose spread is at most a tolerance, by first member; the others are groups of their
 * own.
 *
 * Neighbours within the tolerance are linked. If that links a chain, whose ends are too far apart, it is cut
 * at its longest links, all of equal length at once, until each part fits: the groups are the largest parts
 * of the single-linkage tree with a spread within the tolerance. So the result doesn't depend on the order of
 * the points, and evenly spaced ones stay apart.
 *
 * @param isMirrored whether a point may be grouped with mirror images.
 * @throws InputError if the tolerance is so large that too many pairs or too long chains arise.
 */
export function nearGroups(
  points: readonly RationalVector[],
  tolerance: Rational,
  isMirrored: boolean,
): NearGroup[] {
  const forest = new SignedForest(points.length);
  const distinct = joinEqual(points, isMirrored, forest);
  const at = (index: number): number => entry(distinct, index);
  forEachNearPair(
    distinct.map((index) => entry(points, index)),
    tolerance,
    isMirrored,
    (one, other, sign) => {
      forest.join(at(one), at(other), sign);
    },
    (one, other) => forest.root(at(one)) === forest.root(at(other)),
  );
  const groups = forest.parts().flatMap((part) => {
    const whole = groupOf(points, part);
    return whole.spread.compare(tolerance) <= 0 ? [whole] : cut(points, part, tolerance, isMirrored);
  });
  return groups.sort((one, other) => entry(one.members, 0) - entry(other.members, 0));
}

/** Joins equal points first, since of n equal ones there are n² pairs, and returns the first of each. */
function joinEqual(points: readonly RationalVector[], isMirrored: boolean, forest: SignedForest): number[] {
  const seen = new VectorMap<{ readonly index: number; readonly sign: Sign }>();
  const firsts: number[] = [];
  points.forEach((point, index) => {
    const first = point.numerators.find((numerator) => numerator !== 0n);
    const sign = isMirrored && first !== undefined && first < 0n ? -1 : 1;
    const key = sign === 1 ? point : point.negated();
    const before = seen.get(key);
    if (before === undefined) {
      seen.add(key, { index, sign });
      firsts.push(index);
    } else forest.join(before.index, index, before.sign === sign ? 1 : -1);
  });
  return firsts;
}

interface Part {
  readonly members: readonly number[];
  readonly signs: readonly Sign[];
}

function groupOf(points: readonly RationalVector[], { members, signs }: Part): NearGroup {
  if (members.length === 1) return { members, signs: [1], spread: rational(0n) };
  const own = members.map((member) => entry(points, member));
  const relative = signs.map((sign): Sign => (sign === signs[0] ? 1 : -1));
  return { members, signs: relative, spread: spreadOf(own, relative) };
}

/** The largest parts of a chain's single-linkage tree that fit. */
function cut(
  points: readonly RationalVector[],
  { members }: Part,
  tolerance: Rational,
  isMirrored: boolean,
): NearGroup[] {
  if (members.length > LONGEST_CHAIN) {
    throw new InputError(
      `the tolerance links ${members.length} neurons to a chain whose ends are farther apart`,
      "give a smaller tolerance",
    );
  }
  const own = members.map((member) => entry(points, member));
  const forest = new SignedForest(own.length);
  // By root; a part that doesn't fit has none, and neither has what is linked to it later.
  const fitting = new Map(own.map((_, at) => [at, groupOf(own, forest.part(at))]));
  const done: NearGroup[] = [];
  for (const links of byLength(linksWithin(own, tolerance, isMirrored))) {
    const old = new Set(links.flatMap(({ one, other }) => [forest.root(one), forest.root(other)]));
    for (const { one, other, sign } of links) forest.join(one, other, sign);
    for (const [root, parts] of partsByRoot(old, forest)) {
      if (parts.length === 1) continue;
      const groups = parts.map((part) => fitting.get(part)).filter((group) => group !== undefined);
      for (const part of parts) fitting.delete(part);
      const joined = groups.length < parts.length ? undefined : groupOf(own, forest.part(root));
      if (joined !== undefined && joined.spread.compare(tolerance) <= 0) fitting.set(root, joined);
      else done.push(...groups);
    }
  }
  return [...done, ...fitting.values()].map((group) => ({
    ...group,
    members: group.members.map((at) => entry(members, at)),
  }));
}

interface Link {
  readonly one: number;
  readonly other: number;
  readonly sign: Sign;
  readonly length: Rational;
}

/** All links that are at most as long as the tolerance. */
function linksWithin(points: readonly RationalVector[], tolerance: Rational, isMirrored: boolean): Link[] {
  const links: Link[] = [];
  forEachNearPair(points, tolerance, isMirrored, (one, other, sign) => {
    const length = distanceOf(entry(points, one), entry(points, other), sign);
    links.push({ one, other, sign, length });
  });
  return links;
}

/** The links in lists of equal length, ascending. */
function byLength(links: readonly Link[]): Link[][] {
  const sorted = [...links].sort((one, other) => one.length.compare(other.length));
  const lists: Link[][] = [];
  for (const link of sorted) {
    const last = lists.at(-1);
    if (last?.[0]?.length.equals(link.length) === true) last.push(link);
    else lists.push([link]);
  }
  return lists;
}

/** What sets have become, by their roots now. */
function partsByRoot(old: ReadonlySet<number>, forest: SignedForest): Map<number, number[]> {
  const parts = new Map<number, number[]>();
  for (const part of old) {
    const root = forest.root(part);
    const list = parts.get(root);
    if (list === undefined) parts.set(root, [part]);
    else list.push(part);
  }
  return parts;
}
