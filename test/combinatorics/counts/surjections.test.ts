import { expect, test } from "vitest";
import {
  surjections,
  surjectionsByCompositions,
  surjectionsByRecurrence,
  surjectionsByStirling,
} from "../../../src/combinatorics/counts/surjections.js";
import { compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";
import { A019538 } from "../outsideTruth.js";

/** Surjections by listing all r^m maps. */
function byListing(r: number, m: number): bigint {
  let count = 0n;
  const place = (element: number, hit: number): void => {
    if (element === m) {
      if (hit === (1 << r) - 1) count += 1n;
      return;
    }
    for (let value = 0; value < r; value += 1) place(element + 1, hit | (1 << value));
  };
  place(0, 0);
  return count;
}

const listed = (r: number, m: number): bigint => A019538[m - 1]?.[r - 1] ?? 0n;
const fromOne = [...triangle(7)].filter(([r]) => r >= 1);

test("G as listed in A019538", () => {
  expectAgreement(surjections, listed, fromOne, 28);
  expect(compareRoutes(surjections, plantError(listed, 4, 6), fromOne).differences).toEqual([
    "(4, 6): 1560 and 1561",
  ]);
});

test("G is the number of surjections, as listed one by one", () => {
  expectAgreement(surjections, byListing, triangle(5, 2), 33);
});

test("the sum over compositions, the recurrence and r!·S2 agree", () => {
  expect(compareRoutes(surjections, surjectionsByCompositions, triangle(10, 2)).differences).toEqual([]);
  for (const route of [surjectionsByRecurrence, surjectionsByStirling]) {
    expectAgreement(surjections, route, triangle(25, 2), 403);
  }
});

test("no value of r beyond m costs anything", () => {
  expect(surjections(Number.MAX_SAFE_INTEGER, 5)).toBe(0n);
});
