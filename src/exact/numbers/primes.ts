import bigInt from "big-integer";
import { entry } from "../entry.js";

/** For each bound the primes found so far, from the largest down. */
const primesByBound = new Map<number, number[]>();

/**
 * The primes below a bound, from the largest down. A process searches for the primes of a bound only once.
 *
 * @param bound at most 2^31.
 * @throws RangeError once no prime is left, or on a bound out of range.
 * @example primesBelow(10).next().value === 7
 */
export function* primesBelow(bound: number): Generator<number, never> {
  if (!Number.isInteger(bound) || bound > 2147483648) throw new RangeError(`primes below ${bound}`);
  const primes = primesByBound.get(bound) ?? [];
  primesByBound.set(bound, primes);
  let last = bound;
  for (let index = 0; ; index++) {
    if (index === primes.length) primes.push(largestPrimeBelow(last));
    last = entry(primes, index);
    yield last;
  }
}

/**
 * Whether a safe integer is a prime. `big-integer` tests it with the Miller–Rabin bases 2 … 37, which decide
 * every number of up to 64 bits with certainty.
 */
export function isPrime(candidate: number): boolean {
  return candidate > 1 && bigInt(candidate).isPrime();
}

function largestPrimeBelow(bound: number): number {
  for (let candidate = bound - 1; candidate >= 2; candidate--) {
    if (isPrime(candidate)) return candidate;
  }
  throw new RangeError(`no prime below ${bound}`);
}

/**
 * The inverse of a modulo a prime, in 1 … prime − 1.
 *
 * @param value any integer that the prime doesn't divide.
 * @throws RangeError if the prime divides it.
 * @example inverseModulo(3n, 7) === 5
 */
export function inverseModulo(value: bigint, prime: number): number {
  const residue = value % BigInt(prime);
  if (residue === 0n) throw new RangeError(`${value} has no inverse modulo ${prime}`);
  const inverse = bigInt(residue).modInv(prime).toJSNumber();
  return inverse < 0 ? inverse + prime : inverse;
}
