import type { LowestTerms } from "../exact/numbers/rational.js";
import type { FloatType } from "./floatTypes.js";

/**
 * Numbers as a file holds them. Floats of each type are held in doubles, which represent all of them exactly;
 * numbers in decimal text are rationals. Nothing is rounded.
 *
 * @example found.layers[0]?.weights.entries.type === "float64"
 */
export type FoundNumbers =
  | { readonly type: FloatType; readonly values: Float64Array }
  | { readonly type: "rational"; readonly values: readonly LowestTerms[] };

/**
 * A matrix as a file holds it, its entries row by row.
 *
 * @example found.layers[0]?.weights.rows === 3
 */
export interface FoundMatrix {
  readonly rows: number;
  readonly columns: number;
  /** rows · columns numbers. */
  readonly entries: FoundNumbers;
}

/**
 * A layer of a file. It computes σ(W·x + b).
 *
 * @example found.layers[0]?.name === "1"
 */
export interface FoundLayer {
  /** As the file, or the program that wrote it, names it. */
  readonly name: string;
  /** outputs × inputs, whichever way the file stores them. */
  readonly weights: FoundMatrix;
  /** One number for each output; undefined if the layer has no bias. */
  readonly bias: FoundNumbers | undefined;
  /**
   * As equiloss names it where it knows it, such as "tanh" or "leaky:1/10"; "linear" for the identity;
   * undefined if the file says nothing about activations.
   */
  readonly activation: string | undefined;
}

/**
 * z ↦ scale·z + shift, for each coordinate: what some formats do to inputs or outputs. Both lists have an
 * entry for each coordinate.
 *
 * @example found.before // undefined
 */
export interface CoordinateMap {
  readonly scale: readonly LowestTerms[];
  readonly shift: readonly LowestTerms[];
}

/**
 * A multilayer perceptron as a file holds it, and what was decided to read it so.
 *
 * @example found.format === "npz"
 */
export interface FoundNetwork {
  /** The format as messages name it: "npz", "safetensors", "ONNX", … */
  readonly format: string;
  /** From the inputs to the outputs. */
  readonly layers: readonly FoundLayer[];
  /** What is done to the inputs before the first layer; undefined if nothing. */
  readonly before: CoordinateMap | undefined;
  /** What is done to the outputs after the last layer; undefined if nothing. */
  readonly after: CoordinateMap | undefined;
  /** What the file leaves open or says elsewhere, a sentence each: "the layers are in the order fc1, fc2". */
  readonly decisions: readonly string[];
}
