import { describe, expect, it, test } from "vitest";
import { labelledPartitionCountByStirling } from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjectionsByStirling } from "../../../src/combinatorics/counts/surjections.js";
import { forEachSignedLabelledPartition } from "../../../src/combinatorics/signed/forEachSigned.js";
import { mirroringOf } from "../../../src/combinatorics/signed/parity.js";
import {
  checkSignedEnumeration,
  rankOfSigned,
  signedLabelledPartitions,
  signedOfRank,
  signedSuccessorOf,
  signedSurjectionsOf,
} from "../../../src/combinatorics/signed/signedEnumeration.js";
import { SignedLabelledPartition } from "../../../src/combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../../src/exact/entry.js";
import { InputError } from "../../../src/exact/inputError.js";

const PARITIES = ["odd", "even"] as const;
const count = (r: number, m: number, parity: "odd" | "even"): bigint =>
  labelledPartitionCountByStirling(r, m, mirroringOf(parity));

/** Whether one word comes before another, by codes in their order and then by signs, unit by unit. */
function isBefore(left: SignedLabelledPartition, right: SignedLabelledPartition): boolean {
  const letters = ({ codes, signs, r }: SignedLabelledPartition): number[] =>
    codes.flatMap((code, unit) => [code > 0 ? code : r + 1 - code, [1, -1, 0].indexOf(entry(signs, unit))]);
  const [a, b] = [letters(left), letters(right)];
  const place = a.findIndex((letter, index) => letter !== b[index]);
  return place >= 0 && entry(a, place) < entry(b, place);
}

describe.each(PARITIES)("signed labelled partitions, %s", (parity) => {
  it("come in canonical order, as many as counted, each at its place", () => {
    for (let m = 0; m <= 4; m++) {
      for (let r = 0; r <= m + 1; r++) {
        const listed = [...signedLabelledPartitions(r, m, parity)];
        expect(BigInt(listed.length)).toBe(count(r, m, parity));
        listed.forEach((partition, place) => {
          if (place > 0) expect(isBefore(entry(listed, place - 1), partition)).toBe(true);
          expect(rankOfSigned(partition)).toBe(BigInt(place));
          expect(signedOfRank(r, m, parity, BigInt(place)).key).toBe(partition.key);
          expect(signedSuccessorOf(partition)?.key).toBe(listed[place + 1]?.key);
        });
      }
    }
  });

  it("are visited in the same order without objects", () => {
    for (const [r, m] of [
      [0, 0],
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 5],
      [3, 2],
    ] as const) {
      const visited: string[] = [];
      const visits = forEachSignedLabelledPartition(r, m, parity, (codes, signs) => {
        visited.push(`${codes.join(",")};${signs.join(",")}`);
      });
      expect(visited).toEqual([...signedLabelledPartitions(r, m, parity)].map(({ key }) => key));
      expect(visits).toBe(visited.length);
    }
  });

  it("without zero blocks are 2^m·G(r, m)", () => {
    for (const [r, m] of [
      [0, 0],
      [0, 1],
      [1, 3],
      [2, 4],
      [3, 3],
      [3, 2],
    ] as const) {
      const listed = [...signedSurjectionsOf(r, m, parity)];
      expect(BigInt(listed.length)).toBe(surjectionsByStirling(r, m) << BigInt(m));
      const all = [...signedLabelledPartitions(r, m, parity)].filter(
        ({ unsigned }) => unsigned.zeroBlockCount === 0,
      );
      expect(listed.map(({ key }) => key)).toEqual(all.map(({ key }) => key));
    }
  });

  it("have ranks at sizes that can't be listed", () => {
    const total = count(12, 40, parity);
    for (const place of [0n, 1n, total / 3n, total - 1n]) {
      expect(rankOfSigned(signedOfRank(12, 40, parity, place))).toBe(place);
    }
    expect(signedSuccessorOf(signedOfRank(12, 40, parity, total - 1n))).toBeUndefined();
  });

  it("have no rank out of range", () => {
    for (const index of [-1n, count(2, 3, parity)]) {
      expect(() => signedOfRank(2, 3, parity, index)).toThrow(InputError);
    }
    expect(() => signedOfRank(2, 3, parity, -1n)).toThrow(
      `no signed labelled partition has index -1 at r = 2, m = 3; use an index 0…${count(2, 3, parity) - 1n}`,
    );
    expect(() => signedOfRank(3, 2, parity, 0n)).toThrow("use r ≤ m");
  });

  it("are refused beyond 31 labels where they are visited", () => {
    expect(() => forEachSignedLabelledPartition(32, 32, parity, () => undefined)).toThrow("beyond 31 labels");
  });
});

describe("the check of an enumeration", () => {
  const listed = [...signedLabelledPartitions(1, 2, "odd")];
  const failure = (list: readonly SignedLabelledPartition[], expected = 12n): string | undefined =>
    checkSignedEnumeration(list, 1, 2, "odd", expected).failure;

  it("accepts the list", () => {
    expect(checkSignedEnumeration(listed, 1, 2, "odd", 12n)).toEqual({ visited: 12n });
    expect(checkSignedEnumeration([], 3, 2, "odd", 0n)).toEqual({ visited: 0n });
  });

  it.each([
    ["one dropped", listed.toSpliced(3, 1), "[1,1;-1,1] is at place 3, where [1,0;1,0] is expected"],
    ["one repeated", listed.toSpliced(4, 0, entry(listed, 3)), /is at place 4, where/],
    ["the last one dropped", listed.slice(0, -1), "ends before [0,1;0,-1]"],
    [
      "a sign flipped",
      listed.with(0, SignedLabelledPartition.of([1, 1], [-1, 1], 1, "odd")),
      "[1,1;-1,1] is at place 0, where [1,1;1,1] is expected",
    ],
    ["those of even parity", [...signedLabelledPartitions(1, 2, "even")], /is at place 3, where/],
  ])("sees %s", (_, list, message) => {
    expect(failure(list)).toMatch(message);
  });

  it("sees another number", () => {
    expect(failure(listed, 13n)).toBe("12 visited, 13 expected");
  });
});

test("sizes that aren't are refused", () => {
  expect(() => [...signedLabelledPartitions(-1, 2, "odd")]).toThrow(
    "r is -1, not a nonnegative safe integer",
  );
  expect(() => [...signedSurjectionsOf(1, 0.5, "odd")]).toThrow("m is 0.5, not a nonnegative safe integer");
  expect(() => forEachSignedLabelledPartition(1, -1, "even", () => undefined)).toThrow("m is -1");
  expect(() => signedOfRank(-1, 2, "odd", 0n)).toThrow("r is -1");
  expect(() => checkSignedEnumeration([], 0.5, 2, "odd", 0n)).toThrow("r is 0.5");
});
