import { expect, test } from "vitest";
import { skewActivation } from "../../../src/landscape/activations/exampleActivations.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { quarticError, squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { weightedGradient, weightedHessian, weightedLoss } from "../../../src/landscape/loss/weightedData.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { v } from "../fixtures.js";

const network = twoLayerNetwork(2, 1, [unitOf(["1", "-2"], ["3"]), unitOf(["1/2", "1"], ["-1"])]);
const [first, second] = [v("1", "2"), v("-1/3", "1")];
const data = dataSet([first, second], [v("5"), v("1/7")]);
const half = rational(1n, 2n);

test.each([squaredError, quarticError])(
  "points that count twice and thrice count as if repeated, $name",
  (cost) => {
    const weighted = { data, weights: [rational(2n), rational(3n)] };
    const repeated = dataSet(
      [first, first, second, second, second],
      ["5", "5", "1/7", "1/7", "1/7"].map((target) => v(target)),
    );
    const given = [network, weighted, skewActivation, cost] as const;
    const plain = [network, repeated, skewActivation, cost] as const;
    expect(weightedLoss(...given).equals(loss(...plain))).toBe(true);
    expect(weightedGradient(...given).key).toBe(gradient(...plain).key);
    expect(weightedHessian(...given)).toEqual(hessian(...plain));
  },
);

test("fractional and negative weights scale loss, gradient and Hessian", () => {
  const one = { data: dataSet([first], [v("5")]), weights: [rational(-1n, 2n)] };
  const given = [network, one, skewActivation, squaredError] as const;
  const plain = [network, one.data, skewActivation, squaredError] as const;
  expect(weightedLoss(...given).equals(loss(...plain).mul(half.neg()))).toBe(true);
  expect(weightedGradient(...given).key).toBe(gradient(...plain).times(half.neg()).key);
  const [scaled, whole] = [weightedHessian(...given), hessian(...plain)];
  expect(
    scaled.numerators.map((row) => row.map((entry) => rational(entry, scaled.denominator).toFraction())),
  ).toEqual(
    whole.numerators.map((row) => row.map((entry) => rational(-entry, 2n * whole.denominator).toFraction())),
  );
});
