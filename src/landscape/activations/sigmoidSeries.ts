import { tangentNumbers } from "../../combinatorics/counts/tangentNumbers.js";
import { requireSize } from "../../combinatorics/requireSize.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import {
  type TaylorSeries,
  exponentialSeries,
  integral,
  plus,
  reciprocal,
  taylorSeries,
} from "./taylorSeries.js";

/** The series of σ_sig(x) = 1/(1 + e^{−x}) and σ_soft(x) = ln(1 + e^x) (Remark 4.1), of one order. */
export interface SigmoidAndSoftplus {
  readonly sigmoid: TaylorSeries;
  readonly softplus: TaylorSeries;
}

/**
 * The derivatives at 0 from the definitions: 1 divided by the series 1 + e^{−x}, and σ_soft as the integral
 * of σ_sig from σ_soft(0) = ln 2.
 *
 * @throws RangeError unless the order is a nonnegative safe integer.
 */
export function activationsByDivision(order: number): SigmoidAndSoftplus {
  requireSize("order", order);
  const one = taylorSeries([rational(1n), ...new Array<Rational>(order).fill(rational(0n))]);
  const sigmoid = reciprocal(plus(one, exponentialSeries(rational(-1n), order)));
  const { derivatives, logTwo } = integral(sigmoid, rational(1n));
  return { sigmoid, softplus: { derivatives: derivatives.slice(0, order + 1), logTwo } };
}

/**
 * The derivatives at 0 from the tangent numbers: σ_sig(x) = 1/2 + tanh(x/2)/2 and σ_soft(x) = ln 2 + x/2 + ln
 * cosh(x/2), where (ln cosh)′ = tanh and tanh^{(2k−1)}(0) = (−1)^{k−1} T_k.
 *
 * @throws RangeError unless the order is a nonnegative safe integer.
 * @example activationsByTangentNumbers(3).sigmoid.derivatives // [1/2, 1/4, 0, -1/8]
 */
export function activationsByTangentNumbers(order: number): SigmoidAndSoftplus {
  requireSize("order", order);
  const signed = tangentNumbers((order + 1) >> 1).map((number, index) =>
    index % 2 === 0 ? number : -number,
  );
  // T_k/4^k with its sign: σ_sig^{(2k−1)}(0) and σ_soft^{(2k)}(0) alike.
  const shared = signed.map((number, index) => rational(number, 4n ** BigInt(index + 1)));
  const alternating = (start: readonly Rational[], values: readonly Rational[]): Rational[] =>
    [...start, ...values.flatMap((value) => [value, rational(0n)])].slice(0, order + 1);
  const half = rational(1n, 2n);
  return {
    sigmoid: taylorSeries(alternating([half], shared)),
    softplus: { derivatives: alternating([rational(0n), half], shared), logTwo: rational(1n) },
  };
}
