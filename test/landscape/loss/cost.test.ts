import { describe, expect, it } from "vitest";
import { type Rational, formatRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { rationalActivation } from "../../../src/landscape/activations/activation.js";
import {
  type Cost,
  boundedError,
  quarticError,
  radialCost,
  squaredError,
} from "../../../src/landscape/loss/cost.js";

const f = RationalVector.parse("3", "1/2");
const y = RationalVector.parse("1", "-1/2");

function all(cost: Cost, at: RationalVector): unknown {
  const texts = (row: readonly Rational[]): string[] => row.map(formatRational);
  return [formatRational(cost.value(at, y)), texts(cost.gradient(at, y)), cost.hessian(at, y).map(texts)];
}

// The residual is (2, 1), so s = 5/2.
describe("the costs", () => {
  it("has the squared error ½|f − y|²", () => {
    expect(squaredError.name).toBe("squared");
    expect(all(squaredError, f)).toEqual([
      "5/2",
      ["2", "1"],
      [
        ["1", "0"],
        ["0", "1"],
      ],
    ]);
    expect(all(squaredError, y)).toEqual([
      "0",
      ["0", "0"],
      [
        ["1", "0"],
        ["0", "1"],
      ],
    ]);
  });

  it("has the quartic error ¼|f − y|⁴", () => {
    expect(quarticError.name).toBe("quartic");
    expect(all(quarticError, f)).toEqual([
      "25/4",
      ["10", "5"],
      [
        ["13", "4"],
        ["4", "7"],
      ],
    ]);
    expect(all(quarticError, y)).toEqual([
      "0",
      ["0", "0"],
      [
        ["0", "0"],
        ["0", "0"],
      ],
    ]);
  });

  it("has the bounded error s/(1 + s)", () => {
    // φ' = (1 + s)⁻² = 4/49 and φ'' = −2(1 + s)⁻³ = −16/343.
    expect(boundedError.name).toBe("bounded");
    expect(all(boundedError, f)).toEqual([
      "5/7",
      ["8/49", "4/49"],
      [
        ["-36/343", "-32/343"],
        ["-32/343", "12/343"],
      ],
    ]);
  });
});

describe("radialCost", () => {
  it("has no value where the profile hasn't", () => {
    const cost = radialCost("pole", rationalActivation([rational(1n)], [rational(-5n), rational(2n)]));
    expect(cost.name).toBe("pole");
    expect(() => cost.value(f, y)).toThrow("the activation ratio:1:-5,2 has no value at 5/2");
  });

  it("refuses vectors of different dimensions", () => {
    expect(() => squaredError.value(RationalVector.parse("1"), y)).toThrow(RangeError);
  });
});
