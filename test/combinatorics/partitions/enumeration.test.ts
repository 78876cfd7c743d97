import { describe, expect, it } from "vitest";
import {
  first,
  labelledPartitions,
  successorOf,
  surjectionsOf,
} from "../../../src/combinatorics/partitions/enumeration.js";
import {
  forEachLabelledPartition,
  forEachSurjection,
} from "../../../src/combinatorics/partitions/forEachLabelledPartition.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { lastCodes, listedG, listedT, sizesUpTo } from "../oeisRows.js";

/** The order, said once more: positions from the left, labels ascending, then zero blocks by appearance. */
function comesBefore(p: LabelledPartition, q: LabelledPartition): boolean {
  const place = p.codes.findIndex((code, unit) => code !== q.codes[unit]);
  if (place < 0) return false;
  const weight = (code: number): number => (code > 0 ? code : 100 - code);
  return weight(p.codes[place] ?? NaN) < weight(q.codes[place] ?? NaN);
}

/** Every list of codes, whether or not it is a labelled partition. */
function allLists(r: number, m: number): number[][] {
  if (m === 0) return [[]];
  const letters = Array.from({ length: r + m }, (_, index) => r - index);
  return allLists(r, m - 1).flatMap((list) => letters.map((letter) => [...list, letter]));
}

const valid = (codes: number[], r: number): boolean => {
  try {
    LabelledPartition.of(codes, r);
    return true;
  } catch {
    return false;
  }
};

describe("canonical order", () => {
  it("starts as documented", () => {
    expect(first(2, 4)?.codes).toEqual([1, 1, 1, 2]);
    expect(first(0, 2)?.codes).toEqual([0, 0]);
    expect(first(3, 3)?.codes).toEqual([1, 2, 3]);
    expect(first(0, 0)?.codes).toEqual([]);
    expect(lastCodes(2, 4)).toEqual([0, -1, 2, 1]);
    expect(lastCodes(0, 2)).toEqual([0, -1]);
  });

  it("lists (2, 3) as by hand", () => {
    expect([...labelledPartitions(2, 3)].map((partition) => partition.key).join(" ")).toBe(
      "1,1,2 1,2,1 1,2,2 1,2,0 1,0,2 2,1,1 2,1,2 2,1,0 2,2,1 2,0,1 0,1,2 0,2,1",
    );
    expect([...surjectionsOf(2, 3)].map((partition) => partition.key).join(" ")).toBe(
      "1,1,2 1,2,1 1,2,2 2,1,1 2,1,2 2,2,1",
    );
  });

  it("has no labelled partition for r > m", () => {
    expect(first(1, 0)).toBeUndefined();
    expect([...labelledPartitions(4, 3), ...surjectionsOf(4, 3)]).toEqual([]);
    expect([...labelledPartitions(1e9, 3)]).toEqual([]);
  });

  it("has one empty labelled partition, and no surjection onto nothing", () => {
    expect([...labelledPartitions(0, 0)].map((partition) => partition.codes)).toEqual([[]]);
    expect([...surjectionsOf(0, 0)].map((partition) => partition.codes)).toEqual([[]]);
    expect([...surjectionsOf(0, 2)]).toEqual([]);
  });
});

describe("the enumeration", () => {
  it.each(sizesUpTo(4))("(%d, %d) contains the valid lists of codes and no others", (r, m) => {
    const expected = allLists(r, m).filter((codes) => valid(codes, r));
    const keys = [...labelledPartitions(r, m)].map((partition) => partition.key);
    expect(new Set(keys)).toEqual(new Set(expected.map((codes) => codes.join(","))));
    expect(keys.length).toBe(expected.length);
  });

  it.each(sizesUpTo(6))("(%d, %d) ascends strictly, is its successor chain, and has length T", (r, m) => {
    let before: LabelledPartition | undefined;
    let visited = 0;
    for (const partition of labelledPartitions(r, m)) {
      if (before === undefined) expect(partition.key).toBe(first(r, m)?.key);
      else if (!comesBefore(before, partition)) expect.fail(`[${before.key}] before [${partition.key}]`);
      else if (successorOf(before)?.key !== partition.key)
        expect.fail(`[${before.key}] has another successor`);
      before = partition;
      visited++;
    }
    expect(visited).toBe(listedT(r, m));
    expect(before?.codes).toEqual(lastCodes(r, m));
    expect(before && successorOf(before)).toBeUndefined();
  });

  it.each(sizesUpTo(5))("(%d, %d) without zero blocks consists of the surjective ones", (r, m) => {
    const surjective = [...labelledPartitions(r, m)].filter((partition) => partition.zeroBlockCount === 0);
    const keys = [...surjectionsOf(r, m)].map((partition) => partition.key);
    expect(keys).toEqual(surjective.map((partition) => partition.key));
    expect(keys.length).toBe(listedG(r, m));
  });
});

describe("the enumeration by reused codes", () => {
  it.each(sizesUpTo(7))("(%d, %d) visits T and G different lists", (r, m) => {
    const keys = new Set<string>();
    let calls = 0;
    const visited = forEachLabelledPartition(r, m, (codes) => {
      keys.add(codes.join());
      calls++;
    });
    expect([visited, calls, keys.size]).toEqual([listedT(r, m), listedT(r, m), listedT(r, m)]);
    let surjections = 0;
    const visitedSurjections = forEachSurjection(r, m, () => {
      surjections++;
    });
    expect([visitedSurjections, surjections]).toEqual([listedG(r, m), listedG(r, m)]);
  });

  it.each([...sizesUpTo(5), [6, 5] as const, [1, 0] as const])(
    "(%d, %d) agrees with the one by objects",
    (r, m) => {
      const lists: string[] = [];
      forEachLabelledPartition(r, m, (codes) => lists.push(codes.join(",")));
      expect(lists).toEqual([...labelledPartitions(r, m)].map((partition) => partition.key));
      const surjections: string[] = [];
      forEachSurjection(r, m, (codes) => surjections.push(codes.join(",")));
      expect(surjections).toEqual([...surjectionsOf(r, m)].map((partition) => partition.key));
    },
  );

  it("has room for 31 labels, and refuses more", () => {
    const lists: string[] = [];
    const stop = new Error("enough");
    expect(() =>
      forEachLabelledPartition(31, 31, (codes) => {
        lists.push(codes.slice(28).join());
        if (lists.length === 3) throw stop;
      }),
    ).toThrow(stop);
    expect(lists).toEqual(["29,30,31", "29,31,30", "30,29,31"]);
    expect(() => forEachLabelledPartition(32, 32, () => undefined)).toThrow(
      new RangeError("r is 32: too many to visit beyond 31 labels"),
    );
    expect(forEachLabelledPartition(32, 31, () => undefined)).toBe(0);
  });

  it("allocates nothing for labels that can't fit", () => {
    expect(forEachLabelledPartition(1e9, 3, () => undefined)).toBe(0);
  });
});
