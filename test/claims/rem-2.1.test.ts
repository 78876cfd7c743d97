import { describe, expect, test } from "vitest";
import { type PairLoss, checkDecay, checkFlow, claim, squaredGap } from "../../src/claims/rem-2.1.js";
import { exponential } from "../../src/exact/intervals/exponential.js";
import { Interval } from "../../src/exact/intervals/interval.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { verdictOf } from "./quickContext.js";

const point = { sum: rational(3n), start: rational(5n, 2n), decay: rational(1n, 7n) };
const place = "s = 3, d_0 = 5/2, E = 1/7";

describe("the curve", () => {
  test("solves the flow of d²", () => {
    expect(checkFlow(point)).toBeUndefined();
  });

  test.each<readonly [string, PairLoss, bigint, string]>([
    ["a wrong rate", squaredGap, 2n, `the curve doesn't solve the flow at ${place}`],
    [
      "a loss that pulls the sum",
      (first, second) => squaredGap(first, second).plus(first.times(second)),
      4n,
      `the curve doesn't solve the flow at ${place}`,
    ],
    [
      "a loss that is not symmetric",
      (first, second) => squaredGap(first, second).plus(first),
      4n,
      `the loss is not symmetric at ${place}`,
    ],
    [
      "the loss turned over",
      (first, second) => squaredGap(first, second).scaled(rational(-1n)),
      4n,
      `the curve doesn't solve the flow at ${place}`,
    ],
  ])("of %s is caught", (_, loss, rate, message) => {
    expect(checkFlow(point, loss, rate)).toBe(message);
  });
});

describe("the decay", () => {
  test("is positive and below its bound", () => {
    expect(checkDecay(3n)).toBeUndefined();
  });

  test("that is 0 in finite time is caught", () => {
    expect(checkDecay(3n, 4n, () => Interval.of(0n, 0n, 8))).toBe(
      "e^{−ct} is not known to be positive at t = 3",
    );
  });

  test("that is no exponential is caught", () => {
    expect(checkDecay(3n, 4n, (x) => exponential(x).scaled(1))).toBe(
      "e^{−2ct} is not the square of e^{−ct} at t = 3",
    );
  });

  test("that doesn't fall is caught", () => {
    expect(checkDecay(3n, 4n, (x) => exponential(x.negated()))).toBe(
      "e^{−ct} is not below 1/(1 + ct) at t = 3",
    );
    expect(checkDecay(3n, 4n, ({ precision }) => Interval.enclosing(rational(1n), precision))).toBe(
      "e^{−ct} is not below 1/(1 + ct) at t = 3",
    );
  });
});

test.each([
  ["flow", "8"],
  ["decay", "9"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
