import { describe, expect, it } from "vitest";
import { type Rational, rational, RationalVector } from "../../../src/exact/index.js";
import type { Activation } from "../../../src/landscape/activations/activation.js";
import { boundedError, quarticError, squaredError } from "../../../src/landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { jacobian } from "../../../src/landscape/loss/jacobian.js";
import {
  hiddenPreactivations,
  multiLayerGradient,
  multiLayerJacobian,
} from "../../../src/landscape/loss/multiLayerGradient.js";
import { multiLayerLossJet } from "../../../src/landscape/loss/multiLayerLossJet.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import {
  multiLayerSpace,
  networkOfPoint,
  pointOfLayers,
} from "../../../src/manifold/layers/multiLayerSpace.js";
import { sparseVector } from "../../../src/manifold/subspaces/parameterSpace.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  hiddenWidths,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { SQUARE, quotient } from "../fixtures.js";

/** σ(x) = 1 + x/(1 + x²). */
const SKEW = quotient("1 1 1", "1 0 1");
const points = (...rows: string[]): RationalVector[] =>
  rows.map((row) => RationalVector.parse(...row.split(" ")));

/** ∇L coordinate by coordinate, by automatic differentiation. */
function byJets(
  network: MultiLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost = squaredError,
): string {
  const { dimension } = pointOfLayers(network);
  return RationalVector.fromRationals(
    Array.from({ length: dimension }, (_, index) => {
      const direction = sparseVector(dimension, new Map([[index, 1n]]));
      return multiLayerLossJet(network, direction, data, activation, cost).gradient[0] ?? rational(0n);
    }),
  ).key;
}

describe("the gradient of several layers", () => {
  it("by hand: W^(1) = 2, W^(2) = 3, W^(3) = 1, σ = x², x = 1", () => {
    // z1 = 2, h1 = 4, z2 = 12, h2 = f = 144; ∂f/∂W3 = 144, ∂f/∂W2 = 2·12·4 = 96, ∂f/∂W1 = 24·3·2·2 = 288.
    const network = multiLayerNetwork([points("2"), points("3"), points("1")]);
    expect(multiLayerJacobian(network, points("1"), SQUARE).map(({ key }) => key)).toEqual(["288,96,144"]);
    const data = dataSet(points("1"), points("143"));
    expect(multiLayerGradient(network, data, SQUARE, squaredError).key).toBe("288,96,144");
    expect(byJets(network, data, SQUARE)).toBe("288,96,144");
    expect(
      hiddenPreactivations(network, RationalVector.parse("1"), SQUARE).map((z) => z.toFraction()),
    ).toEqual(["2", "12"]);
  });

  it("with biases by hand: the last one has derivative 1, the first one what its weight has at x = 1", () => {
    const network = multiLayerNetwork([points("2"), points("3"), points("1")], points("1", "-1", "5"));
    // z1 = 3, h1 = 9, z2 = 26, h2 = 676; ∂W1 = ∂b1 = 52·3·6 = 936, ∂W2 = 52·9, ∂b2 = 52, ∂W3 = 676, ∂b3 = 1.
    expect(multiLayerJacobian(network, points("1"), SQUARE).map(({ key }) => key)).toEqual([
      "936,468,676,936,52,1",
    ]);
  });

  it("is that of two layers for two layers, up to the order of coordinates", () => {
    const theta = twoLayerNetwork(2, 2, [
      unitOf(["1", "2"], ["3", "-1"]),
      unitOf(["-1", "1/2"], ["1/3", "2"]),
    ]);
    const data = dataSet(points("1 2", "-1/2 3"), points("1 0", "2 5"));
    const layered = asMultiLayer(theta);
    // (w_1, w_2, a_1, a_2) against (w_1, w_2, a_11, a_21, a_12, a_22).
    const swap = [0, 1, 2, 3, 4, 6, 5, 7];
    const expected = gradient(theta, data, SKEW, squaredError);
    expect(multiLayerGradient(layered, data, SKEW, squaredError).toStrings()).toEqual(
      swap.map((index) => expected.toStrings()[index]),
    );
    expect(multiLayerJacobian(layered, data.inputs, SKEW).map((row) => row.toStrings())).toEqual(
      jacobian(theta, data.inputs, SKEW).map((row) => swap.map((index) => row.toStrings()[index])),
    );
    const jet = lossJet(theta, data, SKEW, squaredError);
    expect(byJets(layered, data, SKEW)).toBe(
      RationalVector.fromRationals(swap.map((i) => jet.gradient[i] ?? rational(0n))).key,
    );
  });

  it.each([
    ["three layers", [2, 2, 3, 2], false, 1],
    ["three layers with biases", [1, 2, 2, 2], true, 2],
    ["four layers", [1, 2, 1, 2, 1], true, 3],
  ] as const)("agrees with automatic differentiation for every cost: %s", (_, widths, hasBiases, seed) => {
    const network = randomMultiLayer({ widths, hasBiases }, seed);
    const inputs = points(...["1/3 -2", "2 1/2"].map((row) => row.split(" ").slice(0, widths[0]).join(" ")));
    const targets = points(...["1 -1", "3 2"].map((row) => row.split(" ").slice(0, widths.at(-1)).join(" ")));
    const data = dataSet(inputs, targets);
    for (const cost of [squaredError, quarticError, boundedError]) {
      const slope = multiLayerGradient(network, data, SKEW, cost);
      expect(slope.isZero()).toBe(false);
      expect(byJets(network, data, SKEW, cost)).toBe(slope.key);
    }
  });

  it("is what differences of the outputs give, which are polynomials of degree 4 in W^(1) for σ = x²", () => {
    const network = randomMultiLayer({ widths: [2, 2, 2, 1], hasBiases: false }, 5);
    const space = multiLayerSpace(network, hiddenWidths(network));
    const [row] = multiLayerJacobian(network, points("1 -3"), SQUARE);
    const start = pointOfLayers(network);
    for (let index = 0; index < start.dimension; index++) {
      const at = (step: bigint): Rational => {
        const moved = start.plus(sparseVector(start.dimension, new Map([[index, step]])));
        return evaluateMultiLayer(networkOfPoint(space, moved), RationalVector.parse("1", "-3"), (z) =>
          z.mul(z),
        ).at(0);
      };
      // The central difference of fourth order is exact for degree 4.
      const slope = at(-2n)
        .sub(at(2n))
        .add(at(1n).sub(at(-1n)).mul(8n))
        .div(12n);
      expect(row?.at(index).equals(slope)).toBe(true);
    }
  });

  it("has a second derivative along a line, as the loss of two layers has", () => {
    const theta = twoLayerNetwork(1, 1, [unitOf(["1"], ["3"]), unitOf(["-2"], ["1/3"])]);
    const data = dataSet(points("1/2", "3"), points("1", "2"));
    const direction = RationalVector.parse("1", "-2", "1/2", "3");
    const along = multiLayerLossJet(asMultiLayer(theta), direction, data, SKEW, squaredError);
    const whole = lossJet(theta, data, SKEW, squaredError);
    const second = whole.hessian.reduce(
      (sum, row, i) =>
        row.reduce((partial, entry, j) => partial.add(entry.mul(direction.at(i)).mul(direction.at(j))), sum),
      rational(0n),
    );
    expect(along.hessian[0]?.[0]?.equals(second)).toBe(true);
    expect(along.value.equals(whole.value)).toBe(true);
  });
});
