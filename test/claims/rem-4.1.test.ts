import { describe, expect, test } from "vitest";
import {
  type DerivativeCase,
  checkCondition,
  checkDerivative,
  checkEqualPair,
  checkIdentity,
  claim,
} from "../../src/claims/rem-4.1.js";
import { parseRational, rational } from "../../src/exact/numbers/rational.js";
import { activationsByTangentNumbers } from "../../src/landscape/activations/sigmoidSeries.js";
import {
  type TaylorSeries,
  plus,
  stretched,
  taylorSeries,
  times,
} from "../../src/landscape/activations/taylorSeries.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { refuses, visits } from "./checks.js";
import { scalarNetwork as network } from "./written.js";

const right = activationsByTangentNumbers(8);

function changed(series: TaylorSeries, order: number, value: string): TaylorSeries {
  return {
    ...series,
    derivatives: series.derivatives.map((own, n) => (n === order ? parseRational(value) : own)),
  };
}

const derivative = (
  name: DerivativeCase["name"],
  n: number,
  both: Partial<typeof right>,
): string | undefined => {
  const byDivision = { ...right, ...both };
  return checkDerivative({ name, n, byDivision, byTangentNumbers: byDivision });
};

describe("derivatives at 0", () => {
  test("of both activations are as expected", () => {
    for (let n = 0; n <= 8; n += 1) {
      expect(derivative("sigmoid", n, {})).toBeUndefined();
      expect(derivative("softplus", n, {})).toBeUndefined();
    }
  });

  test("two routes that disagree are caught, on ln 2 too", () => {
    const cases: readonly (readonly [DerivativeCase["name"], number, Partial<typeof right>])[] = [
      ["sigmoid", 3, { sigmoid: changed(right.sigmoid, 3, "1/8") }],
      ["softplus", 0, { softplus: { ...right.softplus, logTwo: rational(2n) } }],
      ["softplus", 8, { softplus: taylorSeries(right.softplus.derivatives.slice(0, 8)) }],
    ];
    for (const [name, n, both] of cases) {
      const message = `the routes disagree on derivative ${n} of ${name}`;
      const wrong = { ...right, ...both };
      expect(checkDerivative({ name, n, byDivision: wrong, byTangentNumbers: right })).toBe(message);
      expect(checkDerivative({ name, n, byDivision: right, byTangentNumbers: wrong })).toBe(message);
    }
  });

  test("another number of ln 2 at 0 says nothing of other derivatives", () => {
    const other = { ...right, softplus: { ...right.softplus, logTwo: rational(2n) } };
    const item = { name: "softplus", n: 2, byDivision: other, byTangentNumbers: right } as const;
    expect(checkDerivative(item)).toBeUndefined();
  });

  test.each([
    ["sigmoid", 5, changed(right.sigmoid, 5, "0"), "0"],
    ["sigmoid", 4, changed(right.sigmoid, 4, "1/3"), "1/3"],
    ["softplus", 3, changed(right.softplus, 3, "-1"), "-1"],
    ["softplus", 0, { ...right.softplus, logTwo: rational(0n) }, "0"],
  ] as const)("%s with a wrong one of order %i is caught", (name, n, series, value) => {
    expect(derivative(name, n, { [name]: series })).toBe(`derivative ${n} of ${name} at 0 is ${value}`);
  });
});

describe("the condition", () => {
  const both = plus(right.softplus, right.sigmoid);

  test.each([
    ["softplus alone", right.softplus, 3],
    ["sigmoid alone", right.sigmoid, 2],
    ["γ = 0", plus(right.softplus, stretched(right.sigmoid, rational(0n))), 3],
    ["α = 0", plus(right.softplus, times(rational(0n), right.sigmoid)), 3],
    ["α = −2, γ = 1: cancellation at n = 1", plus(right.softplus, times(rational(-2n), right.sigmoid)), 1],
    ["a vanishing last derivative", changed(both, 8, "0"), 8],
  ])("fails for %s", (_, series, n) => {
    expect(checkCondition(series)).toBe(`derivative ${n} at 0 is 0`);
  });

  test("holds for the sum", () => {
    expect(checkCondition(both)).toBeUndefined();
  });
});

describe("the identities", () => {
  test("hold by the other route too", () => {
    expect(checkIdentity("sigmoid", right)).toBeUndefined();
    expect(checkIdentity("softplus", right)).toBeUndefined();
  });

  test.each([
    ["sigmoid", { ...right, sigmoid: changed(right.sigmoid, 0, "1/3") }],
    ["sigmoid", { ...right, sigmoid: changed(right.sigmoid, 8, "1") }],
    ["softplus", { ...right, softplus: changed(right.softplus, 1, "1") }],
    ["softplus", { ...right, softplus: changed(right.softplus, 7, "1") }],
    ["softplus", { ...right, softplus: right.sigmoid }],
  ] as const)("fail for another %s", (name, wrong) => {
    expect(checkIdentity(name, wrong)).toBe(`the identity of ${name} fails`);
  });
});

describe("equal functions of different measures", () => {
  const pairOf = (w: string, a: string): TwoLayerNetwork => network([w, a], [`-${w}`, `-${a}`]);
  const pair = network(["1", "1"], ["-1", "1"]);
  refuses(checkEqualPair, { name: "sigmoid", left: network(["0", "2"]), right: pair }, [
    ["softplus", { name: "softplus" }, "the functions differ with softplus"],
    ["a reducible student", { right: network(["0", "2"], ["3", "0"]) }, "a network is reducible"],
    ["a reducible teacher", { left: network(["0", "1"], ["0", "1"]) }, "a network is reducible"],
    ["one measure", { left: pair }, "the measures are equal"],
    ["another constant", { left: network(["0", "1"]) }, "the functions differ with sigmoid"],
  ]);
  refuses(checkEqualPair, { name: "softplus", left: pairOf("1", "1"), right: pairOf("2", "1/2") }, [
    ["the sigmoid", { name: "sigmoid" }, "the functions differ with sigmoid"],
  ]);
});

visits(claim, { derivatives: 402, condition: 16, "missing invariances": 2, "zero loss outside Θ": 49 });
