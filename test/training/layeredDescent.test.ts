import { expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { layeredTeacher } from "../../src/network/layeredTeacher.js";
import { trainingData } from "../../src/training/figureSetting.js";
import { glorotStart } from "../../src/training/glorotStart.js";
import { layeredDescent } from "../../src/training/layeredDescent.js";
import { LayeredError } from "../../src/training/layeredError.js";
import { layeredShape } from "../../src/training/studentShape.js";

const error = (width: number): LayeredError =>
  new LayeredError(trainingData("fig1e"), "tanh(x)", layeredShape(width));

/** In the order of a point: each matrix by rows, then its biases. */
const TEACHER = layeredTeacher.weights.flatMap((rows, layer) =>
  [...rows, ...(layeredTeacher.biases?.slice(layer, layer + 1) ?? [])].flatMap((row) =>
    row.toRationals().map(Number),
  ),
);

test("from near the teacher it goes there", () => {
  const near = Float64Array.from(TEACHER, (value, at) => value * (1 + 0.002 * Math.cos(at)));
  const start = error(4).loss(near);
  const { theta, loss, stopped } = layeredDescent(error(4), near);
  expect(start).toBeGreaterThan(1e-4);
  expect([stopped === "steps-used-up", loss < 1e-20]).toEqual([false, true]);
  TEACHER.forEach((value, place) => {
    expect(entry(theta, place)).toBeCloseTo(value, 5);
  });
});

test("no step goes up, and too few steps are told", () => {
  const start = glorotStart(layeredShape(2), 1);
  const losses = [1, 4, 8].map((most) => layeredDescent(error(2), start, most));
  const [one, four, eight] = losses.map(({ loss }) => loss);
  expect(one).toBeLessThan(error(2).loss(start));
  expect(four).toBeLessThan(one ?? NaN);
  expect(eight).toBeLessThan(four ?? NaN);
  expect(losses.map(({ steps }) => steps)).toEqual([1, 4, 8]);
});
