import { expect, test } from "vitest";
import {
  differenceOfPowers,
  eulerCharacteristic,
} from "../../../src/combinatorics/counts/eulerCharacteristic.js";
import { factorial } from "../../../src/combinatorics/counts/factorial.js";
import { sphereCount, sphereCountByRecurrence } from "../../../src/combinatorics/counts/sphereCount.js";
import { surjectionsByRecurrence } from "../../../src/combinatorics/counts/surjections.js";
import { binomial } from "../../../src/combinatorics/counts/binomial.js";
import { compareRoutes, expectAgreement, plantError, triangle } from "./agreement.js";

test.each([
  [2, 3, 1n],
  [3, 4, 13n],
  [2, 4, 1n],
  [3, 5, 29n],
  [4, 5, 121n],
  [3, 6, 61n],
  [4, 6, 479n],
])("β(%d, %d) = %d", (r, m, spheres) => {
  expect(sphereCount(r, m)).toBe(spheres);
  expect(sphereCountByRecurrence(r, m)).toBe(spheres);
});

test("the closed form satisfies the recurrence", () => {
  expectAgreement(sphereCount, sphereCountByRecurrence, triangle(25), 351);
  expect(
    compareRoutes(sphereCount, plantError(sphereCountByRecurrence, 3, 5), triangle(6)).differences,
  ).toEqual(["(3, 5): 29 and 30"]);
});

test("r! isolated points at m = r, and no sphere for r <= 1 beyond", () => {
  for (let r = 0; r <= 12; r += 1) {
    expect(sphereCount(r, r)).toBe(factorial(r) - 1n);
    expect(eulerCharacteristic(r, r)).toBe(factorial(r));
    expect([sphereCount(0, r), eulerCharacteristic(0, r)]).toEqual([0n, 1n]);
    if (r >= 1) expect([sphereCount(1, r), eulerCharacteristic(1, r)]).toEqual([0n, 1n]);
  }
});

test("χ = 1 + (−1)^{m−r} β", () => {
  const fromSpheres = (r: number, m: number): bigint =>
    1n + ((m - r) % 2 === 0 ? 1n : -1n) * sphereCount(r, m);
  expect(compareRoutes(eulerCharacteristic, fromSpheres, triangle(25)).differences).toEqual([]);
  expect(eulerCharacteristic(3, 4)).toBe(-12n);
});

test("χ as the alternating sum over the cells, surjective partial maps", () => {
  const overCells = (r: number, m: number): bigint => {
    let sum = 0n;
    for (let n = r; n <= m; n += 1) {
      const cells = binomial(m, n) * surjectionsByRecurrence(r, n);
      sum += (n - r) % 2 === 0 ? cells : -cells;
    }
    return sum;
  };
  expectAgreement(eulerCharacteristic, overCells, triangle(20, 3), 294);
});

test("the difference at 0 is G", () => {
  const atZero = (r: number, m: number): bigint => differenceOfPowers(r, m, 0n);
  expect(compareRoutes(atZero, surjectionsByRecurrence, triangle(20, 3)).differences).toEqual([]);
  // Δ x^2 = 2x + 1.
  expect(differenceOfPowers(1, 2, 5n)).toBe(11n);
});

test("the manifold is empty for r > m: χ = 0, and β undefined", () => {
  expect(eulerCharacteristic(4, 3)).toBe(0n);
  expect(eulerCharacteristic(5, 3)).toBe(0n);
  expect(() => sphereCount(4, 3)).toThrow(new RangeError("r is 4, above m, which is 3"));
  expect(() => sphereCountByRecurrence(4, 3)).toThrow(new RangeError("r is 4, above m, which is 3"));
});
