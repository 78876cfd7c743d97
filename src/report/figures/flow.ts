import { entry } from "../../exact/entry.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { figureLoss, jetAt } from "../../landscape/loss/figureLoss.js";
import { csvOf } from "../../pictures/csv.js";
import { COLOURS, toldSvgOf } from "../../pictures/picture.js";
import { type Place, type Shape, arrow, disc, lineThrough, shapesPicture } from "../../pictures/shapes.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { rationalOf } from "./chosen.js";

const ENDS = [-1, 4] as const;
const BOUNDS = [-1n, 4n] as const;
const SIDE = 520;
/** Points of the grid are this far apart: 1/2. */
const PARTS = 2n;

/** Figure 2: the flow of −∇L, where the vectors are exact and the lines are near enough for a picture. */
export const flow: DrawnFigure = {
  name: "fig2",
  fields: [
    { name: "w1", label: "start w₁", value: "-1/2" },
    { name: "w2", label: "start w₂", value: "1/4" },
  ],
  draw,
};

/** A point with its exact loss and descent: L = log(1 + g). */
interface FlowPoint {
  readonly w: readonly [Rational, Rational];
  readonly g: Rational;
  /** −∇L = −∇g/(1 + g). */
  readonly descent: readonly [Rational, Rational];
}

/** What is exact of a point of the plane. */
export function flowAt(w1: Rational, w2: Rational): FlowPoint {
  const { value: g, gradient } = jetAt(figureLoss, w1, w2);
  const descend = (place: 0 | 1): Rational => entry(gradient, place).div(g.add(1n)).neg();
  return { w: [w1, w2], g, descent: [descend(0), descend(1)] };
}

async function draw(chosen: Chosen): Promise<Drawing> {
  const start = flowAt(rationalOf(chosen, "w1", BOUNDS), rationalOf(chosen, "w2", BOUNDS));
  const grid = gridPoints();
  const title = "Figure 2: the flow of −∇L, L = log(½((w₁ + w₂ − 3)² + (w₁w₂ − 2)²) + 1)";
  const description =
    "Arrows are exact at their start, where they are told, and end where 3/10 of a unit of time would lead if the " +
    "gradient stayed, at most. Grey lines follow the flow from the edge, the black one from the start that is " +
    "chosen. No line crosses the symmetry subspace w₁ = w₂, which is dashed: the gradient on it is along it. Blue: " +
    "global minima; purple: the saddle.";
  const lines = edgeStarts().map(([x, y]) => flowLine(x, y));
  const chosenLine = flowLine(entry(start.w, 0).valueOf(), entry(start.w, 1).valueOf());
  const shapes: Shape[] = [
    { path: lineThrough([placeOf(-1, -1), placeOf(4, 4)]), stroke: "#333", dash: [5, 4] },
    ...lines.map((line) => ({ path: lineThrough(line), stroke: "#bbb" })),
    ...grid.map((point) => ({
      path: arrow(placeOf(...floats(point.w)), lengthOf(point.descent)),
      stroke: COLOURS.blue,
      told: toldOf(point),
    })),
    { path: lineThrough(chosenLine), stroke: COLOURS.black, strokeWidth: 2.5 },
    {
      path: disc(placeOf(...floats(start.w)), 5),
      fill: COLOURS.black,
      told: `start: ${toldOf(start)}`,
    },
    ...criticalShapes(),
  ];
  return {
    title,
    description,
    svg: await toldSvgOf(
      shapesPicture({
        ...{ title, description, shapes, size: [SIDE, SIDE] },
        axes: { x: { title: "w₁", ends: ENDS }, y: { title: "w₂", ends: ENDS } },
      }),
    ),
    csv: csvOf({
      head: ["w1", "w2", "g, where L = log(1 + g)", "-dL/dw1", "-dL/dw2"],
      rows: [start, ...grid].map(({ w, g, descent }) => [...w, g, ...descent].map(formatRational)),
    }),
  };
}

function gridPoints(): FlowPoint[] {
  const count = Number((BOUNDS[1] - BOUNDS[0]) * PARTS) + 1;
  const values = Array.from({ length: count }, (_, index) =>
    rational(BOUNDS[0] * PARTS + BigInt(index), PARTS),
  );
  return values.flatMap((w1) => values.map((w2) => flowAt(w1, w2)));
}

function toldOf({ w, g, descent }: FlowPoint): string {
  const pair = (values: readonly Rational[]): string => `(${values.map(formatRational).join(", ")})`;
  const loss = Math.log1p(g.valueOf()).toFixed(3);
  return `w = ${pair(w)}: L = log(1 + ${formatRational(g)}) ≈ ${loss}, −∇L = ${pair(descent)}`;
}

