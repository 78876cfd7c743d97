import { squareRoot } from "../numbers/integer.js";
import { exponential } from "./exponential.js";
import { Interval } from "./interval.js";
import { circleRatio } from "./inverseTangent.js";
import { increasing } from "./monotone.js";

/** Extra bits that absorb the errors of the series, of the product with e^{−x²}, and of √π. */
const GUARD = 32;

/**
 * erf x = 2/√π ∫_0^x e^{−t²} dt, at the precision of x.
 *
 * At a point x > 0, erf x = 2/√π · e^{−x²} S with a series S of positive terms ({@link seriesAt}). From x² =
 * 7p/10 on, 1 − erf x < e^{−x²} < 2^−p, as 7/10 > ln 2 (and (x + t)² ≥ x² + t²). For a point the width is at
 * most two units.
 *
 * @param x at a precision of at most 3,800.
 * @throws RangeError if the precision is too high.
 * @example errorFunction(Interval.of(16n, 16n, 4)).upper === 14n // 13.48…/16
 */
export function errorFunction(x: Interval): Interval {
  return increasing(x, at);
}

function at(x: Interval): Interval {
  const { lower: n, precision } = x;
  if (n < 0n) return at(x.negated()).negated();
  const one = 1n << BigInt(precision);
  const square = (n * n) >> BigInt(2 * precision);
  if (10n * square >= 7n * BigInt(precision)) return Interval.of(one - 1n, one, precision);
  // S has up to 3x²/2 + 2 bits before the binary point, as it is below x·e^{x²}.
  const working = precision + GUARD + Number((3n * (square + 1n)) / 2n);
  const point = x.atPrecision(working);
  const bell = exponential(point.power(2).negated());
  const { sum, terms } = seriesAt(n, precision, working);
  const integral = bell.times(Interval.of(sum, sum, working)).plus(Interval.of(0n, terms, working));
  return integral.dividedBy(rootOfCircleRatio(working)).scaled(1).atPrecision(precision);
}

/**
 * S = Σ t_j with t_0 = x and t_j = t_{j−1}·2x²/(2j+1), at x = n/2^q: e^{x²} ∫_0^x e^{−t²} dt, since both have
 * the value 0 and the derivative 1 + 2xS.
 *
 * The error is bounded as follows, in units u = 2^−p with p ≥ q. Let T_0·u = x, and T_j = T_{j−1}·2x²/(2j+1)
 * rounded down. The defect d_j = t_j − T_j·u is 0 at first, and d_j ≤ d_{j−1}·2x²/(2j+1) + u for j ≤ N, where
 * T_N = 0 is the first that is 0; for j > N there is no further rounding. So a rounding by at most u in term
 * j adds to all defects together at most u Σ_k Π_{i=j+1}^{j+k} x²/(i + 1/2) ≤ u Σ_k x^{2k}/k! = u e^{x²}, and
 * S lies between the sum in units and the sum + N e^{x²}. After the product with e^{−x²} this is N units.
 */
function seriesAt(n: bigint, q: number, p: number): { readonly sum: bigint; readonly terms: bigint } {
  const [double, scale] = [2n * n * n, BigInt(2 * q)];
  let [sum, term, terms] = [0n, n << BigInt(p - q), 0n];
  while (term > 0n) {
    sum += term;
    terms += 1n;
    term = ((term * double) >> scale) / (2n * terms + 1n);
  }
  return { sum, terms };
}

/** Enclosures of √π by their precision. */
const ROOTS = new Map<number, Interval>();

/**
 * √π, of width at most three units.
 *
 * @throws RangeError as {@link circleRatio} does.
 * @example rootOfCircleRatio(4) // [28/16, 30/16], around 1.77…
 */
export function rootOfCircleRatio(precision: number): Interval {
  const kept = ROOTS.get(precision);
  if (kept !== undefined) return kept;
  const { lower, upper } = circleRatio(precision);
  const scale = BigInt(precision);
  const root = Interval.of(squareRoot(lower << scale), squareRoot(upper << scale) + 1n, precision);
  ROOTS.set(precision, root);
  return root;
}
