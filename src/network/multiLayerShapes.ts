import { counted } from "../exact/counted.js";
import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";

/** The shapes of matrices W1, …, WL, and of biases if there are any. */
export interface MultiLayerShapes {
  /** For every matrix the lengths of its rows. */
  readonly weights: readonly (readonly number[])[];
  /** The lengths of b1, …, bL; undefined for a network without biases. */
  readonly biases: readonly number[] | undefined;
}

/**
 * Requires matrices to fit together: none is empty or ragged, W_{ℓ+1} has as many columns as W_ℓ has rows,
 * and if there are biases, every row of every matrix has one.
 *
 * @throws InputError that names what doesn't fit.
 */
export function requireFittingLayers({ weights, biases }: MultiLayerShapes): void {
  let rowsBefore: number | undefined;
  weights.forEach((rows, index) => {
    const columns = commonLength(rows, `W${index + 1}`);
    if (rowsBefore !== undefined && columns !== rowsBefore) {
      throw new InputError(
        `W${index} has ${counted(rowsBefore, "row")} but W${index + 1} has ${counted(columns, "column")}`,
        `give W${index} one row and W${index + 1} one column for every neuron`,
      );
    }
    rowsBefore = rows.length;
  });
  if (biases !== undefined) requireFittingBiases(weights, biases);
}

function requireFittingBiases(weights: readonly (readonly number[])[], biases: readonly number[]): void {
  if (biases.length !== weights.length) {
    throw new InputError(
      `${counted(biases.length, "bias", "biases")} for ${counted(weights.length, "weight matrix", "weight matrices")}`,
      "give one for every matrix, of zeros where there is none",
    );
  }
  weights.forEach(({ length: rows }, index) => {
    const entries = entry(biases, index);
    if (entries === rows) return;
    throw new InputError(
      `bias ${index + 1} has ${counted(entries, "entry", "entries")} but W${index + 1} has ${counted(rows, "row")}`,
      "give a bias one entry for every row of its matrix",
    );
  });
}

/** The common length of the rows. */
function commonLength(rows: readonly number[], name: string): number {
  const [columns] = rows;
  if (columns === undefined || columns === 0) {
    throw new InputError(
      `${name} has no ${columns === undefined ? "rows" : "columns"}`,
      "give every matrix a row and a column",
    );
  }
  rows.forEach((length, row) => {
    if (length === columns) return;
    throw new InputError(
      `row ${row + 1} of ${name} has ${counted(length, "entry", "entries")}, row 1 has ${columns}`,
      "give all rows of a matrix the same length",
    );
  });
  return columns;
}
