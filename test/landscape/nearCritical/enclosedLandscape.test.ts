import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, RationalVector, rational } from "../../../src/exact/index.js";
import { enclosedSigns } from "../../../src/exact/inertia/enclosedSigns.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";
import { criticalPointOfIndex } from "../../../src/landscape/criticalPoints/criticalSearch.js";
import { crossEntropy, enclosedCost } from "../../../src/landscape/enclosures/enclosedCost.js";
import {
  type LossSetting,
  enclosedDerivatives,
} from "../../../src/landscape/enclosures/enclosedDerivatives.js";
import { intervalMultiLayer, parametersOf } from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { criticalBox } from "../../../src/landscape/nearCritical/criticalBox.js";
import { enclosedHessian } from "../../../src/landscape/nearCritical/enclosedHessian.js";
import { enclosedLandscape } from "../../../src/landscape/nearCritical/enclosedLandscape.js";
import { newtonStep } from "../../../src/landscape/nearCritical/newtonStep.js";
import { type AnyNetwork, asMultiLayer } from "../../../src/network/anyNetwork.js";
import { multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const v = (text: string): RationalVector => RationalVector.parse(...text.split(" "));
const activation = parseActivation("ratio:1,1:1,0,1");
const request = { r: 2, inputDimension: 2, outputDimension: 1, points: 9, activation };
const [minimum, saddle] = [
  criticalPointOfIndex({ ...request, seed: 3 }, 0),
  criticalPointOfIndex({ ...request, seed: 4 }, 2),
];
const settingOf = ({ data }: typeof minimum): LossSetting => ({
  data,
  activation: smoothActivation(activation.name),
  cost: enclosedCost(squaredError),
});

/** The network with the first weight of each neuron moved, one up and one down. */
function moved({ inputDimension, outputDimension, units }: TwoLayerNetwork, by: Rational): TwoLayerNetwork {
  return twoLayerNetwork(
    inputDimension,
    outputDimension,
    units.map(({ incoming, outgoing }, index) => {
      const change = index % 2 === 0 ? by : by.neg();
      const [first, ...rest] = incoming.toRationals() as [Rational, ...Rational[]];
      return { incoming: RationalVector.fromRationals([first.add(change), ...rest]), outgoing };
    }),
  );
}

/** What `criticalBox` is given at a network. */
function pointAt(network: AnyNetwork, setting: LossSetting) {
  const layers = intervalMultiLayer(asMultiLayer(network), 160);
  const { gradient, hessian } = enclosedDerivatives(layers, setting);
  const matrix = enclosedHessian(hessian);
  const signs = enclosedSigns(matrix);
  if (signs === undefined) throw new Error("signs unknown");
  return { layers, gradient, matrix, signs };
}

describe("a network near a critical point", () => {
  it.each([
    ["minimum", minimum, 0],
    ["saddle of index 2", saddle, 2],
  ])("is within a radius of the %s that was moved, and hardly more", (_, point, index) => {
    for (const denominator of [1000n, 10n ** 9n, 10n ** 15n]) {
      const by = rational(1n, denominator);
      const { critical, counts } = enclosedLandscape(moved(point.network, by), settingOf(point));
      expect(counts).toEqual({ above: 6 - index, below: index, within: 0 });
      if (critical === undefined) throw new Error("not found");
      expect([critical.box.negative, critical.box.positive]).toEqual([index, 6 - index]);
      expect(critical.radius.compare(by)).toBeGreaterThan(0);
      expect(critical.radius.compare(by.mul(rational(11n, 10n)))).toBeLessThan(0);
      // The exact point lies in the box about the center.
      const exact = parametersOf(intervalMultiLayer(asMultiLayer(point.network), 160));
      parametersOf(critical.center).forEach((center, place) => {
        const distance = center.minus(entry(exact, place)).magnitude;
        expect(distance.compare(critical.box.radius)).toBeLessThanOrEqual(0);
      });
    }
  });

  it("is found with the gradient it has, and far if Newton's method leads away", () => {
    const far = enclosedLandscape(moved(minimum.network, rational(3n)), settingOf(minimum));
    expect([far.critical, far.notFound]).toEqual([undefined, "far"]);
    const { gradientNorm, loss } = enclosedLandscape(saddle.network, settingOf(saddle));
    expect(gradientNorm.upperEnd.compare(rational(1n, 1n << 70n))).toBeLessThan(0);
    const half = saddle.residuals.reduce((sum, e) => sum.add(e.dot(e).div(2n)), rational(0n));
    expect(loss.contains(half)).toBe(true);
  });

  it("has flat directions where a neuron is doubled", () => {
    const [unit] = minimum.network.units as [(typeof minimum.network.units)[number]];
    const halves = { ...unit, outgoing: unit.outgoing.times(rational(1n, 2n)) };
    const doubled = twoLayerNetwork(2, 1, [halves, halves, ...minimum.network.units.slice(1)]);
    const { counts, critical, notFound } = enclosedLandscape(doubled, settingOf(minimum));
    expect([critical, notFound]).toEqual([undefined, "flat"]);
    // The two halves can share the outgoing weight in any way.
    expect(counts).toMatchObject({ within: 1 });
  });

  it("is found however many digits the threshold asks for", () => {
    const other = moved(minimum.network, rational(1n, 10n ** 6n));
    for (const digits of [30n, 300n]) {
      const threshold = rational(1n, 10n ** digits);
      const { critical } = enclosedLandscape(other, settingOf(minimum), { threshold });
      // The box has half of the digits, or fewer.
      expect(critical?.box.radius.compare(rational(1n, 10n ** (digits / 2n)))).toBeLessThan(0);
      expect(critical?.box.negative).toBe(0);
    }
  });

  it("takes deep networks, biases, and cross-entropy", () => {
    const layers = [
      ["1 -1", "1/2 2"],
      ["1 1/3", "-1 1"],
      ["1 -2", "1 1"],
    ].map((rows) => rows.map(v));
    const biases = ["1/2 0", "1 -1", "1/4 -1/3"].map(v);
    const data = dataSet(["1 2", "0 -1"].map(v), ["1 0", "1/3 2/3"].map(v));
    const setting = { data, activation: smoothActivation("tanh"), cost: crossEntropy };
    const { counts, loss } = enclosedLandscape(multiLayerNetwork(layers, biases), setting, {
      threshold: rational(1n, 10n ** 20n),
    });
    // Both outputs may be shifted, by weights and biases, and two data have two differences of outputs.
    expect(counts?.within).toBeGreaterThan(4);
    expect(loss.sign).toBe(1);
  });
});

describe("the box", () => {
  const by = rational(1n, 10n ** 10n);

  it("is refused where the gradient is that of another point: one planted is", () => {
    const point = pointAt(minimum.network, settingOf(minimum));
    const box = criticalBox(point, settingOf(minimum), () => undefined);
    expect(box?.radius.compare(rational(1n, 10n ** 20n))).toBeLessThan(0);
    const other = pointAt(moved(minimum.network, by), settingOf(minimum));
    const around = criticalBox(other, settingOf(minimum), () => undefined);
    // A wider box, which holds the point that was moved.
    expect(around?.radius.compare(by)).toBeGreaterThan(0);
    // A gradient a thousand times as large needs a box in which the Hessian changes too much.
    const steep = { ...other, gradient: other.gradient.map((slope) => slope.scaled(17)) };
    expect(criticalBox(steep, settingOf(minimum), () => undefined)).toBeUndefined();
  });

  it("is left at once by a step of Newton's method, which squares the distance", () => {
    const start = pointAt(moved(saddle.network, by), settingOf(saddle));
    const { layers, length } = newtonStep(start);
    expect(rational(length, 1n << 160n).compare(by.mul(rational(9n, 10n)))).toBeGreaterThan(0);
    const { gradient, hessian } = enclosedDerivatives(layers, settingOf(saddle));
    const next = newtonStep({ ...start, layers, gradient, matrix: enclosedHessian(hessian) });
    expect(rational(next.length, 1n << 160n).compare(rational(1n, 10n ** 17n))).toBeLessThan(0);
  });
});
