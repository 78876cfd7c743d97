import { seededIntegers } from "../network/seededIntegers.js";
import { PER_UNIT } from "./lossAtPoint.js";

/** Draws are multiples of 2^−31 in (−1, 1). */
const HALF = 2 ** 31;

/**
 * A start by the rule of Glorot and Bengio (2010): weights of a layer uniform in ±√(6/(inputs + outputs)).
 * Incoming weights come first, unit by unit, then the outgoing ones.
 *
 * @returns w_1, w_2 and a of each unit in turn.
 */
export function glorotStart(width: number, seed: number): Float64Array {
  const draw = seededIntegers(seed, `glorot ${width}`);
  const uniform = (bound: number): number => (bound * draw(1 - HALF, HALF - 1)) / HALF;
  const [incoming, outgoing] = [Math.sqrt(6 / (2 + width)), Math.sqrt(6 / (width + 1))];
  const theta = new Float64Array(PER_UNIT * width);
  for (let unit = 0; unit < width; unit++) {
    theta[PER_UNIT * unit] = uniform(incoming);
    theta[PER_UNIT * unit + 1] = uniform(incoming);
  }
  for (let unit = 0; unit < width; unit++) theta[PER_UNIT * unit + 2] = uniform(outgoing);
  return theta;
}
