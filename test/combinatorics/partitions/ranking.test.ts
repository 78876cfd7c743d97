import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { CompletionTable } from "../../../src/combinatorics/partitions/completionTable.js";
import { first, labelledPartitions, successorOf } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rankOfPartition, partitionOfRank } from "../../../src/combinatorics/partitions/ranking.js";
import { InputError } from "../../../src/exact/inputError.js";
import { lastCodes, listedT, sizesUpTo } from "../oeisRows.js";

describe("the completion table", () => {
  it.each(sizesUpTo(9))("counts T(%d, %d) in all", (r, m) => {
    expect(new CompletionTable(r, m).total).toBe(BigInt(listedT(r, m)));
  });

  it("counts the completions of every prefix", () => {
    const partitions = [...labelledPartitions(2, 4)];
    const table = new CompletionTable(2, 4);
    let prefixes = 0;
    for (let length = 0; length <= 4; length++) {
      const counts = new Map<string, number>();
      for (const { codes } of partitions) {
        const prefix = codes.slice(0, length).join();
        counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
      }
      for (const [prefix, completions] of counts) {
        const codes = prefix === "" ? [] : prefix.split(",").map(Number);
        const used = new Set(codes.filter((code) => code > 0)).size;
        const zero = new Set(codes.filter((code) => code <= 0)).size;
        expect(table.count(4 - length, 2 - used, zero)).toBe(BigInt(completions));
        prefixes++;
      }
    }
    // 62 = T(2,4) full lists, and those of 0…3 units that have room for the missing labels.
    expect(prefixes).toBe(1 + 3 + 10 + 32 + 62);
  });

  it("is 0 where there is no completion", () => {
    const table = new CompletionTable(2, 3);
    expect(table.count(1, 2, 0)).toBe(0n);
    expect(table.count(0, 1, 0)).toBe(0n);
    expect(table.count(0, 0, 1)).toBe(1n);
    expect(new CompletionTable(4, 3).total).toBe(0n);
  });

  it.each([
    [4, 0, 0],
    [1, -1, 0],
    [2, 0, 2],
  ])("has no entry for %d units left, %d labels missing and %d zero blocks, at (2, 3)", (...prefix) => {
    expect(() => new CompletionTable(2, 3).count(...prefix)).toThrow(RangeError);
  });
});

describe("rank and unrank", () => {
  it.each(sizesUpTo(5))("number the enumeration of (%d, %d)", (r, m) => {
    let index = 0n;
    for (const partition of labelledPartitions(r, m)) {
      expect(rankOfPartition(partition)).toBe(index);
      expect(partitionOfRank(r, m, index).key).toBe(partition.key);
      index++;
    }
    expect(index).toBe(BigInt(listedT(r, m)));
  });

  it("are inverse at m = 30, where an index passes 2^53", () => {
    const table = new CompletionTable(12, 30);
    expect(table.total > 2n ** 53n).toBe(true);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: table.total - 1n }), (index) => {
        expect(rankOfPartition(partitionOfRank(12, 30, index))).toBe(index);
      }),
      { seed: 2, numRuns: 25 },
    );
    fc.assert(
      fc.property(labelledPartitionOf(12, 30), (partition) => {
        const index = rankOfPartition(partition);
        expect(partitionOfRank(12, 30, index).key).toBe(partition.key);
        const next = successorOf(partition);
        if (next !== undefined) expect(rankOfPartition(next)).toBe(index + 1n);
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  it("put the first at 0 and the last at T − 1", () => {
    const table = new CompletionTable(3, 20);
    expect(partitionOfRank(3, 20, 0n).key).toBe(first(3, 20)?.key);
    expect(partitionOfRank(3, 20, table.total - 1n).codes).toEqual(lastCodes(3, 20));
  });

  it("keep sizes apart", () => {
    // The table of the size before is at hand; each of these differs from it in one of r and m.
    expect(rankOfPartition(LabelledPartition.of([0, 2, 1], 2))).toBe(11n);
    expect(rankOfPartition(LabelledPartition.of([0, -1, 1], 1))).toBe(9n);
    expect(rankOfPartition(LabelledPartition.of([0, 1], 1))).toBe(2n);
  });

  it("refuse an index out of range", () => {
    const problem = (index: bigint) => `no labelled partition has index ${index} at`;
    for (const index of [12n, -1n])
      expect(() => partitionOfRank(2, 3, index)).toThrow(
        new InputError(`${problem(index)} r = 2, m = 3`, "use an index 0…11"),
      );
    expect(() => partitionOfRank(4, 3, 0n)).toThrow(
      new InputError(`${problem(0n)} r = 4, m = 3`, "use r ≤ m"),
    );
  });
});