/** The minima, and the saddle by rational numbers that enclose its coordinate. */
function criticalShapes(): Shape[] {
  const minima = (
    [
      [1n, 2n],
      [2n, 1n],
    ] as const
  ).map(([w1, w2]): Shape => {
    const point = flowAt(rational(w1), rational(w2));
    return {
      path: disc(placeOf(...floats(point.w)), 7),
      fill: COLOURS.blue,
      stroke: "#fff",
      told: `global minimum, ${toldOf(point)}`,
    };
  });
  const [low, high] = diagonalZero();
  const middle = (low.valueOf() + high.valueOf()) / 2;
  const told =
    `saddle at w₁ = w₂ = t with ${formatRational(low)} < t < ${formatRational(high)}, t ≈ ${middle.toFixed(4)}: ` +
    "∂₁L changes its sign between them";
  return [...minima, { path: disc(placeOf(middle, middle), 7), fill: "#8e4585", stroke: "#fff", told }];
}

/** Two rationals, near each other, between which ∂_1g changes its sign on the diagonal. */
export function diagonalZero(): readonly [Rational, Rational] {
  let [low, high] = [rational(1n), rational(2n)];
  for (let halvings = 0; halvings < 14; halvings += 1) {
    const middle = low.add(high).div(2n);
    if (flowAt(middle, middle).descent[0].compare(0n) > 0) low = middle;
    else high = middle;
  }
  return [low, high];
}

const floats = ([w1, w2]: FlowPoint["w"]): [number, number] => [w1.valueOf(), w2.valueOf()];

const SCALE = SIDE / (ENDS[1] - ENDS[0]);

const placeOf = (w1: number, w2: number): Place => [(w1 - ENDS[0]) * SCALE, SIDE - (w2 - ENDS[0]) * SCALE];

/** The length of an arrow in pixels: 3/10 of a unit of time, no longer than the grid allows. */
function lengthOf([d1, d2]: FlowPoint["descent"]): [number, number] {
  const [x, y] = [d1.valueOf() * 0.3, -d2.valueOf() * 0.3];
  const shrink = Math.min(1, 0.4 / Math.max(Math.hypot(x, y), 1e-9));
  return [x * shrink * SCALE, y * shrink * SCALE];
}

const [STEP, LEAST_STEP, MOST_STEPS] = [0.06, 0.003, 200] as const;

/** A line of the flow, near enough for a picture. It ends where steps no longer lead on, as at a minimum. */
function flowLine(w1: number, w2: number): Place[] {
  const places = [placeOf(w1, w2)];
  let [x, y] = [w1, w2];
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const [dx, dy] = stepFrom(x, y);
    if (Math.hypot(dx, dy) < LEAST_STEP) break;
    [x, y] = [x + dx, y + dy];
    places.push(placeOf(x, y));
  }
  return places;
}

/** Doubles are rounded to these parts before derivatives are computed exactly. */
const ROUNDED = 2 ** 20;

/**
 * A step of Euler's implicit method, linearised, (1 + τH)δ = −τ∇L: the explicit one would leap to and fro
 * across the valleys that lead to the minima.
 */
function stepFrom(x: number, y: number): readonly [number, number] {
  const near = (value: number): Rational => rational(BigInt(Math.round(value * ROUNDED)), BigInt(ROUNDED));
  const jet = jetAt(figureLoss, near(x), near(y));
  const scale = 1 + jet.value.valueOf();
  const [d1, d2] = jet.gradient.map((value) => -value.valueOf() / scale) as [number, number];
  const [[h11, h12], [, h22]] = jet.hessian.map((row) => row.map((value) => value.valueOf() / scale)) as [
    [number, number],
    [number, number],
  ];
  const time = STEP / Math.max(Math.hypot(d1, d2), 1e-9);
  const [a, b, c] = [1 + time * (h11 - d1 * d1), time * (h12 - d1 * d2), 1 + time * (h22 - d2 * d2)];
  const determinant = a * c - b * b;
  // Where L curves down too much for the step, the explicit one is as good.
  if (a <= 0 || determinant <= 0) return [time * d1, time * d2];
  const [e1, e2] = [(time * (c * d1 - b * d2)) / determinant, (time * (a * d2 - b * d1)) / determinant];
  const shrink = Math.min(1, STEP / Math.hypot(e1, e2));
  return [e1 * shrink, e2 * shrink];
}

/** Places along the edge, from which lines are drawn. */
function edgeStarts(): (readonly [number, number])[] {
  const [low, high] = ENDS;
  const along = [-1, 0, 1, 2, 3, 4];
  return [
    ...along.map((at) => [at, low] as const),
    ...along.map((at) => [at, high] as const),
    ...along.slice(1, -1).flatMap((at) => [[low, at] as const, [high, at] as const]),
  ];
}
