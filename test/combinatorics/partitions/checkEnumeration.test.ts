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

  it("sees a dropped partition, wherever it was", () => {
    list.forEach((dropped, place) => {
      const left = list.filter((_, index) => index !== place);
      const next = list[place + 1];
      const failure =
        next === undefined
          ? `ends before [${dropped.key}]`
          : `[${next.key}] stands at place ${place}, where [${dropped.key}] is due`;
      expect(check(left)).toEqual({ visited: BigInt(place), failure });
    });
  });

  it("sees a repeated partition, wherever it is", () => {
    list.forEach((repeated, place) => {
      const due = list[place + 1];
      const found = check([...list.slice(0, place + 1), ...list.slice(place)]);
      expect(found.failure).toBe(
        `[${repeated.key}] stands at place ${place + 1}, where ${due === undefined ? "nothing" : `[${due.key}]`} is due`,
      );
    });
  });

  it("sees two swapped, an empty list, a wrong count, and other sizes", () => {
    expect(check([...list].reverse()).failure).toBe("[0,2,1] stands at place 0, where [1,1,2] is due");
    expect(check([])).toEqual({ visited: 0n, failure: "ends before [1,1,2]" });
    expect(check(list, 11n)).toEqual({ visited: 12n, failure: "12 visited, 11 expected" });
    expect(check([LabelledPartition.of([1, 1, 1], 1)]).failure).toBe(
      "[1,1,1] stands at place 0, where [1,1,2] is due",
    );
    expect(check([...list, LabelledPartition.of([1, 1, 1], 1)]).failure).toBe(
      "[1,1,1] stands at place 12, where nothing is due",
    );
  });
});
