import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { Interval, RationalVector, rational } from "../../../src/exact/index.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";
import {
  type EnclosedCost,
  crossEntropy,
  enclosedCost,
  meanCost,
} from "../../../src/landscape/enclosures/enclosedCost.js";
import { enclosedDerivatives } from "../../../src/landscape/enclosures/enclosedDerivatives.js";
import { intervalGradient } from "../../../src/landscape/enclosures/intervalLoss.js";
import {
  type IntervalMultiLayer,
  intervalMultiLayer,
  parametersOf,
  withParameters,
} from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { secondVariation } from "../../../src/landscape/enclosures/secondVariation.js";
import { boundedError, quarticError, squaredError } from "../../../src/landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";

const v = (text: string): RationalVector => RationalVector.parse(...text.split(" "));
const PRECISION = 200;

const theta = twoLayerNetwork(2, 2, [
  unitOf(["1/2", "-1"], ["2", "1/3"]),
  unitOf(["-3/4", "2"], ["-1", "1/2"]),
  unitOf(["1/5", "1/7"], ["1", "-2"]),
]);
const data = dataSet(["1 2", "-1 1/2", "1/3 -1"].map(v), ["1 0", "1/4 3/4", "0 1"].map(v));
/** The order of `parametersOf`, where the outgoing weights are listed by outputs, in that of the units. */
const PLACES = [0, 1, 2, 3, 4, 5, 6, 8, 10, 7, 9, 11];

const deep = multiLayerNetwork(
  [
    ["1/2 -1", "2 1/3", "-1/4 1"],
    ["1 -1/2 2", "1/3 1 -1"],
    ["3/2 -1", "1/5 2"],
  ].map((rows) => rows.map(v)),
  ["1/2 0 -1/3", "1/7 -1", "1 1/9"].map(v),
);

