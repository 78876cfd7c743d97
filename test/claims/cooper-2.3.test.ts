import { describe, expect, it } from "vitest";
import {
  checkInertia,
  checkIrregular,
  checkSigns,
  claim,
  irregularCases,
} from "../../src/claims/cooper-2.3.js";
import { spreadInputs, zeroLossPoint } from "../../src/claims/instances/zeroLossInstances.js";
import { entry } from "../../src/exact/entry.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../src/landscape/activations/activation.js";
import { quarticError } from "../../src/landscape/loss/cost.js";
import { skewActivation } from "../../src/landscape/activations/exampleActivations.js";
import type { Jet } from "../../src/landscape/loss/jets.js";
import { refuses, visits } from "./checks.js";
import { scalarNetwork } from "./written.js";

const network = scalarNetwork(["1", "1"], ["2", "3"]);
const point = zeroLossPoint(network, spreadInputs(3, 1), skewActivation);
const input = entry(spreadInputs(1, 1), 0);

describe("the Hessian's signs", () => {
  refuses(checkSigns, point, [
    ["an input twice", zeroLossPoint(network, [input, input], skewActivation), "rank 1 for 2 residuals"],
    [
      "a loss that isn't 0",
      { data: { ...point.data, targets: point.data.targets.toReversed() } },
      "the network doesn't fit its data",
    ],
  ]);
});

describe("a Hessian", () => {
  it("of a cost that is flat at 0 is caught", () => {
    expect(checkSigns(point, quarticError)).toBe("the Hessian is not JᵀJ");
  });

  it.each([
    [{ positive: 3, negative: 0, zero: 1 }, undefined],
    [{ positive: 2, negative: 0, zero: 2 }, "inertia (2, 0, 2) for 3 residuals and 4 parameters"],
    [{ positive: 2, negative: 1, zero: 1 }, "inertia (2, 1, 1) for 3 residuals and 4 parameters"],
    [{ positive: 3, negative: 0, zero: 2 }, "inertia (3, 0, 2) for 3 residuals and 4 parameters"],
  ])("of inertia %o", (inertia, message) => {
    expect(checkInertia(inertia, { residuals: 3, parameters: 4 })).toBe(message);
  });
});

describe("smooth hypersurfaces", () => {
  const faults = (...planted: Parameters<typeof irregularCases>) =>
    irregularCases(...planted).map(checkIrregular);

  it("are not enough, with three inertias", () => {
    expect(faults()).toEqual([undefined, undefined, undefined]);
    expect(irregularCases().map(({ inertia }) => inertia)).toEqual(["(0, 0, 2)", "(0, 0, 2)", "(1, 0, 3)"]);
  });

  it("are enough with a regular equation", () => {
    expect(faults((w) => w.plus(w.times(w).times(w)))[0]).toMatch(
      /^inertia \(1, 0, 1\), as at a regular value: f = w³/,
    );
  });

  it("are not those of an equation that doesn't hold on the line, or whose Hessian changes along it", () => {
    for (const equation of [(w: Jet, b: Jet) => w.plus(b), (w: Jet, b: Jet) => w.times(b)])
      expect(faults(equation)[0]).toMatch(/^not the zero-loss set: f = w³/);
  });

  it("are enough with σ = x in place of x³", () => {
    const unit = zeroLossPoint(
      scalarNetwork(["0", "1"]),
      [RationalVector.parse("1")],
      polynomialActivation([rational(0n), rational(1n)]),
    );
    expect(faults(undefined, unit)[1]).toMatch(/^inertia \(1, 0, 1\), as at a regular value/);
  });

  it("are enough with two data that differ, and not there with one that isn't fitted", () => {
    const apart = zeroLossPoint(network, spreadInputs(2, 1), skewActivation);
    expect(faults(undefined, undefined, apart)[2]).toMatch(/^inertia \(2, 0, 2\), as at a regular value/);
    const missed = { ...apart, data: { ...apart.data, targets: apart.data.targets.toReversed() } };
    expect(faults(undefined, undefined, missed)[2]).toMatch(/^not the zero-loss set/);
  });

  it("with an inertia that is neither are caught", () => {
    const wrong = { ...entry(irregularCases(), 0), inertia: "(0, 1, 1)" };
    expect(checkIrregular(wrong)).toMatch(/^inertia \(0, 1, 1\), not \(0, 0, 2\)/);
  });
});

visits(claim, { irregular: 3, inertia: 48 });
