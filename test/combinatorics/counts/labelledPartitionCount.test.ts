import { describe, expect, test } from "vitest";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import {
  labelledPartitionBound,
  labelledPartitionCount,
} from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { LabelledPartitionResidues } from "../../../src/combinatorics/counts/labelledPartitionResidue.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { PrimeField } from "../../../src/combinatorics/counts/primeField.js";
import { compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";
import { A000110, A000258, A005493, A049020 } from "../outsideTruth.js";
import { matrixOf } from "../../exact/matrices.js";

/** Labelled partitions of [m], placed one element at a time. */
function byListing(r: number, m: number): bigint {
  let count = 0n;
  const place = (element: number, used: number, zeros: number): void => {
    if (element === m) {
      if (used === (1 << r) - 1) count += 1n;
      return;
    }
    for (let label = 0; label < r; label += 1) place(element + 1, used | (1 << label), zeros);
    for (let zero = 0; zero <= zeros; zero += 1) place(element + 1, used, Math.max(zeros, zero + 1));
  };
  place(0, 0, 0);
  return count;
}

const listed = (r: number, m: number): bigint => (A049020[m]?.[r] ?? 0n) * factorial(r);

describe("T against outside truth", () => {
  test("A049020 times r!", () => {
    expectAgreement(labelledPartitionCount, listed, triangle(9, 1), 65);
    expect(
      compareRoutes(labelledPartitionCount, plantError(listed, 4, 8), triangle(9, 1)).differences,
    ).toEqual(["(4, 8): 287784 and 287785"]);
  });

  test("A005493 for r = 1 and A000110 for r = 0", () => {
    expect(A005493.map((_, i) => labelledPartitionCount(1, i + 1))).toEqual(A005493);
    expect(A000110.map((_, i) => labelledPartitionCount(0, i))).toEqual(A000110);
  });

  test("A000258 meets T in T(3, 4) = 60 only by chance", () => {
    expect(labelledPartitionCount(3, 4)).toBe(A000258[4]);
    expect(labelledPartitionCount(4, 5)).not.toBe(A000258[5]);
  });

  test("a listing of all labelled partitions", () => {
    expectAgreement(labelledPartitionCount, byListing, triangle(6, 1), 35);
  });
});

describe("routes to T agree", () => {
  const routes = {
    labelledPartitionCountByRecurrence,
    labelledPartitionCountByStirling,
    labelledPartitionCountByZeroBlocks,
  };
  test.each(Object.entries(routes))("%s for r <= m + 2, m <= 18", (_, route) => {
    expectAgreement(labelledPartitionCount, route, triangle(18, 2), 228);
  });

  test("the sum over sorted tuples for m <= 9", () => {
    const sizes = [...triangle(9, 2)];
    expectAgreement(labelledPartitionCount, labelledPartitionCountBySortedTuples, sizes, 75);
  });

  test("the table's rows hold T(0, n), …, T(n, n)", () => {
    expect(labelledPartitionTable(4)).toEqual(matrixOf("1; 1 1; 2 3 2; 5 10 12 6; 15 37 62 60 24"));
    expect(labelledPartitionTable(0)).toEqual([[1n]]);
  });
});

test("T(r, r) = r!, and 0 above, at once", () => {
  for (let r = 0; r <= 30; r += 1) expect(labelledPartitionCount(r, r)).toBe(factorial(r));
  expect(labelledPartitionCount(Number.MAX_SAFE_INTEGER, 3)).toBe(0n);
  expect(labelledPartitionCountByZeroBlocks(4, 3)).toBe(0n);
});

test("the bound is never below T, and its waste is limited", () => {
  expect(labelledPartitionBound(0, 0)).toBe(2n);
  expect(labelledPartitionBound(1, 2)).toBe(10n);
  for (const [r, m] of triangle(40)) {
    const bound = labelledPartitionBound(r, m);
    const count = labelledPartitionCountByStirling(r, m);
    expect(bound).toBeGreaterThan(count);
    expect(bound.toString(2).length - count.toString(2).length).toBeLessThan(60);
  }
  expect(() => labelledPartitionBound(3, 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
});

test("the bound's largest term is count, not one beside it", () => {
  for (const [r, m] of triangle(24)) {
    let largest = 0n;
    for (let n = r; n <= m; n += 1) {
      const term = BigInt(n) ** BigInt(m) / factorial(n - r);
      if (term > largest) largest = term;
    }
    expect(labelledPartitionBound(r, m)).toBe(BigInt(m - r + 1) * (largest + 1n));
  }
});

test("residues are those of T, and r > m is refused", () => {
  const field = new PrimeField(67108879);
  for (const [r, m] of triangle(12)) {
    const expected = Number(labelledPartitionCountByStirling(r, m) % 67108879n);
    const residues = new LabelledPartitionResidues(r, m);
    expect(field.canonical(residues.modulo(field))).toBe(expected);
    // A second prime must not see what the first left behind.
    expect(field.canonical(residues.modulo(field))).toBe(expected);
  }
  expect(() => new LabelledPartitionResidues(3, 2)).toThrow(new RangeError("r is 3, above m, which is 2"));
});
