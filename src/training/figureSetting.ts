import { noEntry } from "../exact/entry.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import { figureInputs, figureTeacher } from "../network/figureOne.js";
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

/** The incoming vectors of the teacher's neurons, in doubles. All outgoing weights are 1. */
export const TEACHER = figureTeacher.units.map(({ incoming }) => doubles(incoming));

/** The nearest doubles, as numerators and denominators are small. */
function doubles(vector: RationalVector): readonly [number, number] {
  const [x, y] = [vector.at(0), vector.at(1)];
  return [Number(x.s * x.n) / Number(x.d), Number(y.s * y.n) / Number(y.d)];
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
export function trainingData(activation: ActivationName): TrainingData {
  const inputs = figureInputs().map(doubles);
  const count = inputs.length;
  const [first, second, targets] = [0, 1, 2].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const { jet } = scalarActivations[activation];
  const values = new Float64Array(3);
  for (const [k, [x, y]] of inputs.entries()) {
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
