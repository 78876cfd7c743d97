import { entry } from "../../exact/entry.js";
import { speaking } from "../../exact/plainJavaScript.js";
import { dominanceMargins } from "../../exact/inertia/diagonalDominance.js";
import type { EnclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { type EnclosedMatrix, worstValues } from "../../exact/inertia/worstValues.js";
import { Interval } from "../../exact/intervals/interval.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { IntegerMatrix } from "../../exact/vectors/integerMatrix.js";
import { type LossSetting, enclosedDerivatives } from "../enclosures/enclosedDerivatives.js";
import { type IntervalMultiLayer, parametersOf, withParameters } from "../enclosures/intervalMultiLayer.js";
import { enclosedHessian } from "./enclosedHessian.js";

/**
 * A box |θ − θ_0|_∞ ≤ radius that holds exactly one critical point, with the numbers of positive and negative
 * eigenvalues of the Hessian there; none is 0.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .critical?.box.negative === 0
 */
export interface CriticalBox extends EnclosedSigns {
  readonly radius: Rational;
}

/**
 * A network at which the loss is known with its first and second derivatives.
 *
 * @example const point: PointDerivatives = { layers, gradient, matrix, signs };
 */
export interface PointDerivatives {
  /** θ_0: intervals as narrow as the precision lets them be. */
  readonly layers: IntervalMultiLayer;
  readonly gradient: readonly Interval[];
  /** The Hessian, and its signs. */
  readonly matrix: EnclosedMatrix;
  readonly signs: EnclosedSigns;
}

/**
 * A box about θ_0 that holds exactly one critical point: one twice as wide as it would have to be if the
 * Hessian were the same all over it.
 *
 * Krawczyk's test (Krawczyk 1969; Neumaier, Interval Methods for Systems of Equations, 1990, §5.1), in the
 * coordinates of a congruence: columns x_i of a matrix X for which G = XᵀHX is diagonally dominant, d_i being
 * its diagonal at θ_0. The map u ↦ u − D^(−1)Xᵀ∇L(θ_0 + Xu) takes the box |u|_∞ ≤ ρ into its interior if for
 * all Hessians in the box |x_i·∇L(θ_0)| < ρ·margin_i, where margin_i is by how much row i of G is dominant:
 * then it has a fixed point, where ∇L = 0. Two critical points in the box would have a difference that the
 * mean of the Hessians between them sends to 0, but that matrix is regular, as G is.
 *
 * @returns undefined if this box doesn't pass.
 */
export function criticalBox(
  { layers, gradient, matrix, signs }: PointDerivatives,
  setting: LossSetting,
  hear: (done: number, total: number) => void,
): CriticalBox | undefined {
  const { precision } = layers;
  const needed = (hessian: EnclosedMatrix): Rational | undefined => {
    const margins = dominanceMargins(worstValues(hessian, signs.congruence));
    return radiusFor(gradient, signs.congruence, margins, precision);
  };
  const atPoint = needed(matrix);
  if (atPoint === undefined) return undefined;
  // Below this, the intervals' own width would count.
  const least = rational(1n, 1n << (BigInt(precision) / 2n));
  const radius = atPoint.compare(least) < 0 ? least : atPoint.mul(2n);
  const { hessian } = enclosedDerivatives(widened(layers, radius), setting, hear);
  const inBox = needed(enclosedHessian(hessian));
  return inBox !== undefined && inBox.compare(radius) < 0 ? speaking({ ...signs, radius }) : undefined;
}

/**
 * The ε above which |x_i·∇L| < ρ·margin_i for all i, where ρ = ε/S, and S = max_k Σ_i |X_ki|, is the largest
 * with θ_0 + Xu within ε. Margins are in units of 2^(−p−1), the gradient in units of 2^−p.
 *
 * @returns undefined if a margin isn't positive.
 */
export function radiusFor(
  gradient: readonly Interval[],
  congruence: IntegerMatrix,
  margins: readonly bigint[],
  precision: number,
): Rational | undefined {
  if (margins.some((margin) => margin <= 0n)) return undefined;
  const sums = gradient.map((_, place) =>
    congruence.reduce((sum, vector) => sum + magnitude(entry(vector, place)), 0n),
  );
  const spread = sums.reduce((most, sum) => (sum > most ? sum : most));
  return congruence.reduce((most, vector, index) => {
    const slope = largestProduct(vector, gradient, precision);
    const radius = rational(2n * slope * spread, entry(margins, index));
    return radius.compare(most) > 0 ? radius : most;
  }, rational(0n));
}

/** The largest |x·g|, in units of 2^−p. */
function largestProduct(vector: readonly bigint[], gradient: readonly Interval[], precision: number): bigint {
  const { lower, upper } = gradient.reduce(
    (sum, { lower: low, upper: high }, place) => {
      const factor = entry(vector, place);
      const [from, to] = factor < 0n ? [high, low] : [low, high];
      return Interval.of(sum.lower + factor * from, sum.upper + factor * to, precision);
    },
    Interval.of(0n, 0n, precision),
  );
  return -lower > upper ? -lower : upper;
}

/** All networks within the radius. */
function widened(layers: IntervalMultiLayer, radius: Rational): IntervalMultiLayer {
  const box = Interval.between(radius.neg(), radius, layers.precision);
  return withParameters(
    layers,
    parametersOf(layers).map((value) => value.plus(box)),
  );
}
