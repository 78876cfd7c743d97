import { entry } from "../../exact/entry.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";
import { requireSize } from "../requireSize.js";

/**
 * In how many ways a labelled partition of [m] with r labels can be completed once some units have their
 * codes. This depends only on how many units are left, how many labels are still missing, and how many zero
 * blocks are open. The next unit repeats one of the r − missing labels in use, opens a missing label, joins
 * an open zero block, or opens a zero block:
 *
 *   N(l,q,z) = (r − q)·N(l−1,q,z) + q·N(l−1,q−1,z) + z·N(l−1,q,z) + N(l−1,q,z+1),   N(0,q,z) = [q = 0].
 *
 * With g mirror images it does the first three in one of g signs, and with silent vectors it may be silent. A
 * silent block is not among the z.
 */
export class CompletionTable {
  /** `rows[l][q][z]` is N(l,q,z); z goes up to m − l, since m − l units can't open more zero blocks. */
  private readonly rows: bigint[][][] = [];

  /** @throws RangeError if r or m is not a nonnegative safe integer. */
  constructor(
    readonly r: number,
    readonly m: number,
    readonly mirroring: Mirroring = UNMIRRORED,
  ) {
    requireSize("r", r);
    requireSize("m", m);
    const labels = Math.min(r, m);
    for (let left = 0; left <= m; left++) {
      const row = Array.from({ length: labels + 1 }, (_, missing) =>
        Array.from({ length: m - left + 1 }, (_, zero) => this.next(left, missing, zero)),
      );
      this.rows.push(row);
    }
  }

  /** N(m, r, 0) = T(r,m), the number of labelled partitions. */
  get total(): bigint {
    return this.count(this.m, this.r, 0);
  }

  /**
   * N(left, missing, zeroBlocks), the number of completions; 0 for a prefix without any.
   *
   * @param left units without a code, at most m.
   * @param missing labels not in use, at most r.
   * @param zeroBlocks open zero blocks, at most m − left.
   * @throws RangeError if an argument is out of range, unless more labels are missing than units are left.
   * @example new CompletionTable(1, 2).count(1, 1, 1) === 1n // after a zero block, label 1 must follow
   */
  count(left: number, missing: number, zeroBlocks: number): bigint {
    if (missing > left) return 0n;
    return entry(entry(entry(this.rows, left), missing), zeroBlocks);
  }

  private next(left: number, missing: number, zero: number): bigint {
    if (left === 0) return missing === 0 ? 1n : 0n;
    const { images, silent } = this.mirroring;
    const blocks = BigInt(images * (this.r - missing + zero) + silent);
    const opened = missing === 0 ? 0n : BigInt(images * missing) * this.count(left - 1, missing - 1, zero);
    return blocks * this.count(left - 1, missing, zero) + opened + this.count(left - 1, missing, zero + 1);
  }
}
