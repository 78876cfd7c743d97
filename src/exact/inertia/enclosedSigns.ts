import { speaking } from "../plainJavaScript.js";
import { diagonalDominance } from "./diagonalDominance.js";
import { FixedPointCongruence } from "./fixedPointCongruence.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";
import { type EnclosedMatrix, worstValues } from "./worstValues.js";

/**
 * The signs of the eigenvalues of a symmetric matrix that is known up to an error. None of them is 0.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .critical?.box.positive === 2
 */
export interface EnclosedSigns {
  readonly positive: number;
  readonly negative: number;
  /** Vectors x_i for which the values x_i·H·x_j are diagonally dominant, whichever H is enclosed. */
  readonly congruence: IntegerMatrix;
}

/** Bits after the binary point in the first attempt and the last, in doublings; and of the vectors. */
const PRECISIONS = [60, 120, 240];
const LENGTH = 56;

/**
 * How many eigenvalues of each of the enclosed matrices are positive and negative, by a congruence that makes
 * all of them diagonally dominant.
 *
 * @returns undefined if none is found: an eigenvalue may be 0, or is too small for error or precision.
 * @example enclosedSigns({ midpoints: [[0n, 9n], [9n, 0n]], radius: 1n }) // 1 positive and 1 negative
 */
export function enclosedSigns(matrix: EnclosedMatrix): EnclosedSigns | undefined {
  for (const precision of PRECISIONS) {
    const congruence = FixedPointCongruence.vectors(
      matrix.midpoints,
      matrix.midpoints.length,
      precision,
      LENGTH,
    );
    if (congruence === undefined) continue;
    const { positive, negative, weakRow } = diagonalDominance(worstValues(matrix, congruence));
    if (weakRow === undefined) return speaking({ positive, negative, congruence });
  }
  return undefined;
}
