import { entry, noEntry } from "../../exact/entry.js";
import { coefficient } from "../../exact/vectors/coefficient.js";

/**
 * Taylor coefficients u_0, u_1, … as integers over one positive denominator.
 *
 * @example polynomialActivation([rational(0n), rational(3n)]).taylor(2n, 1n, 1).numerators // [6n, 3n]
 */
export interface TaylorCoefficients {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/**
 * The Taylor coefficients of P/Q at x = n/d up to the given order, computed without fractions. Let τ = d·(y −
 * x), and let D be the larger degree. Then p(τ) = d^D P(y) and q(τ) = d^D Q(y) have integer coefficients. So
 * do the U_j = q_0^{j+1} u_j, by U_j = p_j q_0^j − Σ_{l ≥ 1} q_l q_0^{l−1} U_{j−l}, where p/q = Σ u_j τ^j.
 *
 * @param upper coefficients of P, constant term first, at least one.
 * @param lower coefficients of Q, constant term first, at least one.
 * @param point n/d with d > 0.
 * @returns undefined if Q(x) = 0.
 * @example quotientTaylor([1n], [1n, 1n], { numerator: 0n, denominator: 1n }, 2) // 1, -1, 1 over 1
 */
export function quotientTaylor(
  upper: readonly bigint[],
  lower: readonly bigint[],
  point: { readonly numerator: bigint; readonly denominator: bigint },
  order: number,
): TaylorCoefficients | undefined {
  const degree = Math.max(upper.length, lower.length) - 1;
  const q = shifted(lower, degree, point, order);
  const q0 = entry(q, 0);
  if (q0 === 0n) return undefined;
  const p = shifted(upper, degree, point, order);
  // Otherwise the denominator of a polynomial's coefficients would be a power of the one that is needed.
  const constant = lower.length === 1;
  const scaled = constant ? p : divided(p, q, q0);
  const power = constant ? 0n : BigInt(order);
  const denominator = q0 ** (power + 1n);
  const sign = denominator < 0n ? -1n : 1n;
  const numerators = scaled.map((value, j) => {
    const index = BigInt(j);
    const lift = constant ? 1n : q0 ** (power - index);
    return sign * value * lift * point.denominator ** index;
  });
  return { numerators, denominator: sign * denominator };
}

/** U_j = q_0^{j+1} u_j, in the order of j. */
function divided(p: readonly bigint[], q: readonly bigint[], q0: bigint): bigint[] {
  const scaled: bigint[] = [];
  let power = 1n;
  for (const term of p) {
    let value = term * power;
    let lower = 1n;
    for (let l = 1; l <= scaled.length; l++) {
      const before = scaled.length - l;
      value -= (q[l] ?? noEntry(q, l)) * lower * (scaled[before] ?? noEntry(scaled, before));
      lower *= q0;
    }
    scaled.push(value);
    power *= q0;
  }
  return scaled;
}

/** The coefficients of d^degree·P((n + τ)/d) in τ up to an order, by repeated synthetic division. */
function shifted(
  coefficients: readonly bigint[],
  degree: number,
  { numerator, denominator }: { readonly numerator: bigint; readonly denominator: bigint },
  order: number,
): bigint[] {
  const work = new Array<bigint>(Math.max(degree, order) + 1).fill(0n);
  let power = 1n;
  for (let index = degree; index >= 0; index--) {
    work[index] = coefficient(coefficients, index, 0n) * power;
    power *= denominator;
  }
  for (let lowest = 0; lowest <= order; lowest++) {
    for (let index = degree - 1; index >= lowest; index--) {
      const above = work[index + 1] ?? noEntry(work, index + 1);
      work[index] = (work[index] ?? noEntry(work, index)) + numerator * above;
    }
  }
  return work.slice(0, order + 1);
}
