import { entry } from "../../exact/entry.js";
import { primeSieve } from "./primeSieve.js";
import { requireSize } from "../requireSize.js";

/**
 * 0^m, 1^m, …, r^m, with 0^0 = 1. Only odd primes need a power; the powers of other odd bases are products,
 * and those of even bases are shifts by m bits.
 *
 * @throws RangeError unless r and m are nonnegative safe integers and r <= 2^24.
 * @example powers(3, 2) // [0n, 1n, 4n, 9n]
 */
export function powers(r: number, m: number): bigint[] {
  requireSize("r", r);
  requireSize("m", m);
  const exponent = BigInt(m);
  const { factor, cofactor } = primeSieve(r);
  const result: bigint[] = [m === 0 ? 1n : 0n];
  for (let k = 1; k <= r; k += 1) {
    const prime = entry(factor, k);
    const rest = entry(result, entry(cofactor, k));
    if (prime === 0) result.push(BigInt(k) ** exponent);
    else result.push(prime === 2 ? rest << exponent : rest * entry(result, prime));
  }
  return result;
}
