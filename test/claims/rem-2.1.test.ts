import { describe, expect, test } from "vitest";
import { type PairLoss, checkDecay, checkFlow, claim, squaredGap } from "../../src/claims/rem-2.1.js";
import { exponential } from "../../src/exact/intervals/exponential.js";
import { Interval } from "../../src/exact/intervals/interval.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { visits } from "./checks.js";

const point = { sum: rational(3n), start: rational(5n, 2n), decay: rational(1n, 7n) };
const place = "s = 3, d_0 = 5/2, E = 1/7";

describe("the curve", () => {
  test("solves the flow of d²", () => {
    expect(checkFlow(point)).toBeUndefined();
  });

  const pulling: PairLoss = (first, second) => squaredGap(first, second).plus(first.times(second));
  const lopsided: PairLoss = (first, second) => squaredGap(first, second).plus(first);
  const negative: PairLoss = (first, second) => squaredGap(first, second).scaled(rational(-1n));
  test.each([
    ["a wrong rate", squaredGap, 2n, "the curve doesn't solve the flow"],
    ["a loss that pulls the sum", pulling, 4n, "the curve doesn't solve the flow"],
    ["a loss that is not symmetric", lopsided, 4n, "the loss is not symmetric"],
    ["−d² in place of d²", negative, 4n, "the curve doesn't solve the flow"],
  ])("of %s is caught", (_, loss, rate, message) => {
    expect(checkFlow(point, loss, rate)).toBe(`${message} at ${place}`);
  });
});

describe("the decay", () => {
  test("is positive and below its bound", () => {
    expect(checkDecay(3n)).toBeUndefined();
  });

  const one: typeof exponential = ({ precision }) => Interval.enclosing(rational(1n), precision);
  test.each<[string, typeof exponential, string]>([
    ["is 0 in finite time", () => Interval.of(0n, 0n, 8), "e^{−ct} is not known to be positive"],
    ["is not exponential", (x) => exponential(x).scaled(1), "e^{−2ct} is not the square of e^{−ct}"],
    ["grows", (x) => exponential(x.negated()), "e^{−ct} is not below 1/(1 + ct)"],
    ["is constant", one, "e^{−ct} is not below 1/(1 + ct)"],
  ])("that %s is caught", (_, decay, message) => {
    expect(checkDecay(3n, 4n, decay)).toBe(`${message} at t = 3`);
  });
});

visits(claim, { flow: 8, decay: 9 });
