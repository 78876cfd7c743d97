import { describe, expect, it, test } from "vitest";
import { checkInertia, checkSigns, claim, hypersurfaceVerdict } from "../../src/claims/cooper-2.3.js";
import { spreadInputs, zeroLossPoint } from "../../src/claims/zeroLossInstances.js";
import { rational } from "../../src/exact/rational.js";
import { RationalVector } from "../../src/exact/rationalVector.js";
import { polynomialActivation } from "../../src/landscape/activation.js";
import { quarticError } from "../../src/landscape/cost.js";
import { skewActivation } from "../../src/landscape/exampleActivations.js";
import { neuron, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { properties } from "../../properties/cooper-2.3.js";
import { verdictOf } from "./quickContext.js";

const network = twoLayerNetwork(1, 1, [neuron(["1"], ["1"]), neuron(["2"], ["3"])]);
const point = zeroLossPoint(network, spreadInputs(3, 1), skewActivation);
const [input = RationalVector.zero(1)] = spreadInputs(1, 1);

describe("the Hessian's signs", () => {
  it("are accepted at a regular point", () => {
    expect(checkSigns(point)).toBeUndefined();
  });

  it("are not looked at where the rank drops", () => {
    expect(checkSigns(zeroLossPoint(network, [input, input], skewActivation))).toBe("rank 1 for 2 residuals");
  });

  it("are not looked at where the loss isn't 0", () => {
    const data = { ...point.data, targets: point.data.targets.slice().reverse() };
    expect(checkSigns({ ...point, data })).toBe("the network doesn't fit its data");
  });
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

describe("the refutation for smooth hypersurfaces", () => {
  it("stands, with three inertias", () => {
    const verdict = hypersurfaceVerdict();
    expect(verdict.held).toBe(true);
    expect(verdict.failure).toBeUndefined();
    expect(Object.values(verdict.counterexample)).toEqual([
      "(0, 0, 2), claimed (1, 0, 1)",
      "(0, 0, 2), claimed (1, 0, 1)",
      "(1, 0, 3), claimed (2, 0, 2)",
    ]);
  });

  it("falls with a regular equation", () => {
    const verdict = hypersurfaceVerdict((w) => w.plus(w.times(w).times(w)));
    expect(verdict).toMatchObject({ held: false, failure: "inertias (1, 0, 1) (0, 0, 2) (1, 0, 3)" });
  });

  it("falls with an equation that doesn't hold on the line", () => {
    const verdict = hypersurfaceVerdict((w, b) => w.plus(b));
    expect(verdict).toMatchObject({ held: false, failure: "inertias none (0, 0, 2) (1, 0, 3)" });
  });

  it("falls with an equation whose Hessian changes along the line", () => {
    const verdict = hypersurfaceVerdict((w, b) => w.times(b));
    expect(verdict).toMatchObject({ held: false, failure: "inertias none (0, 0, 2) (1, 0, 3)" });
  });

  it("falls with σ = x in place of x³", () => {
    const unit = zeroLossPoint(
      twoLayerNetwork(1, 1, [neuron(["0"], ["1"])]),
      [RationalVector.parse("1")],
      polynomialActivation([rational(0n), rational(1n)]),
    );
    expect(hypersurfaceVerdict(undefined, unit)).toMatchObject({
      held: false,
      failure: "inertias (0, 0, 2) (1, 0, 1) (1, 0, 3)",
    });
  });

  it("falls with two data that differ, or one that isn't fitted", () => {
    const apart = zeroLossPoint(network, spreadInputs(2, 1), skewActivation);
    expect(hypersurfaceVerdict(undefined, undefined, apart).failure).toBe(
      "inertias (0, 0, 2) (0, 0, 2) (2, 0, 2)",
    );
    const missed = { ...apart, data: { ...apart.data, targets: apart.data.targets.slice().reverse() } };
    expect(hypersurfaceVerdict(undefined, undefined, missed).failure).toBe(
      "inertias (0, 0, 2) (0, 0, 2) none",
    );
  });
});

test("evidence inertia goes through 48 cases", () => {
  expect(verdictOf(claim, "inertia")).toMatchObject({ held: true, visited: "48", expected: "48" });
});

test.each(properties)("$name holds on some random cases", (property) => {
  expect(property.sample({ seed: 7, runs: 20 })).toMatchObject({ held: true, cases: 20, seed: 7 });
});
