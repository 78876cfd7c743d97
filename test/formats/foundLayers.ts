import type { FoundLayer, FoundMatrix, FoundNetwork, FoundNumbers } from "../../src/formats/foundNetwork.js";
import { type LowestTerms, parseLowestTerms } from "../../src/exact/numbers/rational.js";

/** Doubles as a file holds them. */
export function doubles(...values: number[]): FoundNumbers {
  return { type: "float64", values: Float64Array.from(values) };
}

/** The matrix with the given rows of doubles. */
export function matrixOf(rows: readonly (readonly number[])[]): FoundMatrix {
  const columns = new Set(rows.map(({ length }) => length));
  return { rows: rows.length, columns: Math.max(...columns, 0), entries: doubles(...rows.flat()) };
}

/** A layer, and its bias if there is one. */
export function layerOf(name: string, rows: readonly (readonly number[])[], bias?: number[]): FoundLayer {
  const found = bias === undefined ? undefined : doubles(...bias);
  return { name, weights: matrixOf(rows), bias: found, activation: undefined };
}

/** A network of a file of the format "toy". */
export function foundOf(layers: readonly FoundLayer[], more: Partial<FoundNetwork> = {}): FoundNetwork {
  return { format: "toy", layers, before: undefined, after: undefined, decisions: [], ...more };
}

/** Rationals by their texts. */
export function terms(...texts: string[]): LowestTerms[] {
  return texts.map(parseLowestTerms);
}
