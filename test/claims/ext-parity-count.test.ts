import { describe, expect, test } from "vitest";
import {
  type ListedCase,
  checkListed,
  checkPlace,
  checkRoutes,
  checkSizes,
  checkSurjection,
  checkVisited,
  claim,
  countTable,
} from "../../src/claims/ext-parity-count.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { SignedLabelledPartition } from "../../src/combinatorics/signed/signedLabelledPartition.js";
import { refuses, visits } from "./checks.js";

const signed = (codes: readonly number[], signs: readonly number[], r = 1): SignedLabelledPartition =>
  SignedLabelledPartition.of(codes, signs, r, "odd");

// 2 + 12 + 8 + 68 + 96 + 48 at odd parity, 2 + 8 + 8 + 38 + 72 + 48 at even parity.
visits(claim, {
  enumeration: 410,
  visited: 20,
  // 2·(2 + 4 + 8 + 8 + 48 + 48)
  "labelled blocks only": 236,
  routes: 1722,
  sizes: 90,
  OEIS: 20,
});

describe("a place in the enumeration", () => {
  const good: ListedCase = {
    r: 1,
    m: 2,
    parity: "odd",
    place: 3n,
    current: signed([1, 0], [1, 0]),
    previous: undefined,
  };
  refuses(checkPlace, good, [
    [
      "the next place",
      { place: 4n },
      "[1, 0] with signs [1, 0], odd, at place 3 has rank 3".replace("place 3", "place 4"),
    ],
    ["another width", { m: 3 }, "[1, 0] with signs [1, 0], odd, has 2 neurons, not 3"],
  ]);

  test("is found again", () => {
    expect(checkPlace({ ...good, place: 2n }, () => 2n)).toBe(
      "[1, 0] with signs [1, 1] has the rank of [1, 0] with signs [1, 0], odd, 2",
    );
  });

  test("has signs of its parity", () => {
    expect(() => checkPlace({ ...good, parity: "even" })).toThrow("at even parity");
  });
});

describe("a partition without zero blocks", () => {
  const good: ListedCase = {
    r: 2,
    m: 2,
    parity: "even",
    place: 4n,
    current: signed([2, 1], [1, 1], 2),
    previous: signed([1, 2], [-1, -1], 2),
  };
  refuses(checkSurjection, good, [
    [
      "the order reversed",
      { current: signed([1, 2], [1, 1], 2), previous: signed([1, 2], [1, -1], 2) },
      "[1, 2] with signs [1, 1] does not come after [1, 2] with signs [1, -1]",
    ],
    ["itself before it", { previous: signed([2, 1], [1, 1], 2) }, /does not come after/],
    [
      "a zero block",
      { r: 1, current: signed([1, 0], [1, 1]) },
      "[1, 0] with signs [1, 1] has a neuron without a label at (1,2)",
    ],
    ["other sizes", { m: 3 }, /neuron without a label at \(2,3\)/],
    ["a label too few", { r: 3 }, "[2, 1] with signs [1, 1] lacks a label"],
  ]);
});

const wrong: typeof labelledPartitionCount = (r, m, mirroring) =>
  labelledPartitionCount(r, m, mirroring) + (r === 2 && m === 4 ? 1n : 0n);

test("a count that is wrong at one place is seen", () => {
  for (const check of [checkRoutes, checkSizes]) {
    expect(check({ r: 2, m: 5, parity: "odd" }, wrong)).toBeUndefined();
    expect(check({ r: 2, m: 4, parity: "odd" }, wrong)).toMatch("T(2,4), odd, is 897, by ");
    expect(check({ r: 2, m: 4, parity: "even" }, wrong)).toMatch(/T\(2,4\), even, is 561, by .* 560$/);
  }
  expect(checkVisited({ r: 1, m: 2, parity: "odd" }, () => 13)).toBe("13 visits at (1,2), odd, expected 12");
  expect(checkListed({ parity: "even", m: 4, value: 50n })).toBe("T(0,4), even, is 49, listed 50");
});

test("the table has small sizes", () => {
  expect(countTable().rows).toContainEqual(["2", "4", "62", "896", "560"]);
});
