import { describe, expect, it } from "vitest";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { forEachOfRanks } from "../../../src/combinatorics/partitions/forEachOfRanks.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rankOfPartition } from "../../../src/combinatorics/partitions/ranking.js";
import { surjectionsBefore } from "../../../src/combinatorics/partitions/surjectionsBefore.js";
import { InputError } from "../../../src/exact/inputError.js";
import { listedT, sizesUpTo } from "../oeisRows.js";

const sizes = sizesUpTo(4).filter(([r, m]) => r <= m);

describe("the labelled partitions of a range of ranks", () => {
  it.each(sizes)("are those of the enumeration, for all ranges at (%d, %d)", (r, m) => {
    const all = [...labelledPartitions(r, m)];
    expect(all.length).toBe(listedT(r, m));
    let ranges = 0;
    for (let from = 0; from < all.length; from += 1)
      for (const to of new Set([from + 1, Math.ceil((from + all.length + 1) / 2), all.length])) {
        const seen: string[] = [];
        const visited = forEachOfRanks(r, m, BigInt(from), BigInt(to), (codes, zeroBlocks) => {
          seen.push(codes.join());
          expect(LabelledPartition.of(codes, r).zeroBlockCount).toBe(zeroBlocks);
        });
        expect(seen).toEqual(all.slice(from, to).map(({ key }) => key));
        expect(visited).toBe(to - from);
        ranges += 1;
      }
    expect(ranges).toBeGreaterThanOrEqual(all.length);
  });

  it("begin far out, where ranks pass 2^53", () => {
    const from = 2n ** 60n;
    const ranks: bigint[] = [];
    forEachOfRanks(12, 30, from, from + 3n, (codes) => {
      ranks.push(rankOfPartition(LabelledPartition.of(codes, 12)));
    });
    expect(ranks).toEqual([from, from + 1n, from + 2n]);
  });

  it("are refused where there are none", () => {
    const none = (from: bigint, to: bigint) => () => forEachOfRanks(2, 3, from, to, () => undefined);
    expect(none(-1n, 3n)).toThrow("no labelled partition has index -1");
    expect(none(3n, 13n)).toThrow("no labelled partition has index 12");
    expect(none(3n, 3n)).toThrow(new InputError("no places from 3 to below 3", "give from < to"));
  });
});

describe("surjections before a place", () => {
  it.each(sizes)("are as many as the enumeration has, at (%d, %d)", (r, m) => {
    let count = 0n;
    let place = 0n;
    for (const { zeroBlockCount } of labelledPartitions(r, m)) {
      expect(surjectionsBefore(r, m, place)).toBe(count);
      if (zeroBlockCount === 0) count += 1n;
      place += 1n;
    }
    expect(surjectionsBefore(r, m, place)).toBe(count);
    expect(() => surjectionsBefore(r, m, place + 1n)).toThrow(InputError);
  });
});
