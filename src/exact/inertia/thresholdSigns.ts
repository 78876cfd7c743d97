import { magnitude } from "../numbers/integer.js";
import { type Rational, rational } from "../numbers/rational.js";
import { type EnclosedSigns, enclosedSigns } from "./enclosedSigns.js";
import { inertia } from "./inertia.js";
import type { IntegersOverDenominator } from "./symmetricMatrix.js";
import type { EnclosedMatrix } from "./worstValues.js";

/**
 * How many eigenvalues of a symmetric matrix are above t, below −t, and within [−t, t].
 *
 * @example landscapeAt({ ...minimum, cost: squaredError }, () => undefined, rational(100n))
 *   .counts?.within // 1
 */
export interface ThresholdSigns {
  readonly above: number;
  readonly below: number;
  readonly within: number;
}

/**
 * The numbers for a matrix known up to an error, from the signs of H − tI and H + tI (Sylvester): exact signs
 * along flat directions would be those of rounding errors.
 *
 * @param unit the matrix is in units of 2^(−unit).
 * @returns undefined if the error or the precision doesn't decide it, as for an eigenvalue next to ±t.
 * @example thresholdSigns({ midpoints: [[4n]], radius: 1n }, 1, rational(1n)) // { above: 1, … }: 3/2 to 5/2
 */
export function thresholdSigns(
  matrix: EnclosedMatrix,
  unit: number,
  threshold: Rational,
): ThresholdSigns | undefined {
  const shift = (threshold.n << BigInt(unit)) / threshold.d;
  const [upper, lower] = [shifted(matrix, -shift), shifted(matrix, shift)];
  if (upper === undefined || lower === undefined) return undefined;
  const [above, below] = [upper.positive, lower.negative];
  return { above, below, within: matrix.midpoints.length - above - below };
}

/**
 * The numbers for a rational matrix, exactly.
 *
 * @throws RangeError unless the matrix is symmetric.
 * @example exactThresholdSigns({ numerators: [[4n]], denominator: 1n }, rational(4n)) // { within: 1, … }
 */
export function exactThresholdSigns(
  { numerators, denominator }: IntegersOverDenominator,
  threshold: Rational,
): ThresholdSigns {
  const shifted = (sign: bigint): bigint[][] =>
    numerators.map((row, index) =>
      row.map((value, column) => {
        const shift = column === index ? sign * threshold.n * denominator : 0n;
        return value * threshold.d + shift;
      }),
    );
  const above = inertia(shifted(-1n)).positive;
  const below = inertia(shifted(1n)).negative;
  return { above, below, within: numerators.length - above - below };
}

/** The signs of H + shift·I. The shift is rounded, by less than a unit. */
function shifted({ midpoints, radius }: EnclosedMatrix, shift: bigint): EnclosedSigns | undefined {
  return enclosedSigns({
    midpoints: midpoints.map((row, index) =>
      row.map((value, column) => (column === index ? value + shift : value)),
    ),
    radius: radius + 1n,
  });
}

/** Bits of a double's fraction, less 8 for errors that have grown over the data. */
const TRUSTED_BITS = 44n;

/**
 * The least power of ten that is at least n·2^−44 times the largest entry. Weights rounded to doubles, and
 * gradients that training left, move the eigenvalues by some n·2^−52 times that entry; the rest is to spare.
 *
 * @param unit the matrix is in units of 2^(−unit).
 * @example formatRational(defaultThreshold([[1n]], 0)) === "1/10000000000000"
 */
export function defaultThreshold(midpoints: readonly (readonly bigint[])[], unit: number): Rational {
  const largest = midpoints.flat().reduce((most, value) => {
    const size = magnitude(value);
    return size > most ? size : most;
  }, 1n);
  const bound = rational(BigInt(midpoints.length) * largest, 1n << (TRUSTED_BITS + BigInt(unit)));
  const ten = rational(10n);
  let power = rational(1n);
  while (power.compare(bound) < 0) power = power.mul(ten);
  while (power.div(ten).compare(bound) >= 0) power = power.div(ten);
  return power;
}
