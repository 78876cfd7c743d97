import { primeSieve } from "./primeSieve.js";

const TOP = 1 << 27;
const BOTTOM = 1 << 26;
const SEGMENT = 1 << 15;
/** Every composite below 2^27 has a prime factor below 2^13.5 < 11586. */
const SIEVING_LIMIT = 11586;

/** From the largest down. */
const primes: number[] = [];
let sievedDownTo = TOP;

/**
 * The largest primes below 2^27, in descending order, as few as have a product above `bound`. A sieve
 * finds them one segment at a time, from the top down, and they are kept.
 *
 * @throws RangeError if all primes between 2^26 and 2^27 together don't suffice, as for a bound of more than
 *   10^8 bits.
 * @example fieldPrimes(1n << 27n) // [134217689, 134217649]
 */
export function fieldPrimes(bound: bigint): number[] {
  let [count, product] = [0, 1n];
  for (; product <= bound; count++) product *= BigInt(primeNumbered(count));
  return primes.slice(0, count);
}

function primeNumbered(index: number): number {
  for (;;) {
    const prime = primes[index];
    if (prime !== undefined) return prime;
    if (sievedDownTo === BOTTOM) throw new RangeError("no more primes between 2^26 and 2^27");
    sieveNextSegment();
  }
}

function sieveNextSegment(): void {
  const start = sievedDownTo - SEGMENT;
  const composite = new Uint8Array(SEGMENT);
  for (const prime of primeSieve(SIEVING_LIMIT).primes) {
    const over = start % prime;
    for (let offset = over === 0 ? 0 : prime - over; offset < SEGMENT; offset += prime) composite[offset] = 1;
  }
  composite.reverse().forEach((mark, index) => {
    if (mark === 0) primes.push(sievedDownTo - 1 - index);
  });
  sievedDownTo = start;
}
