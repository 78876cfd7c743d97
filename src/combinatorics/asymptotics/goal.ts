import { requireArguments } from "../../exact/plainJavaScript.js";
import { powerIsBelow } from "../../exact/numbers/powerComparison.js";
import { lastWith } from "./lastWith.js";
import { type Quotient, quotientOf } from "../../exact/numbers/quotient.js";

/**
 * A goal for the ratio of critical subspaces to subspaces of global minima: (critical/minima)^layers <
 * epsilon. In a network of several layers of equal widths the ratio is R_k^{L−1}, where L−1 is the number of
 * hidden layers (§5 of Şimşek et al. 2021).
 *
 * @example meetsGoal(1n, 2n, { layers: 2, epsilon: quotientOf(1n, 3n) }) === true // 1/4 < 1/3
 */
export interface Goal {
  /** Positive safe integer. */
  readonly layers: number;
  /** Positive. */
  readonly epsilon: Quotient;
}

/**
 * The goal that a two-layer network has fewer critical subspaces than subspaces of global minima.
 *
 * @example FEWER_THAN_MINIMA.layers === 1
 */
export const FEWER_THAN_MINIMA: Goal = { layers: 1, epsilon: quotientOf(1n) };

/**
 * Whether these numbers of subspaces meet the goal.
 *
 * @param critical nonnegative.
 * @param minima positive.
 * @example meetsGoal(2n, 3n, FEWER_THAN_MINIMA) === true
 */
export function meetsGoal(critical: bigint, minima: bigint, goal: Goal): boolean {
  requireArguments({ integer: { critical, minima }, "{ layers, epsilon }": { goal } });
  return powerIsBelow(quotientOf(critical, minima), goal.layers, goal.epsilon);
}

/** The largest number of hidden layers that is tried. */
const DEEPEST = 1_125_899_906_842_624;

/**
 * The least depth L ≥ 2 with ratio^{L−1} < epsilon: how deep a network has to be, at a width where the ratio
 * of its two-layer network is below 1. Null if no depth is enough, because the ratio is at least 1; or if
 * none up to 2^50 is.
 *
 * @param ratio nonnegative.
 * @param epsilon positive.
 * @example leastDepth(quotientOf(1n, 2n), quotientOf(1n, 1000n)) === 11
 */
export function leastDepth(ratio: Quotient, epsilon: Quotient): number | null {
  requireArguments({ quotient: { ratio, epsilon } });
  const enough = (layers: number): boolean => powerIsBelow(ratio, layers, epsilon);
  if (enough(1)) return 2;
  if (ratio.numerator >= ratio.denominator) return null;
  const failing = lastWith((layers) => layers <= DEEPEST && !enough(layers), 1, 2);
  return failing === DEEPEST ? null : failing + 2;
}
