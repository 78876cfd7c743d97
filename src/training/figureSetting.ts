import { entry, lastEntry, noEntry } from "../exact/entry.js";
import type { Rational } from "../exact/numbers/rational.js";
import { figureInputs, figureTeacher } from "../network/figureOne.js";
import { layeredTeacher } from "../network/layeredTeacher.js";
import type { SettingName } from "./names.js";
import { ZERO_LOSS } from "./secondOrder.js";
import { type ActivationName, scalarActivations } from "./scalarActivation.js";

/** A problem of the paper: a teacher's outputs on a grid of inputs, and the widths of its students. */
export interface FigureSetting {
  readonly name: SettingName;
  readonly activation: ActivationName;
  /** The width of the students, if none is asked for; with several hidden layers, of each. */
  readonly width: number;
  /** The largest width that is taken. */
  readonly widest: number;
  /** Runs that end with a loss below this are counted. */
  readonly low: number;
}

/** Figures 1(c) and 5 have one teacher, and differ in the activation and in the widths. The grid is one. */
export const figureSettings: Readonly<Record<SettingName, FigureSetting>> = {
  fig1: { name: "fig1", activation: "sigmoid(x)", width: 5, widest: 64, low: ZERO_LOSS },
  fig1e: { name: "fig1e", activation: "tanh(x)", width: 5, widest: 32, low: 1e-4 },
  fig5: { name: "fig5", activation: "sigmoid(4x)+softplus(x)", width: 10, widest: 64, low: ZERO_LOSS },
};

/** The incoming vectors of the two-layer teacher's neurons, in doubles. All outgoing weights are 1. */
export const TEACHER = figureTeacher.units.map(({ incoming }) => pair(incoming.toRationals()));

/** The teacher of three hidden layers, in doubles: each layer's rows, with the bias last. */
const LAYERS = layeredTeacher.weights.map((rows, index) =>
  rows.map((row, unit) => {
    const bias = layeredTeacher.biases === undefined ? [] : [entry(layeredTeacher.biases, index).at(unit)];
    return [...row.toRationals(), ...bias].map(double);
  }),
);

/** The nearest double, or one beside it where numerator and denominator are no doubles. */
function double({ s, n, d }: Rational): number {
  return Number(s * n) / Number(d);
}

function pair(vector: readonly Rational[]): readonly [number, number] {
  return [double(entry(vector, 0)), double(entry(vector, 1))];
}

/** Inputs and the teacher's outputs, as doubles. */
export interface TrainingData {
  readonly count: number;
  /** x_k in two lists. All coordinates are dyadic, and exact. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly targets: Float64Array;
}

/** The data of a figure: the grid, row by row, and the teacher's outputs, rounded to doubles. */
export function trainingData(setting: SettingName): TrainingData {
  const { activation } = figureSettings[setting];
  const inputs = figureInputs().map((input) => pair(input.toRationals()));
  const values = new Float64Array(3);
  const sigma = (z: number): number => {
    scalarActivations[activation].jet(z, values, 0);
    return values[0] ?? noEntry(values, 0);
  };
  const teacher = setting === "fig1e" ? layeredOutput : twoLayerOutput;
  return {
    count: inputs.length,
    first: Float64Array.from(inputs, ([x]) => x),
    second: Float64Array.from(inputs, ([, y]) => y),
    targets: Float64Array.from(inputs, (input) => teacher(input, sigma)),
  };
}

type Activation = (z: number) => number;

function twoLayerOutput([x, y]: readonly [number, number], sigma: Activation): number {
  return TEACHER.reduce((sum, [w, v]) => sum + sigma(w * x + v * y), 0);
}

function layeredOutput(input: readonly number[], sigma: Activation): number {
  const output = LAYERS.reduce<readonly number[]>((below, rows, index) => {
    const read = index === 0 ? below : below.map(sigma);
    return rows.map((row) => read.reduce((sum, value, at) => sum + entry(row, at) * value, lastEntry(row)));
  }, input);
  return entry(output, 0);
}
