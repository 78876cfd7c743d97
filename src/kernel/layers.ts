import { type Rational, entry, fields, list, rows } from "../checker/values.js";
import { demand } from "../checker/verdict.js";

export type Matrix = readonly (readonly Rational[])[];

/** A network of several layers as the kernel takes it. */
export type Layers = readonly [biases: Matrix, weights: readonly Matrix[]];

/** Reads a network of layers of at most 200,001 units. Whether they fit is for the kernel to say. */
export function layers(value: unknown, at: string): Layers {
  const members = fields(value, ["biases", "weights"], at);
  const biases = rows(members.biases, `${at}.biases`);
  const weights = list(members.weights, `${at}.weights`, rows);
  const isNarrow = ({ length }: readonly unknown[]): boolean => length <= 200_001;
  const areNarrow = weights.every((matrix) => isNarrow(matrix) && matrix.every(isNarrow));
  demand(areNarrow, "size", at, "more than 200001 neurons in a layer");
  return [biases, weights];
}

/** The numbers of inputs and of outputs: those of the first row, and of the last matrix. */
export function outerWidths([, weights]: Layers, at: string): [number, number] {
  const hasRows = weights.length > 0 && weights.every((matrix) => matrix.length > 0);
  demand(hasRows, "shape", at, "no matrices, or one without rows");
  return [entry(entry(weights, 0), 0).length, entry(weights, weights.length - 1).length];
}
