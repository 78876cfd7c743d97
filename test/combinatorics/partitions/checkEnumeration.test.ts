import { describe, expect, it } from "vitest";
import { checkEnumeration } from "../../../src/combinatorics/partitions/checkEnumeration.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { listedT, sizesUpTo } from "../oeisRows.js";

const list = [...labelledPartitions(2, 3)];
const check = (partitions: LabelledPartition[], expected = 12n) =>
  checkEnumeration(partitions, 2, 3, expected);

describe("checkEnumeration", () => {
  it.each(sizesUpTo(5))("accepts the enumeration of (%d, %d)", (r, m) => {
    const expected = BigInt(listedT(r, m));
    expect(checkEnumeration(labelledPartitions(r, m), r, m, expected)).toEqual({ visited: expected });
  });

  it("accepts nothing where there is nothing", () => {
    expect(checkEnumeration([], 3, 2, 0n)).toEqual({ visited: 0n });
  });

  const misplaced = (key: string, place: number, expectation: string): string =>
    `[${key}] is at place ${place}, where ${expectation} is expected`;

  it("sees a dropped partition, wherever it was", () => {
    list.forEach(({ key }, place) => {
      const next = list[place + 1];
      const failure = next === undefined ? `ends before [${key}]` : misplaced(next.key, place, `[${key}]`);
      expect(check(list.toSpliced(place, 1))).toEqual({ visited: BigInt(place), failure });
    });
  });

  it("sees a repeated partition, wherever it is", () => {
    list.forEach((partition, place) => {
      const next = list[place + 1];
      const failure = misplaced(partition.key, place + 1, next === undefined ? "none" : `[${next.key}]`);
      expect(check(list.toSpliced(place, 0, partition)).failure).toBe(failure);
    });
  });

  it("sees two swapped, an empty list, a wrong count, and other sizes", () => {
    const other = LabelledPartition.of([1, 1, 1], 1);
    expect(check(list.toReversed()).failure).toBe(misplaced("0,2,1", 0, "[1,1,2]"));
    expect(check([])).toEqual({ visited: 0n, failure: "ends before [1,1,2]" });
    expect(check(list, 11n)).toEqual({ visited: 12n, failure: "12 visited, 11 expected" });
    expect(check([other]).failure).toBe(misplaced("1,1,1", 0, "[1,1,2]"));
    expect(check([...list, other]).failure).toBe(misplaced("1,1,1", 12, "none"));
  });
});