describe("loss, gradient and Hessian in enclosures", () => {
  it.each([squaredError, quarticError, boundedError])("hold the exact ones for the $name cost", (cost) => {
    const [activation, layers] = [parseActivation("ratio:1,1:1,0,1"), asMultiLayer(theta)];
    const setting = { data, activation: smoothActivation(activation.name), cost: enclosedCost(cost) };
    const found = enclosedDerivatives(intervalMultiLayer(layers, PRECISION), setting);
    expect(found.loss.contains(loss(theta, data, activation, cost))).toBe(true);
    const exact = gradient(theta, data, activation, cost).toRationals();
    const { numerators, denominator } = hessian(theta, data, activation, cost);
    PLACES.forEach((place, index) => {
      expect(found.gradient[index]?.contains(entry(exact, place))).toBe(true);
      expect(found.hessian[index]?.length).toBe(index + 1);
      PLACES.slice(0, index + 1).forEach((other, column) => {
        const value = rational(entry(entry(numerators, place), other), denominator);
        const enclosure = entry(entry(found.hessian, index), column);
        expect(enclosure.contains(value)).toBe(true);
        expect(enclosure.width.compare(rational(1n, 1n << 180n))).toBeLessThan(0);
      });
    });
  });

  it.each(["sigmoid", "tanh", "softplus+sigmoid:1,4"])(
    "agree with directions in three layers, for %s",
    (name) => {
      const layers = intervalMultiLayer(deep, PRECISION);
      const activation = smoothActivation(name);
      const found = enclosedDerivatives(layers, { data, activation, cost: enclosedCost(squaredError) });
      const slopes = parametersOf(intervalGradient(layers, data, activation));
      slopes.forEach((slope, index) => {
        expect(found.gradient[index]?.intersection(slope)).toBeDefined();
      });
      const axis = axesOf(layers);
      // Every pair of layers, weights and biases.
      const chosen = [0, 3, 6, 8, 9, 14, 15, 16, 18, 20, 21, 22];
      for (const row of chosen) {
        for (const column of chosen.filter((other) => other <= row)) {
          const bend = secondVariation(layers, axis(row), axis(column), data, activation);
          expect(found.hessian[row]?.[column]?.intersection(bend)).toBeDefined();
        }
      }
    },
  );

  it("hold the quotients of differences for cross-entropy, of which one is planted wrong", () => {
    const layers = intervalMultiLayer(deep, 400);
    const setting = { data, activation: smoothActivation("gelu"), cost: crossEntropy };
    const found = enclosedDerivatives(layers, setting);
    const axis = axesOf(layers);
    const step = 100;
    const moved = (place: number, sign: number) => {
      const shift = parametersOf(axis(place)).map((value) => value.scaled(-step));
      const values = parametersOf(layers).map((value, index) =>
        sign > 0 ? value.plus(entry(shift, index)) : value.minus(entry(shift, index)),
      );
      return enclosedDerivatives(withParameters(layers, values), setting);
    };
    const close = (left: Interval, right: Interval): boolean =>
      left.minus(right).magnitude.compare(rational(1n, 1n << 150n)) < 0;
    for (const place of [0, 5, 7, 13, 17, 20]) {
      const [after, before] = [moved(place, 1), moved(place, -1)];
      expect(close(after.loss.minus(before.loss).scaled(step - 1), entry(found.gradient, place))).toBe(true);
      for (const row of [place, 20]) {
        const change = entry(after.gradient, row).minus(entry(before.gradient, row));
        const bend = entry(entry(found.hessian, row), place);
        expect(close(change.scaled(step - 1), bend)).toBe(true);
        expect(close(change.scaled(step), bend)).toBe(false);
      }
    }
  });

  it("of a mean are those of the sum over the number of data", () => {
    const layers = intervalMultiLayer(deep, PRECISION);
    const activation = smoothActivation("silu");
    const sum = enclosedDerivatives(layers, { data, activation, cost: crossEntropy });
    const mean = enclosedDerivatives(layers, { data, activation, cost: meanCost(crossEntropy, 3) });
    const third = Interval.enclosing(rational(1n, 3n), PRECISION);
    expect(mean.loss.intersection(sum.loss.times(third))).toBeDefined();
    sum.hessian.flat().forEach((value, index) => {
      expect(mean.hessian.flat()[index]?.intersection(value.times(third))).toBeDefined();
    });
  });

  it("of a box hold those of its networks", () => {
    const layers = intervalMultiLayer(deep, PRECISION);
    const setting = { data, activation: smoothActivation("arctan"), cost: crossEntropy };
    const radius = Interval.between(rational(-1n, 100n), rational(1n, 100n), PRECISION);
    const box = withParameters(
      layers,
      parametersOf(layers).map((value) => value.plus(radius)),
    );
    const corner = withParameters(
      layers,
      parametersOf(layers).map((value, index) =>
        value.plus(Interval.enclosing(rational(index % 2 === 0 ? 1n : -1n, 100n), PRECISION)),
      ),
    );
    const [wide, inside] = [enclosedDerivatives(box, setting), enclosedDerivatives(corner, setting)];
    inside.hessian.flat().forEach((value, index) => {
      expect(wide.hessian.flat()[index]?.intersection(value)).toBeDefined();
    });
    expect(wide.loss.intersection(inside.loss)).toBeDefined();
  });

  it("tell how far they are, and refuse other data", () => {
    const layers = intervalMultiLayer(deep, 64);
    const heard: number[][] = [];
    const setting = (points: DataSet, cost: EnclosedCost) => ({
      data: points,
      activation: smoothActivation("tanh"),
      cost,
    });
    enclosedDerivatives(layers, setting(data, crossEntropy), (...progress) => heard.push(progress));
    expect(heard).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const refusals: [DataSet, EnclosedCost, string][] = [
      [dataSet([v("1")], [v("1 0")]), crossEntropy, "input 1 and its target have dimensions 1 and 2"],
      [dataSet([v("1 1")], [v("-1 2")]), crossEntropy, "target 1 is no probability distribution"],
      [dataSet([v("1 1")], [v("0 0")]), crossEntropy, "target 1 is no probability distribution"],
      [dataSet([v("1 1")], [v("1")]), crossEntropy, "target 1 is no probability distribution"],
    ];
    for (const [points, cost, problem] of refusals) {
      expect(() => enclosedDerivatives(layers, setting(points, cost))).toThrow(problem);
    }
  });
});

/** The directions of single parameters, in the order of `parametersOf`. */
function axesOf(layers: IntervalMultiLayer): (place: number) => IntervalMultiLayer {
  const { precision } = layers;
  const one = Interval.of(1n, 1n, 0).atPrecision(precision);
  const zero = Interval.of(0n, 0n, precision);
  return (place) =>
    withParameters(
      layers,
      parametersOf(layers).map((_, index) => (index === place ? one : zero)),
    );
}
