import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, twoLayerNetwork, unitOf } from "./twoLayerNetwork.js";

/**
 * The teacher of Figures 1 and 5 of Şimşek et al. 2021: four units without biases.
 *
 * @example figureTeacher.units.length === 4
 */
export const figureTeacher: TwoLayerNetwork = twoLayerNetwork(2, 1, [
  unitOf(["3/5", "1/2"], ["1"]),
  unitOf(["-1/2", "1/2"], ["1"]),
  unitOf(["-1/5", "-3/5"], ["1"]),
  unitOf(["1/10", "-3/5"], ["1"]),
]);

/** The inputs of these figures are all (i, j)/4 with |i| and |j| up to `reach`: from −5 to 5, 1681 points. */
export const FIGURE_GRID = { reach: 20n, divisor: 4n } as const;

/**
 * The inputs, row by row.
 *
 * @example figureInputs().length === 1681
 */
export function figureInputs(): RationalVector[] {
  const { reach, divisor } = FIGURE_GRID;
  const side = Array.from({ length: Number(2n * reach + 1n) }, (_, place) => BigInt(place) - reach);
  return side.flatMap((x) => side.map((y) => RationalVector.of([x, y], divisor)));
}
