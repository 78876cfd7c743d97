import { expect, test } from "vitest";
import { TEACHER, trainingData } from "../../src/training/figureSetting.js";
import { glorotStart } from "../../src/training/glorotStart.js";
import { MeanSquaredError } from "../../src/training/lossAtPoint.js";
import { ZERO_LOSS, secondOrder } from "../../src/training/secondOrder.js";
import { twoLayerShape } from "../../src/training/studentShape.js";

const error = (width: number): MeanSquaredError =>
  new MeanSquaredError(trainingData("fig1"), "sigmoid(x)", width);

test("from near the teacher it goes there", () => {
  const near = Float64Array.from(TEACHER.flatMap(([w, v]) => [w + 0.02, v - 0.03, 1.04]));
  const { theta, loss, slope, stopped } = secondOrder(error(4), near);
  expect([stopped, loss < ZERO_LOSS, slope <= 1e-13]).toEqual(["converged", true, true]);
  TEACHER.forEach(([w, v], unit) => {
    [w, v, 1].forEach((value, place) => {
      expect(theta[3 * unit + place]).toBeCloseTo(value, 10);
    });
  });
});

test("with a unit too few it ends at a critical point of positive loss", () => {
  const end = secondOrder(error(2), glorotStart(twoLayerShape(2), 2));
  expect(end.stopped).toBe("converged");
  expect(end.loss).toBeGreaterThan(1e-3);
  expect(end.slope).toBeLessThan(1e-13);
});

test("two equal units, which gradients keep equal, go to a saddle of theirs or below, never up", () => {
  const start = Float64Array.of(0.3, 0.2, 0.5, 0.3, 0.2, 0.5);
  const { loss } = secondOrder(error(2), start);
  expect(loss).toBeLessThan(error(2).loss(start));
});

test("too few steps are told", () => {
  expect(
    secondOrder(error(3), glorotStart(twoLayerShape(3), 1), { gaussNewton: 1, newton: 2, curved: 0 }),
  ).toMatchObject({
    stopped: "steps-used-up",
    steps: 3,
  });
});
