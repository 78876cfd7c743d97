import { requireSize } from "../requireSize.js";

/**
 * Visits all labelled partitions of [m] with r labels in canonical order, by their codes, for loops over many
 * millions: no visit makes an object. Every visit gets the same array, which changes between visits: copy it
 * to keep it, and don't write to it.
 *
 * @param visit gets the m codes (see LabelledPartition).
 * @returns the number of visits, to compare with T(r,m).
 * @throws RangeError if r or m is not a nonnegative safe integer, or if 31 < r ≤ m.
 * @example forEachLabelledPartition(2, 3, () => {}) === 12
 */
export function forEachLabelledPartition(r: number, m: number, visit: (codes: Int32Array) => void): number {
  return new Descent(r, m, visit).run(true);
}

/**
 * Visits all labelled partitions without zero blocks, the surjections [m] → [r], in canonical order, as
 * {@link forEachLabelledPartition} does. There are G(r,m) of them.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer, or if 31 < r ≤ m.
 * @example forEachSurjection(2, 3, () => {}) === 6
 */
export function forEachSurjection(r: number, m: number, visit: (codes: Int32Array) => void): number {
  return new Descent(r, m, visit).run(false);
}

/**
 * The labels in use are a bit set in one signed machine word. (32 labels would have over 10^35 labelled
 * partitions.)
 */
const MOST_LABELS = 31;

/**
 * A depth-first search, one unit for each level. The last level is a separate loop: it takes most of the time
 * and needs no bookkeeping.
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
    // With a zero block count of −1, the loops below have no code for a zero block.
    if (r <= m) this.descend(0, 0, r, withZeroBlocks ? 0 : -1);
    return this.visited;
  }

  /** @param usedLabels bit t − 1 is set if and only if label t occurs before `unit`. */
  private descend(unit: number, usedLabels: number, missing: number, zeroBlocks: number): void {
    const { codes, r } = this;
    const left = this.m - unit;
    if (left === 1) {
      this.finish(unit, usedLabels, missing, zeroBlocks);
      return;
    }
    const mustOpen = missing === left;
    for (let label = 1; label <= r; label++) {
      const bit = 1 << (label - 1);
      const opens = (usedLabels & bit) === 0;
      if (mustOpen && !opens) continue;
      codes[unit] = label;
      this.descend(unit + 1, usedLabels | bit, opens ? missing - 1 : missing, zeroBlocks);
    }
    if (mustOpen) return;
    for (let block = 0; block <= zeroBlocks; block++) {
      codes[unit] = 0 - block;
      this.descend(unit + 1, usedLabels, missing, block === zeroBlocks ? zeroBlocks + 1 : zeroBlocks);
    }
  }

  private finish(unit: number, usedLabels: number, missing: number, zeroBlocks: number): void {
    const { codes, visit, r } = this;
    if (missing === 1) {
      // The one label whose bit is not set.
      codes[unit] = 32 - Math.clz32(~usedLabels & ((1 << r) - 1));
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
