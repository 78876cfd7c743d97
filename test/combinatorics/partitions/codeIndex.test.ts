import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { CodeIndex } from "../../../src/combinatorics/partitions/codeIndex.js";
import { forEachLabelledPartition } from "../../../src/combinatorics/partitions/forEachLabelledPartition.js";
import { rankOfPartition } from "../../../src/combinatorics/partitions/ranking.js";
import { listedT, sizesUpTo } from "../oeisRows.js";

describe("CodeIndex", () => {
  it.each(sizesUpTo(6))("numbers the enumeration of (%d, %d)", (r, m) => {
    const index = new CodeIndex(r, m);
    expect(index.size).toBe(listedT(r, m));
    let place = 0;
    forEachLabelledPartition(r, m, (codes) => {
      if (index.indexOf(codes) !== place) expect.fail(`[${codes.join(",")}] is not at ${place}`);
      place++;
    });
    expect(place).toBe(index.size);
  });

  it("agrees with rank where places pass 2^32", () => {
    const index = new CodeIndex(6, 15);
    expect(index.size > 2 ** 32).toBe(true);
    fc.assert(
      fc.property(labelledPartitionOf(6, 15), (partition) => {
        expect(BigInt(index.indexOf(Int32Array.from(partition.codes)))).toBe(rankOfPartition(partition));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("takes zero blocks under any names", () => {
    const index = new CodeIndex(2, 5);
    const named = index.indexOf(Int32Array.of(0, 1, -1, 2, 0));
    expect(index.indexOf(Int32Array.of(-5, 1, -2, 2, -5))).toBe(named);
    expect(index.indexOf(Int32Array.of(-1, 1, 0, 2, -1))).toBe(named);
    expect(index.indexOf(Int32Array.of(-1, 1, -1, 2, 0))).not.toBe(named);
  });

  it("counts labels up to the last", () => {
    const index = new CodeIndex(15, 15);
    const codes = Int32Array.from({ length: 15 }, (_, unit) => 15 - unit);
    expect(index.indexOf(codes)).toBe(index.size - 1);
    expect(index.indexOf(codes.toReversed())).toBe(0);
  });

  it("refuses sizes whose places aren't exact numbers", () => {
    // 18! < 2^53 < 19!
    expect(new CodeIndex(18, 18).size).toBe(6402373705728000);
    expect(new CodeIndex(3, 2).size).toBe(0);
    for (const size of [19, 31])
      expect(() => new CodeIndex(size, size)).toThrow(
        new RangeError(`T(${size}, ${size}) passes 2^53; use rank`),
      );
    for (const [r, m] of [
      [32, 31],
      [1, 32],
    ] as const)
      expect(() => new CodeIndex(r, m)).toThrow(
        new RangeError(`(${r}, ${m}) is beyond 31 labels or neurons; use rank`),
      );
  });
});
