import { expect, test } from "vitest";
import { glorotStart } from "../../src/training/glorotStart.js";
import { layeredShape, twoLayerShape } from "../../src/training/studentShape.js";

test("weights fill the ranges of Glorot and Bengio's rule, each start its own", () => {
  const starts = Array.from({ length: 400 }, (_, seed) => glorotStart(twoLayerShape(5), seed));
  expect(new Set(starts.map((start) => start.join())).size).toBe(400);
  const largest = (places: readonly number[]): number =>
    Math.max(
      ...starts.flatMap((start) => [...start].filter((_, at) => places.includes(at % 3)).map(Math.abs)),
    );
  const [incoming, outgoing] = [largest([0, 1]), largest([2])];
  expect(incoming).toBeLessThanOrEqual(Math.sqrt(6 / 7));
  expect(incoming).toBeGreaterThan(0.99 * Math.sqrt(6 / 7));
  expect(outgoing).toBeLessThanOrEqual(1);
  expect(outgoing).toBeGreaterThan(0.99);
  const mean = starts.reduce((sum, start) => sum + start.reduce((all, value) => all + value, 0), 0);
  expect(Math.abs(mean / 6000)).toBeLessThan(0.03);
});

test("the start of a seed and width stays what it is", () => {
  expect([...glorotStart(twoLayerShape(1), 7)]).toEqual([...glorotStart(twoLayerShape(1), 7)]);
  expect(glorotStart(twoLayerShape(2), 7).slice(0, 2)).not.toEqual(
    glorotStart(twoLayerShape(1), 7).slice(0, 2),
  );
});

test("of several layers, each has its own range, and biases are 0", () => {
  const shape = layeredShape(5);
  expect([shape.name, shape.parameters]).toEqual(["5-5-5", 81]);
  const starts = Array.from({ length: 400 }, (_, seed) => glorotStart(shape, seed));
  const bounds = [6 / 7, 6 / 10, 6 / 10, 6 / 6].map(Math.sqrt);
  shape.layers.forEach(({ weights, biases }, index) => {
    const sizes = starts.flatMap((start) => weights.map((place) => Math.abs(start[place] ?? NaN)));
    const most = sizes.reduce((left, right) => Math.max(left, right));
    expect(most).toBeLessThanOrEqual(bounds[index] ?? NaN);
    expect(most).toBeGreaterThan(0.99 * (bounds[index] ?? NaN));
    expect(biases.every((place) => starts.every((start) => start[place] === 0))).toBe(true);
  });
  const places = shape.layers.flatMap(({ weights, biases }) => [...weights, ...biases]);
  expect([...places].sort((one, other) => one - other)).toEqual(Array.from({ length: 81 }, (_, at) => at));
});
