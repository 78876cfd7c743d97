import type { RationalVector } from "./rationalVector.js";

/**
 * Values by vectors, where equal vectors are one key. A text of each vector would take most of the time where
 * there are 10^5 of them.
 *
 * @example new VectorMap<number>().get(RationalVector.parse("1/2")) // undefined
 */
export class VectorMap<Value> {
  /** By a number that equal vectors share, and others rarely do. */
  readonly #buckets = new Map<number, { readonly key: RationalVector; readonly value: Value }[]>();

  get(key: RationalVector): Value | undefined {
    return this.#buckets.get(digestOf(key))?.find((one) => one.key.equals(key))?.value;
  }

  /** Sets the value of a vector that has none. */
  add(key: RationalVector, value: Value): void {
    const digest = digestOf(key);
    const bucket = this.#buckets.get(digest);
    if (bucket === undefined) this.#buckets.set(digest, [{ key, value }]);
    else bucket.push({ key, value });
  }
}

/** Equal vectors have equal fields; of each number the lowest 64 bits count. */
function digestOf({ numerators, denominator }: RationalVector): number {
  let digest = bitsOf(denominator);
  for (const numerator of numerators) digest = (Math.imul(digest, 0x01000193) ^ bitsOf(numerator)) | 0;
  return digest;
}

/** The lowest 32 bits and the next, in one number. */
function bitsOf(integer: bigint): number {
  return Number(BigInt.asIntN(32, integer)) ^ Number(BigInt.asIntN(32, integer >> 32n));
}
