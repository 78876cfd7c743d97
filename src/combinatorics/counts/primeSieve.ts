import { noEntry } from "../../exact/entry.js";
import { requireSize } from "../requireSize.js";

/**
 * How each composite number factors: `k = factor[k]·cofactor[k]`, both below k. Entries at primes, at 0 and
 * at 1 are 0.
 */
export interface Factorizations {
  /** The smallest prime factor of a composite k. */
  readonly factor: Int32Array;
  readonly cofactor: Int32Array;
  /** The primes up to the limit, ascending. */
  readonly primes: readonly number[];
}

/** The largest limit of {@link primeSieve}: products of two of its entries fit in an Int32Array. */
const MAX_LIMIT = 1 << 24;

/**
 * The linear sieve: it reaches each composite up to `limit` once, as its smallest prime times the cofactor.
 * So the powers of all integers up to a limit cost one power for each prime and one product for each
 * composite.
 *
 * @throws RangeError unless limit is an integer in 0…2^24.
 * @example primeSieve(10).primes // [2, 3, 5, 7]
 */
export function primeSieve(limit: number): Factorizations {
  requireSize("limit", limit);
  if (limit > MAX_LIMIT) throw new RangeError(`limit is ${limit}, above ${MAX_LIMIT}`);
  const factor = new Int32Array(limit + 1);
  const cofactor = new Int32Array(limit + 1);
  const primes: number[] = [];
  for (let k = 2; k <= limit; k += 1) {
    const smallest = factor[k] ?? noEntry(factor, k);
    if (smallest === 0) primes.push(k);
    for (const prime of primes) {
      if (prime * k > limit || (smallest !== 0 && prime > smallest)) break;
      factor[prime * k] = prime;
      cofactor[prime * k] = k;
    }
  }
  return { factor, cofactor, primes };
}
