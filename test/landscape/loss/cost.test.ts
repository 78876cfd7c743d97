import { describe, expect, it } from "vitest";
import { formatRational } from "../../../src/exact/numbers/rational.js";
import {
  type Cost,
  boundedError,
  quarticError,
  radialCost,
  squaredError,
} from "../../../src/landscape/loss/cost.js";
import { quotient, shown, shownRows, v } from "../fixtures.js";

// The residual is (2, 1), so s = 5/2.
const f = v("3", "1/2");
const y = v("1", "-1/2");

describe("the costs", () => {
  it.each<[string, Cost, string, typeof f, string, string, string]>([
    ["½|f − y|²", squaredError, "squared", f, "5/2", "2 1", "1 0; 0 1"],
    ["½|f − y|²", squaredError, "squared", y, "0", "0 0", "1 0; 0 1"],
    ["¼|f − y|⁴", quarticError, "quartic", f, "25/4", "10 5", "13 4; 4 7"],
    ["¼|f − y|⁴", quarticError, "quartic", y, "0", "0 0", "0 0; 0 0"],
    // φ' = (1 + s)⁻² = 4/49 and φ'' = −2(1 + s)⁻³ = −16/343.
    ["s/(1 + s)", boundedError, "bounded", f, "5/7", "8/49 4/49", "-36/343 -32/343; -32/343 12/343"],
  ])("have %s, %#", (_, cost, name, at, value, gradient, hessian) => {
    expect(cost.name).toBe(name);
    expect(formatRational(cost.value(at, y))).toBe(value);
    expect(shown(cost.gradient(at, y))).toBe(gradient);
    expect(shownRows(cost.hessian(at, y))).toBe(hessian);
  });
});

describe("radialCost", () => {
  it("has no value where the profile hasn't", () => {
    const cost = radialCost("pole", quotient("1", "-5 2"));
    expect(cost.name).toBe("pole");
    expect(() => cost.value(f, y)).toThrow("the activation ratio:1:-5,2 has no value at 5/2");
  });

  it("refuses vectors of different dimensions", () => {
    expect(() => squaredError.value(v("1"), y)).toThrow(RangeError);
  });
});
