import { describe, expect, it } from "vitest";
import { Interval, RationalVector } from "../../../src/exact/index.js";
import { dataSet, realActivation } from "../../../src/landscape/index.js";
import {
  type IntervalMultiLayer,
  intervalMultiLayer,
  largestMagnitude,
} from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { intervalGradient } from "../../../src/landscape/enclosures/intervalLoss.js";
import { secondVariation } from "../../../src/landscape/enclosures/secondVariation.js";
import { multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";

const v = (...texts: string[]) => RationalVector.parse(...texts);

describe("the second variation", () => {
  it("is surely negative in the right direction at a symmetric critical point", () => {
    // a = w = 0 is critical for an odd activation, with ∂_w∂_a L = −y·x·σ'(0) there.
    const [zero, diagonal, against] = [
      ["0", "0"],
      ["1", "1"],
      ["1", "-1"],
    ].map(([w = "", a = ""]) => intervalMultiLayer(multiLayerNetwork([[v(w)], [v(a)]]), 64)) as [
      IntervalMultiLayer,
      IntervalMultiLayer,
      IntervalMultiLayer,
    ];
    const [points, tanh] = [dataSet([v("1")], [v("1")]), realActivation("tanh")];
    const largest = largestMagnitude(intervalGradient(zero, points, tanh));
    expect(largest.mul(1n << 60n).compare(1n)).toBeLessThan(0);
    expect(secondVariation(zero, diagonal, diagonal, points, tanh).sign).toBe(-1);
    expect(secondVariation(zero, against, against, points, tanh).sign).toBe(1);
    expect(secondVariation(zero, diagonal, against, points, tanh).sign).toBeUndefined();
  });

  describe("needs directions of the network's shape", () => {
    const one = Interval.of(1n, 1n, 64);
    const two = [one, one];
    const layers: IntervalMultiLayer = {
      precision: 64,
      weights: [[two, two], [two]],
      biases: [two, [one]],
    };
    const data = dataSet([v("1", "2")], [v("1")]);
    const along = (left: IntervalMultiLayer, right: IntervalMultiLayer) =>
      secondVariation(layers, left, right, data, realActivation("sigmoid"));

    it.each<[string, Partial<IntervalMultiLayer>]>([
      ["a layer too few", { weights: layers.weights.slice(0, 1) }],
      ["a unit too few", { weights: layers.weights.map((rows) => rows.slice(0, 1)) }],
      ["an entry too many", { weights: layers.weights.map((rows) => rows.map((row) => [...row, one])) }],
      ["no biases", { biases: undefined }],
      ["a bias too few", { biases: [[one], [one]] }],
    ])("not with %s", (_, change) => {
      const other = { ...layers, ...change };
      expect(() => along(other, layers)).toThrow("a direction of another shape than the network");
      expect(() => along(layers, other)).toThrow("a direction of another shape than the network");
      expect(along(layers, layers).precision).toBe(64);
    });
  });
});
