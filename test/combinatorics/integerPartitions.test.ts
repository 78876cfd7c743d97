import { describe, expect, it } from "vitest";
import { integerPartitions } from "../../src/combinatorics/integerPartitions.js";

describe("integerPartitions", () => {
  it("lists the partitions of 5 in descending order", () => {
    expect([...integerPartitions(5)].join(" ")).toBe("5 4,1 3,2 3,1,1 2,2,1 2,1,1,1 1,1,1,1,1");
  });

  it("lists those with a given number of parts", () => {
    expect([...integerPartitions(7, 3)].join(" ")).toBe("5,1,1 4,2,1 3,3,1 3,2,2");
    for (let sum = 0; sum <= 9; sum++) {
      for (let parts = 0; parts <= 10; parts++) {
        const filtered = [...integerPartitions(sum)].filter((list) => list.length === parts);
        expect([...integerPartitions(sum, parts)]).toEqual(filtered);
      }
    }
  });

  it("counts as many as Euler did", () => {
    const counts = Array.from({ length: 13 }, (_, sum) => [...integerPartitions(sum)].length);
    expect(counts).toEqual([1, 1, 2, 3, 5, 7, 11, 15, 22, 30, 42, 56, 77]);
  });

  it("has the empty partition of 0 only, and into 0 parts only that", () => {
    expect([...integerPartitions(0)]).toEqual([[]]);
    expect([...integerPartitions(0, 0)]).toEqual([[]]);
    expect([...integerPartitions(0, 1)]).toEqual([]);
    expect([...integerPartitions(2, 0)]).toEqual([]);
    expect([...integerPartitions(2, 3)]).toEqual([]);
  });

  it("does not go through all partitions of a sum to list those of few parts, or of many", () => {
    const pairs = [...integerPartitions(300, 2)];
    expect(pairs).toHaveLength(150);
    expect([pairs[0], pairs.at(-1)]).toEqual([
      [299, 1],
      [150, 150],
    ]);
    // 298 ones, and 2 more to share out.
    const almostAll = [...integerPartitions(300, 298)].map((list) => list.slice(0, 3));
    expect(almostAll).toEqual([
      [3, 1, 1],
      [2, 2, 1],
    ]);
  });
});
