import { describe, expect, test } from "vitest";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { writtenPoint } from "../../src/claims/instances/writtenPoint.js";
import { type FlatCase, checkFlat, checkNegative, claim, flatSaddle } from "../../src/claims/saddles-stay.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { verdictOf } from "./quickContext.js";

const written = {
  activation: POLYNOMIAL,
  incoming: "1",
  outgoing: "3",
  inputs: "-1/2; 2; 1/2; 1",
  combination: [-2n, 1n],
} as const;
const found: FlatCase = { saddle: flatSaddle(written), weights: [rational(2n), rational(-1n)] };

describe("a saddle that is not strict", () => {
  test("stays a saddle", () => {
    expect(checkFlat(found)).toBeUndefined();
    expect(checkFlat({ ...found, weights: [rational(1n, 2n), rational(1n, 2n)] })).toBeUndefined();
  });

  test("is told from a strict minimum and from a strict saddle", () => {
    for (const [factor, inertia] of [
      [rational(1n, 1n << 40n), "(2, 0, 0)"],
      [rational(-1n, 4n), "(1, 1, 0)"],
    ] as const) {
      const point = writtenPoint({ ...written, factor });
      expect(checkFlat({ ...found, saddle: { ...found.saddle, point } })).toBe(`inertia ${inertia} below`);
    }
  });

  test("is not shown by a direction off the kernel", () => {
    const direction = RationalVector.parse("1", "0");
    expect(checkFlat({ ...found, saddle: { ...found.saddle, direction } })).toBe(
      "a slope or a second derivative along the kernel below",
    );
  });

  test("is not shown by no direction", () => {
    const direction = RationalVector.parse("0", "0");
    expect(checkFlat({ ...found, saddle: { ...found.saddle, direction } })).toBe(
      "no third derivative along the kernel below",
    );
  });

  test("is silent in its Hessian where n₊ = 1", () => {
    expect(checkNegative({ ...found, negative: 0 })).toBeUndefined();
    expect(checkNegative({ ...found, negative: 1 })).toBe("0 negative eigenvalues above, not 1");
  });
});

test.each([
  ["not-strict", "15"],
  ["silent", "15"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
