import { noEntry } from "../../exact/entry.js";
import { CompletionTable } from "./completionTable.js";

/** The most labels and units: a set of labels is the bits of a 32-bit integer. */
const MOST = 31;
const COUNT_LIMIT = 1n << 53n;

/**
 * Places in canonical order as plain numbers, for sizes with T(r,m) below 2^53: a union-find over millions of
 * labelled partitions needs one at each edge. They agree with `rankOfPartition`, but need no BigInt and no
 * LabelledPartition.
 *
 * The table is a Float64Array because its entries exceed 2^32. Take an entry that a prefix of a labelled
 * partition uses, times the number of smaller codes with that many completions: it counts some of the T(r,m)
 * labelled partitions. So every term and every sum is an integer below 2^53, and exact. Entries that no
 * prefix uses may be rounded, but they are only multiplied by 0.
 */
export class CodeIndex {
  /** T(r,m). */
  readonly size: number;
  private readonly table: Float64Array;
  private readonly stride: number;
  private readonly blockNumbers: Int32Array;

  /** Whether there is an index of these sizes, which must be nonnegative safe integers. */
  static has(r: number, m: number): boolean {
    return r <= MOST && m <= MOST && new CompletionTable(r, m).total < COUNT_LIMIT;
  }

  /**
   * @throws RangeError if r or m is not a nonnegative safe integer, if one is above 31, or if T(r,m) ≥ 2^53.
   */
  constructor(
    readonly r: number,
    readonly m: number,
  ) {
    if (r > MOST || m > MOST) throw new RangeError(`(${r}, ${m}) is beyond 31 labels or neurons; use rank`);
    const completions = new CompletionTable(r, m);
    if (completions.total >= COUNT_LIMIT) throw new RangeError(`T(${r}, ${m}) passes 2^53; use rank`);
    this.size = Number(completions.total);
    // Fewer than m units come after the next unit, and fewer than m zero blocks before it.
    this.stride = m;
    this.blockNumbers = new Int32Array(m + 1);
    this.table = new Float64Array(m * (r + 1) * m);
    for (let left = 0; left < m; left++) {
      for (let missing = 0; missing <= r; missing++) {
        for (let zero = 0; zero <= Math.min(m - 1, m - left); zero++) {
          this.table[this.at(left, missing, zero)] = Number(completions.count(left, missing, zero));
        }
      }
    }
  }

  /**
   * The place of a labelled partition, counted from 0.
   *
   * @param codes of a labelled partition of these sizes, which isn't checked; zero blocks may have any
   *   distinct names among 0, −1, …, −m, so a changed partition need not be renumbered first.
   * @example new CodeIndex(1, 3).indexOf(Int32Array.of(-3, 1, 0)) // as for 0, 1, −1
   */
  indexOf(codes: Int32Array): number {
    const { r, m, table, blockNumbers } = this;
    blockNumbers.fill(-1);
    let index = 0;
    let usedLabels = 0;
    let missing = r;
    let zeroBlocks = 0;
    for (let unit = 0; unit < m; unit++) {
      const code = codes[unit] ?? noEntry(codes, unit);
      const here = this.at(m - unit - 1, missing, zeroBlocks);
      const before = here - this.stride;
      // Opening a missing label leaves one fewer missing. If none is missing, this term is multiplied by 0.
      const opened = missing > 0 ? (table[before] ?? noEntry(table, before)) : 0;
      const repeated = table[here] ?? noEntry(table, here);
      if (code > 0) {
        const bit = 1 << (code - 1);
        const smallerUsed = bitCount(usedLabels & (bit - 1));
        index += smallerUsed * repeated + (code - 1 - smallerUsed) * opened;
        if ((usedLabels & bit) === 0) missing--;
        usedLabels |= bit;
      } else {
        let block = blockNumbers[-code] ?? noEntry(blockNumbers, -code);
        if (block < 0) {
          block = zeroBlocks++;
          blockNumbers[-code] = block;
        }
        index += (r - missing + block) * repeated + missing * opened;
      }
    }
    return index;
  }

  private at(left: number, missing: number, zeroBlocks: number): number {
    return (left * (this.r + 1) + missing) * this.stride + zeroBlocks;
  }
}

/** The number of set bits of a nonnegative 32-bit integer, by sums in wider and wider fields. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
