import { expect } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { FIGURE_POINTS } from "../../../src/landscape/widthOne/figureList.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";
import { DATA } from "./plainLoss.js";

/** w_1, w_2, a. */
type Place = readonly [number, number, number];

/** The gradient of the loss in all three parameters, and its Hessian. */
interface Derivatives {
  readonly gradient: number[];
  readonly hessian: number[][];
}

/** By the product rule alone: nothing is eliminated, and the grid's symmetry isn't used. */
function derivatives([w1, w2, a]: Place): Derivatives {
  let [g1, g2, g3, h11, h12, h22, h13, h23, h33] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const { first, second, target } of DATA) {
    const value = 1 / (1 + Math.exp(-(w1 * first + w2 * second)));
    const slope = value * (1 - value);
    const error = a * value - target;
    const pull = error * a * slope;
    const bend = a * a * slope * slope + error * a * slope * (1 - 2 * value);
    const mixed = a * slope * value + error * slope;
    g1 += pull * first;
    g2 += pull * second;
    g3 += error * value;
    h11 += bend * first * first;
    h12 += bend * first * second;
    h22 += bend * second * second;
    h13 += mixed * first;
    h23 += mixed * second;
    h33 += value * value;
  }
  const hessian = [
    [h11, h12, h13],
    [h12, h22, h23],
    [h13, h23, h33],
  ];
  return { gradient: [g1, g2, g3], hessian };
}

/** x with Mx = v for three rows, by Cramer's rule. */
function solved(rows: number[][], v: number[]): number[] {
  const det = (m: number[][]): number => {
    const [[a, b, c], [d, e, f], [g, h, i]] = m as [Triple, Triple, Triple];
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  };
  const whole = det(rows);
  return [0, 1, 2].map((column) => {
    const replaced = rows.map((row, index) =>
      row.map((x, place) => (place === column ? entry(v, index) : x)),
    );
    return det(replaced) / whole;
  });
}

type Triple = [number, number, number];

const sizeOf = (v: number[]): number => Math.hypot(...v);

/** Beyond, doubles see no gradient along most directions. */
const FAR = 60;

/**
 * Where Levenberg and Marquardt's method for ∇L = 0 leads, which is drawn to critical points of every index:
 * to a point where Newton's steps vanish, far away, or to where |∇L| is least without being 0.
 */
function follow(start: Place): { readonly end: Place; readonly kind: "critical" | "far" | "stuck" } {
  let here = start;
  let at = derivatives(here);
  let damping = 1e-2;
  for (let step = 0; step < 200; step += 1) {
    const { gradient, hessian } = at;
    const normal = hessian.map((row) =>
      [0, 1, 2].map((column) =>
        row.reduce((sum, value, index) => sum + value * entry(entry(hessian, index), column), 0),
      ),
    );
    const right = hessian.map((row) => -row.reduce((sum, x, index) => sum + x * entry(gradient, index), 0));
    const damped = normal.map((row, index) =>
      row.map((x, place) => (place === index ? x * (1 + damping) : x)),
    );
    const move = solved(damped, right);
    const next = here.map((x, index) => x + entry(move, index)) as [number, number, number];
    if (!next.every(Number.isFinite) || Math.hypot(next[0], next[1]) > FAR) return { end: next, kind: "far" };
    if (sizeOf(move) < 1e-10 * (1 + sizeOf([...here]))) {
      const newton = sizeOf(solved(hessian, gradient));
      return { end: next, kind: newton < 1e-6 ? "critical" : "stuck" };
    }
    const there = derivatives(next);
    if (sizeOf(there.gradient) < sizeOf(gradient)) {
      [here, at, damping] = [next, there, damping / 5];
    } else {
      damping *= 4;
      if (damping > 1e12) return { end: here, kind: "stuck" };
    }
  }
  return { end: here, kind: "stuck" };
}

/** Expects that no critical point outside the list is found from so many starts, and that many find one. */
export function expectNoOther(starts: number): void {
  const draw = seededIntegers(2021, "starts at width 1");
  const share = (): number => draw(0, 1 << 30) / 2 ** 30;
  const counts = { critical: 0, far: 0, stuck: 0 };
  const { center } = entry(FIGURE_POINTS, 0);
  const listed = [...center.map((value) => value.valueOf()), 3.9999449624];
  for (let start = 0; start < starts; start += 1) {
    // Radii from 1/100 to 40, each magnitude as often; outgoing weights of both signs.
    const radius = 0.01 * 4000 ** share();
    const angle = 2 * Math.PI * share();
    const { end, kind } = follow([radius * Math.cos(angle), radius * Math.sin(angle), 12 * share() - 4]);
    counts[kind] += 1;
    if (kind !== "critical") continue;
    expect(sizeOf(end.map((x, index) => x - entry(listed, index)))).toBeLessThan(1e-6);
  }
  expect(counts.critical).toBeGreaterThan(starts / 5);
}
