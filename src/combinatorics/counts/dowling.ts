import { entry } from "../../exact/entry.js";
import { bellNumbers } from "./bell.js";
import { binomialRow } from "./binomial.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { requireSize } from "../requireSize.js";

/**
 * T(0, 0), …, T(0, n): in how many ways u units form zero blocks with relative signs, and a silent block if
 * there can be one. Without mirror images these are the Bell numbers, at odd parity the Dowling numbers of
 * the hyperoctahedral group (A007405), at even parity A004211.
 *
 * By `D(n+1) = s·D(n) + Σ_k C(n, k)·g^k·D(n−k)`: the last unit is silent, or shares its block with k others.
 * (T. A. Dowling, A class of geometric lattices based on finite groups, 1973.)
 *
 * @throws RangeError unless n is a nonnegative safe integer.
 * @example dowlingNumbers(4, { images: 2, silent: 1 }) // [1n, 2n, 6n, 24n, 116n]
 */
export function dowlingNumbers(n: number, mirroring: Mirroring = UNMIRRORED): bigint[] {
  requireSize("n", n);
  const { images, silent } = mirroring;
  if (images === 1 && silent === 0) return bellNumbers(n);
  const numbers = [1n];
  while (numbers.length <= n) {
    const size = numbers.length - 1;
    let sum = silent === 0 ? 0n : entry(numbers, size);
    let signs = 1n;
    binomialRow(size).forEach((choices, k) => {
      sum += choices * signs * entry(numbers, size - k);
      signs *= BigInt(images);
    });
    numbers.push(sum);
  }
  return numbers;
}
