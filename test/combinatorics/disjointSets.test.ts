import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DisjointSets } from "../../src/combinatorics/disjointSets.js";

/** Where each element's chain leads, as a list that two partitions share if and only if they are the same. */
function blocks(sets: DisjointSets, size: number): number[] {
  const roots = Array.from({ length: size }, (_, element) => sets.find(element));
  return roots.map((root) => roots.indexOf(root));
}

/** The same by relabelling all elements at each merger. */
function plainBlocks(size: number, mergers: readonly (readonly [number, number])[]): number[] {
  let labels = Array.from({ length: size }, (_, element) => element);
  for (const [left, right] of mergers) {
    const [from, to] = [labels[left], labels[right]];
    labels = labels.map((label) => (label === from ? (to ?? label) : label));
  }
  return labels.map((label) => labels.indexOf(label));
}

describe("DisjointSets", () => {
  it("starts with every element alone", () => {
    const sets = new DisjointSets(3);
    expect(sets.count).toBe(3);
    expect([0, 1, 2].map((element) => sets.find(element))).toEqual([0, 1, 2]);
    expect(new DisjointSets(0).count).toBe(0);
  });

  it("says whether a merger was one, and counts it just then", () => {
    const sets = new DisjointSets(4);
    expect([sets.union(0, 1), sets.count]).toEqual([true, 3]);
    expect([sets.union(1, 0), sets.count]).toEqual([false, 3]);
    expect([sets.union(2, 2), sets.count]).toEqual([false, 3]);
    expect([sets.union(3, 2), sets.count]).toEqual([true, 2]);
    expect([sets.union(0, 3), sets.count]).toEqual([true, 1]);
    expect([sets.union(1, 2), sets.count]).toEqual([false, 1]);
  });

  it("keeps the root of the larger set, and the left one of two equals", () => {
    const sets = new DisjointSets(5);
    sets.union(1, 0);
    expect([sets.find(0), sets.find(1)]).toEqual([1, 1]);
    sets.union(2, 0);
    expect(sets.find(2)).toBe(1);
    sets.union(3, 4);
    expect(sets.find(4)).toBe(3);
    sets.union(4, 2);
    expect([0, 1, 2, 3, 4].map((element) => sets.find(element))).toEqual([1, 1, 1, 1, 1]);
  });

  it("has the sets that relabelling by hand has", () => {
    const size = 12;
    const element = fc.nat({ max: size - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(element, element), { maxLength: 20 }), (mergers) => {
        const sets = new DisjointSets(size);
        mergers.forEach(([left, right], index) => {
          const before = plainBlocks(size, mergers.slice(0, index));
          expect(sets.union(left, right)).toBe(before[left] !== before[right]);
          const expected = plainBlocks(size, mergers.slice(0, index + 1));
          expect(blocks(sets, size)).toEqual(expected);
          expect(sets.count).toBe(new Set(expected).size);
        });
      }),
      { seed: 1201 },
    );
  });

  it("finds the root at the end of a long chain, however often asked", () => {
    // Sets of equal size, merged pair by pair: the only way to make chains of length log₂ size.
    const size = 64;
    const sets = new DisjointSets(size);
    for (let step = 1; step < size; step *= 2) {
      for (let left = 0; left < size; left += 2 * step) sets.union(left + step, left);
    }
    expect(sets.count).toBe(1);
    const root = size - 1;
    for (let round = 0; round < 3; round += 1) expect(sets.find(0)).toBe(root);
    expect(blocks(sets, size)).toEqual(new Array(size).fill(0));
  });

  it("a merger left out is seen", () => {
    const mergers = [[0, 1] as const, [1, 2] as const];
    const sets = new DisjointSets(3);
    sets.union(0, 1);
    expect(blocks(sets, 3)).not.toEqual(plainBlocks(3, mergers));
  });

  it("refuses elements that it hasn't", () => {
    const sets = new DisjointSets(2);
    expect(() => sets.find(2)).toThrow(new RangeError("no element 2 among 2"));
    expect(() => sets.union(0, -1)).toThrow(new RangeError("no element -1 among 2"));
    expect(() => sets.find(1 / 2)).toThrow(new RangeError("no element 0.5 among 2"));
  });
});
