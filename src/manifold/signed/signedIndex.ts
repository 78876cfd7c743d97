import type { Parity } from "../../combinatorics/signed/parity.js";
import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { noEntry } from "../../exact/entry.js";

/**
 * Keys of signed labelled partitions of one size as plain numbers, for searches: the units' codes and signs
 * as the digits of a number. They are distinct, but with gaps.
 */
export class SignedIndex {
  private readonly base: number;

  /** Whether the numbers are below 2^53. */
  static has(r: number, m: number): boolean {
    return m <= 31 && BigInt(3 * (r + m)) ** BigInt(m) < 1n << 53n;
  }

  /** @throws RangeError if the numbers are not below 2^53. */
  constructor(
    readonly r: number,
    readonly m: number,
    readonly parity: Parity,
  ) {
    if (!SignedIndex.has(r, m)) throw new RangeError(`keys of signed partitions of (${r}, ${m}) pass 2^53`);
    this.base = 3 * (r + m);
  }

  /** The key of a signed partition by its letters, which aren't checked. */
  indexOf(letters: Int32Array): number {
    let index = 0;
    for (let unit = 0; unit < this.m; unit += 1) {
      const code = letters[unit] ?? noEntry(letters, unit);
      const sign = letters[this.m + unit] ?? noEntry(letters, this.m + unit);
      index = index * this.base + 3 * (this.r - code) + sign + 1;
    }
    return index;
  }

  /** The signed partition with these letters. */
  partitionOf(letters: ArrayLike<number>): SignedLabelledPartition {
    const list = Array.from(letters);
    return SignedLabelledPartition.of(list.slice(0, this.m), list.slice(this.m), this.r, this.parity);
  }
}
