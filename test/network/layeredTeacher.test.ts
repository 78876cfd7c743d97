import { expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { isIrreducibleMultiLayer } from "../../src/network/irreducible.js";
import { layeredTeacher } from "../../src/network/layeredTeacher.js";
import { layerWidths } from "../../src/network/multiLayerNetwork.js";
import { trainingData } from "../../src/training/figureSetting.js";
import { LayeredError } from "../../src/training/layeredError.js";
import { layeredShape } from "../../src/training/studentShape.js";

test("the teacher of Figure 1(e) has widths 4-4-4, and nothing to reduce", () => {
  expect(layerWidths(layeredTeacher)).toEqual([2, 4, 4, 4, 1]);
  expect(isIrreducibleMultiLayer(layeredTeacher)).toBe(true);
});

test("its outputs are far from constant", () => {
  const { targets, count } = trainingData("fig1e");
  const mean = targets.reduce((sum, target) => sum + target, 0) / count;
  const variance = targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / count;
  expect(variance).toBeGreaterThan(25);
});

test("no weight is misread: the fit that it came from is all but critical there, and not 0.1 % beside it", () => {
  const data = trainingData("fig1e");
  const targets = data.first.map((x, at) => {
    const y = entry(data.second, at);
    return Math.sin(2 * x) + x + Math.cos(3 * y) - 0.4 * (y - 1) ** 2;
  });
  const error = new LayeredError({ ...data, targets }, "tanh(x)", layeredShape(4));
  const theta = layeredTeacher.weights.flatMap((rows, layer) =>
    [...rows, ...(layeredTeacher.biases?.slice(layer, layer + 1) ?? [])].flatMap((row) =>
      row.toRationals().map(Number),
    ),
  );
  const slopeWith = (change: (value: number, at: number) => number): number =>
    error.at(Float64Array.from(theta, change)).slope;
  expect(slopeWith((value) => value)).toBeLessThan(0.0011);
  const beside = theta.map((_, place) => slopeWith((value, at) => (at === place ? 1.001 * value : value)));
  expect(beside).toHaveLength(57);
  expect(Math.min(...beside)).toBeGreaterThan(0.0033);
});
