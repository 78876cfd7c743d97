import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type NearGroup, nearGroups } from "../../../src/trained/groups/nearGroups.js";

const points = (...rows: string[]): RationalVector[] =>
  rows.map((row) => RationalVector.parse(...row.split(" ")));
const membersOf = (groups: readonly NearGroup[]): (readonly number[])[] =>
  groups.map(({ members }) => members);
const grouped = (rows: readonly string[], tolerance: Rational, isMirrored = false): (readonly number[])[] =>
  membersOf(nearGroups(points(...rows), tolerance, isMirrored));

describe("nearGroups", () => {
  it("groups what is within the tolerance in every coordinate, ends included", () => {
    const rows = ["0 0", "1 -1", "1 1", "10 0", "10 1", "5 5"];
    expect(grouped(rows, rational(2n))).toEqual([[0, 1, 2], [3, 4], [5]]);
    expect(grouped(rows, rational(199n, 100n))).toEqual([[0], [1], [2], [3, 4], [5]]);
  });

  it("says how far apart the members are, and which are mirrored", () => {
    const [group] = nearGroups(points("1 2", "-1 -9/4", "5/4 2"), rational(1n), true);
    expect(group?.signs).toEqual([1, -1, 1]);
    expect(group?.spread.equals(rational(1n, 4n))).toBe(true);
    expect(grouped(["1 2", "-1 -9/4", "5/4 2"], rational(1n))).toEqual([[0, 2], [1]]);
  });

  it("leaves evenly spaced points apart, and cuts a chain at its longest links", () => {
    expect(grouped(["0", "1", "2", "3"], rational(1n))).toEqual([[0], [1], [2], [3]]);
    expect(grouped(["0", "1", "2", "3"], rational(3n))).toEqual([[0, 1, 2, 3]]);
    expect(grouped(["0", "3", "1/2", "7/2", "13/2", "20"], rational(3n))).toEqual([[0, 2], [1, 3], [4], [5]]);
  });

  it("takes equal points as one however many there are", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => (index % 2 === 0 ? "1 2" : "-1 -2"));
    expect(membersOf(nearGroups(points(...many), rational(0n), true))).toHaveLength(1);
    expect(membersOf(nearGroups(points(...many), rational(0n), false))).toHaveLength(2);
  });

  it("is what the definition says, by all pairs, in any order of the points", () => {
    const coordinate = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 7 }));
    const point = fc.tuple(coordinate, coordinate, fc.boolean());
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        (list, tolerance, isMirrored) => {
          const numbers = list.map(([a, b, isTurned]) =>
            [a, b].map(([whole, part]) => (isTurned ? -1 : 1) * (100 * (whole + 1) + part)),
          );
          const own = numbers.map((row) => RationalVector.of(row.map(BigInt), 8n));
          const epsilon = rational(BigInt(tolerance), 8n);
          const found = membersOf(nearGroups(own, epsilon, isMirrored));
          expect(found).toEqual(expected(numbers, tolerance, isMirrored));
          const reversed = membersOf(nearGroups([...own].reverse(), epsilon, isMirrored));
          const back = reversed.map((group) => group.map((at) => own.length - 1 - at).sort((a, b) => a - b));
          expect(back.sort((a, b) => entry(a, 0) - entry(b, 0))).toEqual(found);
        },
      ),
      { seed: 21, numRuns: 500 },
    );
  });

  it("refuses a tolerance that links all of many neurons to a chain", () => {
    const chain = Array.from({ length: 3100 }, (_, index) => String(index));
    expect(() => grouped(chain, rational(2n))).toThrow(
      "the tolerance links 3100 neurons to a chain whose ends are farther apart; give a smaller tolerance",
    );
  });
});

/**
 * The groups by definition, in integers far from 0, where a point has one sign only: the levels of single
 * linkage, and of each point the largest set, over all levels, whose diameter is within the tolerance.
 */
function expected(points: readonly number[][], tolerance: number, isMirrored: boolean): number[][] {
  const own = isMirrored ? points.map((point) => point.map(Math.abs)) : points;
  const distance = (i: number, j: number): number =>
    Math.max(...entry(own, i).map((value, k) => Math.abs(value - entry(entry(own, j), k))));
  const all = [...own.keys()];
  const linked = (from: number, level: number): number[] => {
    const reached = new Set([from]);
    for (const at of reached) for (const next of all) if (distance(at, next) <= level) reached.add(next);
    return [...reached].sort((a, b) => a - b);
  };
  const largest = all.map((at) => {
    const parts = Array.from({ length: tolerance + 1 }, (_, level) => linked(at, level));
    const fits = (part: number[]): boolean =>
      part.every((i) => part.every((j) => distance(i, j) <= tolerance));
    return parts.filter(fits).at(-1) ?? [at];
  });
  return largest.filter((part, at) => part[0] === at);
}
