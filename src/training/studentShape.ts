import { entry } from "../exact/entry.js";

/** Two inputs, (x, y). */
const INPUTS = 2;

/** A layer of a student: where the entries of its matrix, by rows, and its biases stand in a point. */
export interface LayerPlaces {
  readonly rows: number;
  readonly columns: number;
  readonly weights: readonly number[];
  /** One for each row, or none. */
  readonly biases: readonly number[];
}

/** How the parameters of a student stand in a point, which is one list of numbers. */
export interface StudentShape {
  /** The hidden widths, as in "5" or "5-5-5". */
  readonly name: string;
  readonly parameters: number;
  /** From the inputs to the output. */
  readonly layers: readonly LayerPlaces[];
}

/** Parameters of a unit of two layers: two incoming weights, then the outgoing one. */
export const PER_UNIT = INPUTS + 1;

/** One hidden layer without biases: w_1, w_2 and a of each unit in turn. */
export function twoLayerShape(width: number): StudentShape {
  const starts = Array.from({ length: width }, (_, unit) => PER_UNIT * unit);
  return {
    name: String(width),
    parameters: PER_UNIT * width,
    layers: [
      {
        rows: width,
        columns: INPUTS,
        weights: starts.flatMap((start) => [start, start + 1]),
        biases: [],
      },
      { rows: 1, columns: width, weights: starts.map((start) => start + INPUTS), biases: [] },
    ],
  };
}

/** How many hidden layers students of Figure 1(e) have. */
const HIDDEN_LAYERS = 3;

/** Three hidden layers of one width, with biases: for each layer its matrix by rows, then its biases. */
export function layeredShape(width: number): StudentShape {
  const widths = [INPUTS, ...Array.from({ length: HIDDEN_LAYERS }, () => width), 1];
  let next = 0;
  const take = (count: number): number[] => Array.from({ length: count }, () => next++);
  const layers = widths.slice(1).map((rows, index): LayerPlaces => {
    const columns = entry(widths, index);
    return { rows, columns, weights: take(rows * columns), biases: take(rows) };
  });
  return { name: widths.slice(1, -1).join("-"), parameters: next, layers };
}
