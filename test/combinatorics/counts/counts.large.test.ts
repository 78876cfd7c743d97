import { expect, test } from "vitest";
import { factorial, fallingFactorial } from "../../../src/combinatorics/counts/factorial.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
  labelledPartitionTable,
} from "../../../src/combinatorics/counts/labelledPartitionRoutes.js";
import { stirling2Row } from "../../../src/combinatorics/counts/stirling2.js";
import { surjections } from "../../../src/combinatorics/counts/surjections.js";
import { inequalityHolds, lastFailing } from "../../../src/combinatorics/asymptotics/threshold.js";
import { compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";

const SIZES = [
  [30, 1000],
  [500, 1000],
  [1000, 3000],
] as const;

test("routes to T agree for all r <= m <= 60, and a planted error is found", () => {
  const table = labelledPartitionTable(60);
  const inTable = (r: number, m: number): bigint => table[m]?.[r] ?? 0n;
  for (const route of [labelledPartitionCountByStirling, labelledPartitionCountByZeroBlocks, inTable]) {
    expectAgreement(labelledPartitionCount, route, triangle(60), 1891);
  }
  expect(
    compareRoutes(labelledPartitionCount, plantError(inTable, 31, 59), triangle(60)).differences,
  ).toHaveLength(1);
});

test("routes to G agree for all r <= m <= 60", () => {
  const rows = Array.from({ length: 61 }, (_, m) => stirling2Row(m));
  const inRow = (r: number, m: number): bigint => factorial(r) * (rows[m]?.[r] ?? 0n);
  expectAgreement(surjections, inRow, triangle(60), 1891);
});

test.each(SIZES)("T at (%d, %d) by the zero blocks of Prop. 4.5", (r, m) => {
  expect(labelledPartitionCountByZeroBlocks(r, m)).toBe(labelledPartitionCount(r, m));
});

test.each(SIZES)("T and G at (%d, %d) from one row of S2", (r, m) => {
  const row = stirling2Row(m);
  let sum = 0n;
  row.forEach((partitions, n) => {
    if (n >= r) sum += partitions * fallingFactorial(n, r);
  });
  expect(sum).toBe(labelledPartitionCount(r, m));
  expect(factorial(r) * (row[r] ?? 0n)).toBe(surjections(r, m));
});

test.each(SIZES)("T at (%d, %d) by the recurrence", (r, m) => {
  expect(labelledPartitionCountByRecurrence(r, m)).toBe(labelledPartitionCount(r, m));
});

test.each([
  [30, 1000, 779093097n, 472396836n],
  [500, 1000, 401884494n, 10711659n],
  [1000, 3000, 649790161n, 179289266n],
])("T and G at (%d, %d) modulo 10^9 + 7 are %d and %d, as FLINT 2.9.0 has them", (r, m, count, onto) => {
  expect(labelledPartitionCount(r, m) % 1000000007n).toBe(count);
  expect(surjections(r, m) % 1000000007n).toBe(onto);
});

test("eq. 6 fails last at m = 578 for r = 200, by the row of S2 too", () => {
  expect(lastFailing(200)).toBe(578);
  expect([578, 579].map((m) => inequalityHolds(200, m))).toEqual([false, true]);
  expect([578, 579].map((m) => labelledPartitionCountByStirling(200, m) >= 200n ** BigInt(m))).toEqual([
    false,
    true,
  ]);
});
