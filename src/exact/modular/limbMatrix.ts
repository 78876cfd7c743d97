import { noEntry } from "../entry.js";
import { type IntegerMatrix, largestBits, requireColumns } from "../vectors/integerMatrix.js";
import { LIMB, residuesOfLimbs } from "./residueKernel.js";

/** Limbs lie in [−2^23, 2^23], so that products with residues add up below 2^53. */
const HALF = 8388608;

/**
 * How many words a piece of a long entry has. Taking the entry word by word would copy the whole rest in each
 * step.
 */
const PIECE_WORDS = 32;
const PIECE_BITS = 2048n;

/**
 * An integer matrix as planes of limbs to base 2^24 in doubles: the entry in row i and column j is Σ_l
 * 2^(24·l) · limbs[(l·rows + i)·columns + j]. So residues modulo a prime and products with small vectors are
 * plain loops without BigInts. Each limb is a whole number of at most 2^23 in size.
 */
export class LimbMatrix {
  private constructor(
    readonly rows: number,
    readonly columns: number,
    readonly planes: number,
    readonly limbs: Float64Array,
  ) {}

  /**
   * @throws RangeError on a row of another length than `columns`.
   * @example LimbMatrix.of([[1n << 24n]], 1).limbs // 0, 1
   */
  static of(matrix: IntegerMatrix, columns: number): LimbMatrix {
    requireColumns(matrix, columns);
    const limbs = new Float64Array(matrix.length * columns);
    let at = 0;
    let largest = 0;
    for (const row of matrix) {
      for (const entry of row) {
        // Equations have few other entries, and the numbers begin as 0.
        if (entry === 0n) {
          at++;
          continue;
        }
        // The number is rounded if it exceeds 2^53, but then it is far too large for one limb anyway.
        const value = Number(entry);
        limbs[at++] = value;
        largest = Math.max(largest, Math.abs(value));
      }
    }
    if (largest <= HALF) return new LimbMatrix(matrix.length, columns, 1, limbs);
    return LimbMatrix.split(matrix, columns);
  }

  private static split(matrix: IntegerMatrix, columns: number): LimbMatrix {
    const size = matrix.length * columns;
    const planes = planesFor(matrix);
    const limbs = new Float64Array(planes * size);
    const words = (3 * planes + 7) >> 3;
    // A limb is read together with the byte after it.
    const view = new DataView(new ArrayBuffer(8 * words + 1));
    let place = 0;
    for (const row of matrix) {
      for (const entry of row) {
        const sign = entry < 0n ? -1 : 1;
        let rest = entry < 0n ? -entry : entry;
        for (let first = 0; first < words; first += PIECE_WORDS) {
          let piece = BigInt.asUintN(64 * PIECE_WORDS, rest);
          rest >>= PIECE_BITS;
          for (let word = first; word < Math.min(first + PIECE_WORDS, words); word++) {
            view.setBigUint64(8 * word, piece, true);
            piece >>= 64n;
          }
        }
        let carry = 0;
        for (let plane = 0; plane < planes; plane++) {
          const limb = carry + (view.getUint32(3 * plane, true) & 0xffffff);
          carry = limb > HALF ? 1 : 0;
          limbs[plane * size + place] = sign * (limb - carry * LIMB);
        }
        place++;
      }
    }
    return new LimbMatrix(matrix.length, columns, planes, limbs);
  }

  /** The rows and columns with the given indices, in their order. */
  block(rows: readonly number[], columns: readonly number[]): LimbMatrix {
    const limbs = new Float64Array(this.planes * rows.length * columns.length);
    let at = 0;
    for (let plane = 0; plane < this.planes; plane++) {
      for (const row of rows) {
        const start = (plane * this.rows + row) * this.columns;
        for (const column of columns)
          limbs[at++] = this.limbs[start + column] ?? noEntry(this.limbs, start + column);
      }
    }
    return new LimbMatrix(rows.length, columns.length, this.planes, limbs);
  }

  /** The entries modulo a prime, row by row, near [−p/2, p/2]. */
  residues(prime: number): Float64Array {
    const out = new Float64Array(this.rows * this.columns);
    residuesOfLimbs(this.limbs, this.planes, prime, out);
    return out;
  }
}

/** How many planes the largest entry needs, with room for the carry of a limb above one half of the base. */
function planesFor(matrix: IntegerMatrix): number {
  const bits = largestBits(matrix);
  let planes = 1;
  while (24 * planes <= bits + 3) planes++;
  return planes;
}
