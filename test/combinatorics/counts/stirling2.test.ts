import { expect, test } from "vitest";
import { stirling2, stirling2Column, stirling2Row } from "../../../src/combinatorics/counts/stirling2.js";
import { compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";
import { stirling2Explicit } from "../../oracles/stirling2Explicit.js";

/** Partitions of [m] into n blocks, by listing them all. */
function byListing(n: number, m: number): bigint {
  let count = 0n;
  const place = (element: number, blocks: number): void => {
    if (element === m) {
      if (blocks === n) count += 1n;
      return;
    }
    for (let block = 0; block <= blocks; block += 1) place(element + 1, Math.max(blocks, block + 1));
  };
  place(0, 0);
  return count;
}

const byRecurrence = (n: number, m: number): bigint => stirling2(m, n);
const explicitly = (n: number, m: number): bigint => stirling2Explicit(m, n);

test("S2 is the number of partitions into n blocks, as listed one by one", () => {
  const sizes = [...triangle(8, 2)];
  expectAgreement(byRecurrence, byListing, sizes, 63);
  expect(compareRoutes(plantError(byRecurrence, 3, 5), byListing, sizes).differences).toEqual([
    "(3, 5): 26 and 25",
  ]);
});

test("recurrence, inclusion–exclusion, row and column agree for n <= m + 2, m <= 30", () => {
  const inRow = (n: number, m: number): bigint => stirling2Row(m)[n] ?? 0n;
  const inColumn = (n: number, m: number): bigint => stirling2Column(40, n)[m - n] ?? 0n;
  for (const route of [explicitly, inRow, inColumn]) {
    expectAgreement(byRecurrence, route, triangle(30, 2), 558);
  }
});

test("rows and columns have the stated length", () => {
  expect(stirling2Row(0)).toEqual([1n]);
  expect(stirling2Row(5)).toEqual([0n, 1n, 15n, 25n, 10n, 1n]);
  expect(stirling2Column(6, 3)).toEqual([1n, 6n, 25n, 90n]);
  expect(stirling2Column(3, 0)).toEqual([1n, 0n, 0n, 0n]);
  expect(stirling2Column(3, 3)).toEqual([1n]);
  expect(stirling2Column(2, 3)).toEqual([]);
});
