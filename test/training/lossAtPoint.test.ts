import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { TEACHER, trainingData } from "../../src/training/figureSetting.js";
import { MeanSquaredError } from "../../src/training/lossAtPoint.js";
import type { ActivationName } from "../../src/training/scalarActivation.js";

/** Units of three numbers, far from one another and from the teacher's. */
const POINT = Float64Array.of(0.7, -0.3, 1.25, -0.9, 0.15, -0.6, 0.05, 1.1, 0.8);

/** The activations, written down another way than in the room. */
const SIGMA = {
  "sigmoid(x)": (z) => (1 + Math.tanh(z / 2)) / 2,
  "sigmoid(4x)+softplus(x)": (z) => (1 + Math.tanh(2 * z)) / 2 + Math.log(1 + Math.exp(z)),
} satisfies Partial<Record<ActivationName, (z: number) => number>>;
type Sigma = keyof typeof SIGMA;

const SETTINGS = [
  ["fig1", "sigmoid(x)"],
  ["fig5", "sigmoid(4x)+softplus(x)"],
] as const;

/** The mean squared error, summed over the grid from its definition. */
function directLoss(activation: Sigma, theta: Float64Array): number {
  const sigma = SIGMA[activation];
  let [sum, count] = [0, 0];
  for (let x = -5; x <= 5; x += 0.25) {
    for (let y = -5; y <= 5; y += 0.25) {
      let residual = 0;
      for (const [w, v] of TEACHER) residual -= sigma(w * x + v * y);
      for (let at = 0; at < theta.length; at += 3)
        residual += entry(theta, at + 2) * sigma(entry(theta, at) * x + entry(theta, at + 1) * y);
      sum += residual * residual;
      count += 1;
    }
  }
  expect(count).toBe(1681);
  return sum / count;
}

function moved(theta: Float64Array, place: number, by: number): Float64Array {
  return theta.map((value, at) => (at === place ? value + by : value));
}

/** (g(θ + h e_p) − g(θ − h e_p))/2h for a list g of numbers. */
function slopes(theta: Float64Array, place: number, of: (at: Float64Array) => ArrayLike<number>): number[] {
  const h = 1e-5;
  const [above, below] = [of(moved(theta, place, h)), of(moved(theta, place, -h))];
  return Array.from(above, (value, at) => (value - entry(below, at)) / (2 * h));
}

describe.each(SETTINGS)("the mean squared error of %s with %s", (setting, activation) => {
  const data = trainingData(setting);
  const error = new MeanSquaredError(data, activation, 3);
  const here = error.at(POINT);

  it("is the sum over the grid", () => {
    const direct = directLoss(activation, POINT);
    expect(direct).toBeGreaterThan(0.1);
    expect(Math.abs(error.loss(POINT) / direct - 1)).toBeLessThan(1e-12);
    expect(here.loss).toBe(error.loss(POINT));
  });

  it("has the gradient that differences of the sum show", () => {
    POINT.forEach((_, place) => {
      const [slope] = slopes(POINT, place, (at) => [directLoss(activation, at)]);
      expect(entry(here.gradient, place)).toBeCloseTo(entry([slope], 0) ?? NaN, 7);
    });
    expect(here.slope).toBe(Math.max(...here.gradient.map(Math.abs)));
  });

  it("has the Hessian that differences of the gradient show, and JᵀJ is not that", () => {
    let apart = 0;
    POINT.forEach((_, row) => {
      const column = slopes(POINT, row, (at) => error.at(at).gradient);
      for (let other = 0; other <= row; other++) {
        const at = row * POINT.length + other;
        expect(entry(here.hessian, at)).toBeCloseTo(entry(column, other), 6);
        apart = Math.max(apart, Math.abs(entry(here.hessian, at) - entry(here.gaussNewton, at)));
      }
    });
    expect(apart).toBeGreaterThan(0.01);
  });

  it("is 0 at the teacher", () => {
    const teacher = Float64Array.from(TEACHER.flatMap(([w, v]) => [w, v, 1]));
    expect(new MeanSquaredError(data, activation, 4).at(teacher)).toMatchObject({
      loss: 0,
      slope: 0,
    });
  });
});
