import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { doubleValue } from "../../src/exact/numbers/doubleValue.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { realActivation } from "../../src/landscape/activations/realActivation.js";
import { intervalGradient } from "../../src/landscape/enclosures/intervalLoss.js";
import { intervalMultiLayer } from "../../src/landscape/enclosures/intervalMultiLayer.js";
import { figureInputs } from "../../src/network/figureOne.js";
import { trainingData } from "../../src/training/figureSetting.js";
import { glorotStart } from "../../src/training/glorotStart.js";
import { gramMatrix } from "../../src/training/gramMatrix.js";
import { LayeredError } from "../../src/training/layeredError.js";
import { layeredShape } from "../../src/training/studentShape.js";
import { layeredRun, networkOfLayeredRun } from "../../src/training/trainedRun.js";

const data = trainingData("fig1e");
const shape = layeredShape(2);
/** A start whose biases are not 0. */
const POINT = glorotStart(shape, 3).map((value, at) => value + 0.01 * (at % 7));
const error = new LayeredError(data, "tanh(x)", shape);
const end = { theta: POINT, loss: 0, slope: 0, stopped: "stalled", steps: 0 } as const;

describe("the mean squared error of several layers", () => {
  const here = error.at(POINT);

  it("has the gradient of exact enclosures", () => {
    const layers = intervalMultiLayer(networkOfLayeredRun(layeredRun(0, shape, end)), 64);
    const targets = [...data.targets].map((value) => RationalVector.fromRationals([doubleValue(value)]));
    const gradient = intervalGradient(layers, { inputs: figureInputs(), targets }, realActivation("tanh"));
    // Layer by layer the matrix by rows, then the biases, as in a point; the loss there is Σ ½r².
    const exact = gradient.weights.flatMap((rows, layer) => [
      ...rows.flat(),
      ...(gradient.biases?.[layer] ?? []),
    ]);
    expect(exact).toHaveLength(POINT.length);
    exact.forEach((interval, place) => {
      const value = (2 / 1681) * interval.midpoint.valueOf();
      expect(Math.abs(entry(here.gradient, place) - value)).toBeLessThan(1e-12);
    });
    expect(here.slope).toBe(Math.max(...here.gradient.map(Math.abs)));
    expect(here.slope).toBeGreaterThan(0.1);
  });

  it("has the loss alone, too, and JᵀJ that differences of the outputs show", () => {
    expect(error.loss(POINT)).toBe(here.loss);
    const one = single(7);
    const { gaussNewton } = one.error.at(POINT);
    const slopes = [...POINT].map((_, place) => {
      const along = POINT.map((_, at) => (at === place ? 1 : 0));
      return (one.output(1e-6, along) - one.output(-1e-6, along)) / 2e-6;
    });
    slopes.forEach((left, row) => {
      slopes.slice(0, row + 1).forEach((right, column) => {
        expect(entry(gaussNewton, row * slopes.length + column)).toBeCloseTo(2 * left * right, 5);
      });
    });
  });

  it("bends along a step as differences of the outputs show", () => {
    const step = POINT.map((value, at) => Math.cos(at) - value);
    const { error: own, output } = single(900);
    const { gradient, loss } = own.at(POINT);
    const bend = (output(1e-3, step) - 2 * output(0, step) + output(-1e-3, step)) / 1e-6;
    expect(Math.abs(bend)).toBeGreaterThan(0.01);
    // ∂f/∂θ is the gradient of r² divided by 2r, and r is negative.
    own.bendAlong(POINT, step).forEach((value, place) => {
      expect(value).toBeCloseTo((-bend * entry(gradient, place)) / Math.sqrt(loss), 4);
    });
  });
});

/** The error at one datum with a target of 10, above all outputs, and the output t steps away. */
function single(k: number): {
  readonly error: LayeredError;
  readonly output: (t: number, step: Float64Array) => number;
} {
  const one = (list: Float64Array): Float64Array => list.slice(k, k + 1);
  const targets = Float64Array.of(10);
  const datum = { count: 1, first: one(data.first), second: one(data.second), targets };
  const own = new LayeredError(datum, "tanh(x)", shape);
  const output = (t: number, step: Float64Array): number =>
    10 - Math.sqrt(own.loss(POINT.map((value, at) => value + t * entry(step, at))));
  return { error: own, output };
}

describe("s·JᵀJ", () => {
  it.each([1, 2, 3, 6])("has all products of %d columns", (size) => {
    const columns = Array.from({ length: size }, (_, at) => Float64Array.of(1 + at, 2 - at * at, 3));
    const matrix = gramMatrix(columns, 2);
    expect(matrix).toHaveLength(size * size);
    columns.forEach((left, row) => {
      columns.forEach((right, column) => {
        const product = left.reduce((sum, value, at) => sum + value * entry(right, at), 0);
        expect(matrix[row * size + column]).toBe(column > row ? 0 : 2 * product);
      });
    });
  });
});
