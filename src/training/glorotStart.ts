import { seededIntegers } from "../network/seededIntegers.js";
import type { StudentShape } from "./studentShape.js";

/** Draws are multiples of 2^−31 in (−1, 1). */
const HALF = 2 ** 31;

/**
 * A start by the rule of Glorot and Bengio (2010): weights of a layer uniform in ±√(6/(inputs + outputs)),
 * drawn layer by layer and row by row. Biases are 0.
 *
 * @example glorotStart(twoLayerShape(5), 0).length === 15
 */
export function glorotStart({ name, parameters, layers }: StudentShape, seed: number): Float64Array {
  const draw = seededIntegers(seed, `glorot ${name}`);
  const theta = new Float64Array(parameters);
  for (const { rows, columns, weights } of layers) {
    const bound = Math.sqrt(6 / (columns + rows));
    for (const place of weights) theta[place] = (bound * draw(1 - HALF, HALF - 1)) / HALF;
  }
  return theta;
}
