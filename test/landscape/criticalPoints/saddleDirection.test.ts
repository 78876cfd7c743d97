import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { type Rational, rational, RationalVector } from "../../../src/exact/index.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../../src/landscape/criticalPoints/criticalPoint.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { jacobian } from "../../../src/landscape/loss/jacobian.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { mixedDerivative, saddleDirection } from "../../../src/landscape/criticalPoints/saddleDirection.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { SKEW, SQUARE, rationals, v } from "../fixtures.js";

const inputs = [v("1", "2"), v("3", "-1")];
const network = twoLayerNetwork(2, 2, [unitOf(["1", "0"], ["1", "0"]), unitOf(["0", "1/2"], ["0", "1"])]);

/** With σ(x) = x² the slopes are 2 and 6 for the first unit, 2 and −1 for the second. */
const withErrors = (...residuals: RationalVector[]): CriticalPoint => ({
  network,
  activation: SQUARE,
  data: dataSet(inputs, residuals),
  residuals,
});

describe("E_t", () => {
  const point = withErrors(v("0", "1"), v("5", "2"));

  it("adds up e_k σ'(w_t·x_k) x_kᵀ", () => {
    expect(mixedDerivative(point, 0).map((row) => row.key)).toEqual(["90,-30", "38,-8"]);
    expect(mixedDerivative(point, 1).map((row) => row.key)).toEqual(["-15,5", "-4,6"]);
  });

  it("is of a unit that there is", () => {
    expect(() => mixedDerivative(point, 2)).toThrow(new RangeError("neuron 2 of a network of width 2"));
  });
});

describe("a direction above a critical point", () => {
  const at = (point: CriticalPoint, codes: number[], beta: string, unit: number) =>
    saddleDirection(point, LabelledPartition.of(codes, 2), rationals(beta), unit, rational(1n, 2n))?.key;
  /** E_1 = ((0, 0), (0, 14)). */
  const point = withErrors(v("0", "3"), v("0", "-1/3"));

  it("takes two copies whose weights don't cancel, and coordinates in which E_t isn't 0", () => {
    expect(mixedDerivative(point, 0).map((row) => row.key)).toEqual(["0,0", "0,14"]);
    expect(at(point, [1, 2, 1, 1], "2 1 -2 1", 0)).toBe(
      ["0,1/2", "0,0", "0,0", "0,-1", "0,1", "0,0", "0,0", "0,-1"].join(","),
    );
    expect(at(point, [2, 1, 1], "1 1/3 2/3", 0)).toBe("0,0,0,1/3,0,-1/6,0,0,0,1,0,-1");
  });

  it("isn't there for a unit with one copy, nor where E_t = 0", () => {
    expect(at(point, [1, 2, 1], "1/3 1 2/3", 1)).toBeUndefined();
    expect(at(withErrors(v("0", "0"), v("0", "0")), [1, 2, 1], "1/3 1 2/3", 0)).toBeUndefined();
  });

  it("leaves the outputs as they are to first order, and bends the loss by 2ε(β_i + β_j)δᵀE_t u", () => {
    const shape = { r: 2, inputDimension: 2, outputDimension: 2, points: 5 };
    const narrow = criticalPoint({ ...shape, activation: SKEW, seed: 2 });
    const surjection = LabelledPartition.of([1, 2, 2], 2);
    const beta = rationals("1 -3 4");
    const wide = expandCritical(narrow.network, surjection, beta);
    const rows = jacobian(wide, narrow.data.inputs, SKEW);
    const { numerators, denominator } = hessian(wide, narrow.data, SKEW, squaredError);
    const bends = [1n, -1n].map((sign): Rational => {
      const epsilon = rational(sign, 1n << 40n);
      const direction = saddleDirection(narrow, surjection, beta, 1, epsilon) ?? v();
      expect(rows.every((row) => row.dot(direction).equals(0n))).toBe(true);
      const image = numerators.map((row) => RationalVector.of(row, denominator).dot(direction));
      return RationalVector.fromRationals(image).dot(direction).div(epsilon.mul(2n));
    });
    // E_t's first entry isn't 0, and the weights add up to 1.
    const entry = mixedDerivative(narrow, 1)[0]?.at(0) ?? rational(0n);
    expect(entry.equals(0n)).toBe(false);
    const small = rational(1n, 1n << 20n);
    for (const bend of bends) expect(bend.div(entry).sub(1n).abs().compare(small)).toBeLessThan(0);
  });
});
