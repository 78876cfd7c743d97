import { entry } from "../../exact/entry.js";
import { coefficient } from "../../exact/vectors/coefficient.js";
import { requireSize } from "../requireSize.js";

/**
 * The tangent numbers T_1, …, T_count: tan x = Σ_k T_k x^{2k−1}/(2k−1)!. All are positive: by tan′ = 1 +
 * tan², T_{k+1} is a sum of products of binomials and earlier tangent numbers.
 *
 * Uses only integers and additions (Knuth and Buckholtz, "Computation of tangent, Euler, and Bernoulli
 * numbers", Math. Comp. 21, 1967): each derivative of t = tan x is a polynomial in t, and (t^i)′ = i(t^{i−1}
 * + t^{i+1}) gives the coefficients of the next one.
 *
 * @throws RangeError unless count is a nonnegative safe integer.
 * @example tangentNumbers(4) // [1n, 2n, 16n, 272n]
 */
export function tangentNumbers(count: number): bigint[] {
  requireSize("count", count);
  const numbers: bigint[] = [];
  // The coefficients of the n-th derivative of tan, as a polynomial in t.
  let polynomial = [0n, 1n];
  for (let n = 0; numbers.length < count; n += 1) {
    if (n % 2 === 1) numbers.push(entry(polynomial, 0));
    const at = polynomial;
    polynomial = Array.from(
      { length: n + 3 },
      (_, i) => BigInt(i + 1) * coefficient(at, i + 1, 0n) + BigInt(i - 1) * coefficient(at, i - 1, 0n),
    );
  }
  return numbers;
}
