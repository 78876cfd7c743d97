import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { inertia } from "../../../src/exact/inertia/inertia.js";
import { clearDenominators } from "../../../src/exact/vectors/integerMatrix.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import {
  copiedUnit,
  inertiaAbove,
  unitCurvature,
} from "../../../src/landscape/criticalPoints/inertiaAbove.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const cubic = polynomialActivation([1n, 2n, 1n, 1n].map((entry) => rational(entry)));

describe("B_t", () => {
  it("is Σ (a·e) σ''(w·x) x xᵀ, worked out by hand", () => {
    const network = twoLayerNetwork(2, 1, [unitOf(["1", "0"], ["3"])]);
    const inputs = [RationalVector.parse("1", "2"), RationalVector.parse("-1", "1")];
    const residuals = [RationalVector.parse("1/3"), RationalVector.parse("-1")];
    const data = dataSet(inputs, residuals);
    // σ'' = 2 + 6x: 8 at 1 and −4 at −1, times a·e = 1 and −3.
    const rows = unitCurvature({ network, activation: cubic, data, residuals }, 0);
    expect(rows.map(({ key }) => key)).toEqual(["20,4", "4,44"]);
    expect(() => unitCurvature({ network, activation: cubic, data, residuals }, 1)).toThrow(
      "unit 1 of a network of width 1",
    );
    // E = Σ e σ'(w·x) x, σ' = 2 + 2x + 3x²: 7 at 1 and 3 at −1: (7/3 + 3, 14/3 − 3) = (16/3, 5/3), so the kernel is (5, −16).
    expect(copiedUnit({ network, activation: cubic, data, residuals }, 0)).toEqual({
      rank: 1,
      onKernel: { positive: 1, negative: 0, zero: 0 },
    });
  });
});

describe("the inertia above", () => {
  it("is that of a Hessian by automatic differentiation", () => {
    for (const seed of [11, 12, 13]) {
      const below = criticalPoint({
        r: 1,
        inputDimension: 2,
        outputDimension: 2,
        points: 3,
        activation: cubic,
        seed,
      });
      const hessianOf = (network: typeof below.network) =>
        inertia(
          clearDenominators([
            RationalVector.fromRationals(lossJet(network, below.data, cubic, squaredError).hessian.flat()),
          ]).flatMap(([...flat]) => {
            const size = network.units.length * 4;
            return Array.from({ length: size }, (_, row) => flat.slice(row * size, (row + 1) * size));
          }),
        );
      const surjection = LabelledPartition.of([1, 1], 1);
      for (const weights of [
        [rational(1n, 3n), rational(2n, 3n)],
        [rational(3n), rational(-2n)],
        [rational(0n), rational(1n)],
      ])
        expect(inertiaAbove(below, hessianOf(below.network), surjection, weights)).toEqual(
          hessianOf(expandCritical(below.network, surjection, weights)),
        );
    }
  });
});
