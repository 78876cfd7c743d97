import { requireSize } from "../requireSize.js";

/**
 * n! for n >= 0.
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example factorial(5) === 120n
 */
export function factorial(n: number): bigint {
  requireSize("n", n);
  return productOfRange(1, n);
}

/**
 * The falling factorial n(n−1)…(n−k+1): the number of injections of k elements into n. 1 for k = 0, and 0
 * for k > n.
 *
 * @throws RangeError unless n and k are nonnegative safe integers.
 * @example fallingFactorial(5, 2) === 20n
 */
export function fallingFactorial(n: number, k: number): bigint {
  requireSize("n", n);
  requireSize("k", k);
  return k > n ? 0n : productOfRange(n - k + 1, n);
}

/**
 * The product of first…last, by halves, so that the two factors of each multiplication have similar sizes.
 */
function productOfRange(first: number, last: number): bigint {
  if (last - first < 8) {
    let product = 1n;
    for (let factor = first; factor <= last; factor += 1) product *= BigInt(factor);
    return product;
  }
  const middle = first + ((last - first) >>> 1);
  return productOfRange(first, middle) * productOfRange(middle + 1, last);
}
