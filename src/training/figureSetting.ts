import { noEntry } from "../exact/entry.js";
import type { SettingName } from "./names.js";
import { type ActivationName, scalarActivations } from "./scalarActivation.js";

/** A problem of the paper: a teacher's outputs on a grid of inputs, and the widths of its students. */
export interface FigureSetting {
  readonly name: SettingName;
  readonly activation: ActivationName;
  /** The width of the students, if none is asked for. */
  readonly width: number;
}

/** Figures 1 and 5 have one teacher and one grid, and differ in the activation and in the widths. */
export const figureSettings: Readonly<Record<SettingName, FigureSetting>> = {
  fig1: { name: "fig1", activation: "sigmoid(x)", width: 5 },
  fig5: { name: "fig5", activation: "sigmoid(4x)+softplus(x)", width: 10 },
};

/** The incoming vectors of the teacher's four neurons. All outgoing weights are 1. */
export const TEACHER: readonly (readonly [number, number])[] = [
  [0.6, 0.5],
  [-0.5, 0.5],
  [-0.2, -0.6],
  [0.1, -0.6],
];

/** The grid goes from −5 to 5 in both directions, in steps of 1/4: 41² = 1681 inputs. */
const STEPS = 40;
const LEAST = -5;
const STEP = 0.25;

/** Inputs and the teacher's outputs, as doubles. */
export interface TrainingData {
  readonly count: number;
  /** x_k in two lists. All coordinates are dyadic, and exact. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly targets: Float64Array;
}

/** The data of a figure: the grid, row by row, and the teacher's outputs, rounded to doubles. */
export function trainingData(activation: ActivationName): TrainingData {
  const count = (STEPS + 1) ** 2;
  const [first, second, targets] = [0, 1, 2].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const { jet } = scalarActivations[activation];
  const values = new Float64Array(3);
  for (let k = 0; k < count; k++) {
    const x = LEAST + STEP * Math.floor(k / (STEPS + 1));
    const y = LEAST + STEP * (k % (STEPS + 1));
    first[k] = x;
    second[k] = y;
    let sum = 0;
    for (const [w, v] of TEACHER) {
      jet(w * x + v * y, values, 0);
      sum += values[0] ?? noEntry(values, 0);
    }
    targets[k] = sum;
  }
  return { count, first, second, targets };
}
