import { requireSize } from "../requireSize.js";

/**
 * Visits all labelled partitions of [m] with r labels in canonical order, by their codes, without making an
 * object for any: for loops over many millions. The array is the same at each visit and changes between
 * visits; copy what is to be kept, and don't write to it.
 *
 * @param visit gets the m codes (see LabelledPartition).
 * @returns how many were visited, to be compared with T(r,m).
 * @throws RangeError if r or m is not a nonnegative safe integer, or if 31 < r ≤ m.
 * @example forEachLabelledPartition(2, 3, () => {}) === 12
 */
export function forEachLabelledPartition(r: number, m: number, visit: (codes: Int32Array) => void): number {
  return new Descent(r, m, visit).run(true);
}

/**
 * The same for those without zero blocks, the surjections [m] → [r]; G(r,m) of them.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer, or if 31 < r ≤ m.
 * @example forEachSurjection(2, 3, () => {}) === 6
 */
export function forEachSurjection(r: number, m: number, visit: (codes: Int32Array) => void): number {
  return new Descent(r, m, visit).run(false);
}

/**
 * Labels in use are a bit set in one signed machine word; and 32 labels have over 10^35 labelled partitions.
 */
const MOST_LABELS = 31;

/**
 * Depth-first descent, one unit per level. The last level is a loop of its own: most of the time goes there,
 * and it needs no bookkeeping.
 */
class Descent {
  private readonly codes: Int32Array;
  private visited = 0;

  constructor(
    private readonly r: number,
    private readonly m: number,
    private readonly visit: (codes: Int32Array) => void,
  ) {
    requireSize("r", r);
    requireSize("m", m);
    if (r <= m && r > MOST_LABELS)
      throw new RangeError(`r is ${r}: too many to visit beyond ${MOST_LABELS} labels`);
    this.codes = new Int32Array(m);
  }

  run(withZeroBlocks: boolean): number {
    const { r, m } = this;
    if (m === 0) {
      if (r > 0) return 0;
      this.visit(this.codes);
      return 1;
    }
    // A zero block count of −1 leaves no code for a zero block in any of the loops below.
    if (r <= m) this.descend(0, 0, r, withZeroBlocks ? 0 : -1);
    return this.visited;
  }

  /** @param used bit t − 1 tells whether label t occurs before `unit`. */
  private descend(unit: number, used: number, missing: number, zeroBlocks: number): void {
    const { codes, r } = this;
    const left = this.m - unit;
    if (left === 1) {
      this.finish(unit, used, missing, zeroBlocks);
      return;
    }
    const mustOpen = missing === left;
    for (let label = 1; label <= r; label++) {
      const bit = 1 << (label - 1);
      const opens = (used & bit) === 0;
      if (mustOpen && !opens) continue;
      codes[unit] = label;
      this.descend(unit + 1, used | bit, opens ? missing - 1 : missing, zeroBlocks);
    }
    if (mustOpen) return;
    for (let block = 0; block <= zeroBlocks; block++) {
      codes[unit] = 0 - block;
      this.descend(unit + 1, used, missing, block === zeroBlocks ? zeroBlocks + 1 : zeroBlocks);
    }
  }

  private finish(unit: number, used: number, missing: number, zeroBlocks: number): void {
    const { codes, visit, r } = this;
    if (missing === 1) {
      // The one label whose bit is not set.
      codes[unit] = 32 - Math.clz32(~used & ((1 << r) - 1));
      visit(codes);
      this.visited++;
      return;
    }
    for (let label = 1; label <= r; label++) {
      codes[unit] = label;
      visit(codes);
    }
    for (let block = 0; block <= zeroBlocks; block++) {
      codes[unit] = 0 - block;
      visit(codes);
    }
    this.visited += r + zeroBlocks + 1;
  }
}
