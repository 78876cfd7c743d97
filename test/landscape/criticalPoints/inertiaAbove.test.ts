import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { inertia, overOneDenominator, RationalVector } from "../../../src/exact/index.js";
import { dataSet, expandCritical, quarticError, squaredError } from "../../../src/landscape/index.js";
import {
  addedByCopies,
  copiedUnit,
  inertiaAbove,
  shareSigns,
  unitCurvature,
} from "../../../src/landscape/criticalPoints/inertiaAbove.js";
import { unitsOfLayer, unitsOnData } from "../../../src/landscape/criticalPoints/unitsOnData.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, rationals, v } from "../fixtures.js";

const cubic = polynomial("1 2 1 1");

describe("B_t", () => {
  it("is Σ (a·e) σ''(w·x) x xᵀ, worked out by hand", () => {
    const network = twoLayerNetwork(2, 1, [unitOf(["1", "0"], ["3"])]);
    const residuals = [v("1/3"), v("-1")];
    const data = dataSet([v("1", "2"), v("-1", "1")], residuals);
    const point = { network, activation: cubic, data, residuals };
    // σ'' = 2 + 6x: 8 at 1 and −4 at −1, times a·e = 1 and −3.
    expect(unitCurvature(point, 0).map(({ key }) => key)).toEqual(["20,4", "4,44"]);
    expect(() => unitCurvature(point, 1)).toThrow("neuron 1 of a network of width 1");
    // E = Σ e σ'(w·x) x, σ' = 2 + 2x + 3x²: 7 at 1 and 3 at −1.
    // So E = (7/3 + 3, 14/3 − 3) = (16/3, 5/3), and the kernel is (5, −16).
    const onKernel = { positive: 1, negative: 0, zero: 0 };
    expect(copiedUnit(point, 0)).toEqual({ rank: 1, onKernel });
  });
});

describe("units on data", () => {
  const narrow = criticalPoint({
    r: 2,
    inputDimension: 1,
    outputDimension: 2,
    points: 5,
    activation: cubic,
    seed: 1,
  });

  it("have the residuals of the squared error, and other gradients for other costs", () => {
    expect(unitsOnData({ ...narrow, cost: squaredError }).residuals).toEqual(narrow.residuals);
    // c = ¼|e|⁴ has the gradient |e|² e.
    const cubes = narrow.residuals.map((residual) => residual.times(residual.dot(residual)));
    expect(unitsOnData({ ...narrow, cost: quarticError }).residuals).toEqual(cubes);
  });

  it("of the one hidden layer of a deeper network are those of two layers", () => {
    const layers = asMultiLayer(narrow.network);
    const { network, data, residuals } = unitsOfLayer(layers, 1, narrow.data, cubic, squaredError);
    expect([network.units, data.inputs, residuals]).toEqual([
      narrow.network.units,
      narrow.data.inputs,
      narrow.residuals,
    ]);
    expect(() => unitsOfLayer(layers, 2, narrow.data, cubic, squaredError)).toThrow("no hidden layer 2");
  });
});

describe("what copies add", () => {
  const unit = { rank: 1, onKernel: { positive: 1, negative: 0, zero: 1 } };

  it("is counted by hand: planes for E, diag(β) ⊗ B on its kernel, and zeros", () => {
    // k = 4: 3 planes and 3 zeros of d_out − 1; B on a kernel of dimension 2; diag(β) of inertia (1, 1, 1).
    expect(addedByCopies(unit, { positive: 2, negative: 1, zero: 1 }, 2)).toEqual({
      positive: 3 + 1,
      negative: 3 + 1,
      zero: 3 + 2 + 2,
    });
    expect(addedByCopies(unit, shareSigns(rationals("1")), 2)).toEqual({ positive: 0, negative: 0, zero: 0 });
  });
});

describe("the inertia above", () => {
  it("is that of a Hessian by automatic differentiation", () => {
    const request = { r: 1, inputDimension: 2, outputDimension: 2, points: 3, activation: cubic };
    for (const seed of [11, 12, 13]) {
      const narrow = criticalPoint({ ...request, seed });
      const hessianOf = (network: typeof narrow.network) => {
        const rows = lossJet(network, narrow.data, cubic, squaredError).hessian;
        return inertia(overOneDenominator(rows.map((row) => RationalVector.fromRationals(row))).numerators);
      };
      const surjection = LabelledPartition.of([1, 1], 1);
      for (const beta of ["1/3 2/3", "3 -2", "0 1"].map(rationals))
        expect(inertiaAbove(narrow, hessianOf(narrow.network), surjection, beta)).toEqual(
          hessianOf(expandCritical(narrow.network, surjection, beta)),
        );
    }
  });
});
