import { entry, noEntry } from "../entry.js";
import { bitLength, magnitude } from "../numbers/integer.js";
import type { IntegerMatrix } from "../vectors/integerMatrix.js";
import { rounded, roundedMatrix } from "./roundedMatrix.js";

/**
 * Symmetric elimination in fixed-point arithmetic: vectors that are nearly orthogonal for a symmetric matrix
 * H.
 *
 * Integers stand for multiples of 2^−precision throughout; the caller has to check the result. All pivots are
 * 1 × 1. Where every diagonal entry is small compared with some H_ij, x_i ± x_j replaces x_i, with the sign
 * for which its value is |H_ii + H_jj| + 2·|H_ij| in size: that works as well as the 2 × 2 pivots of Bunch
 * and Parlett ("Direct methods for solving symmetric indefinite systems of linear equations", SIAM J. Numer.
 * Anal. 8, 1971). No multiplier exceeds 2, so no step makes the largest entry more than 3 times as large.
 */
export class FixedPointCongruence {
  /** H in the vectors without a pivot so far: the lower triangle, row i with entries 0 … i. */
  private readonly form: bigint[][];
  /** The vectors without a pivot so far, in the order of the form. */
  private readonly vectors: bigint[][];

  private constructor(
    matrix: IntegerMatrix,
    private readonly precision: bigint,
  ) {
    const { matrix: form } = roundedMatrix(matrix, Number(precision));
    this.form = form.map((row, index) => row.slice(0, index + 1));
    this.vectors = matrix.map((_, index) =>
      matrix.map((__, other) => (other === index ? 1n << precision : 0n)),
    );
  }

  /**
   * Integer vectors x_1, …, x_rank with x_i·H·x_j small compared with x_i·H·x_i for i ≠ j; the values
   * x_i·H·x_i differ by a factor of about 4 at most. `undefined` if rounding errors may have produced a
   * pivot: the precision is too low.
   *
   * @param matrix symmetric.
   * @param rank at most the rank of the matrix.
   * @param precision bits after the binary point, at least 1.
   * @param length bits of the shortest vectors; those that belong to small pivots are longer.
   * @example FixedPointCongruence.vectors([[0n, 1n], [1n, 0n]], 2, 64, 2) // [[2n, 2n], [-2n, 2n]]
   */
  static vectors(
    matrix: IntegerMatrix,
    rank: number,
    precision: number,
    length: number,
  ): IntegerMatrix | undefined {
    const elimination = new FixedPointCongruence(matrix, BigInt(precision));
    // Rounding may have added one unit to each entry in each step, and these errors have grown since.
    const lost = bitLength(BigInt(rank)) + LOST_BITS;
    const pivots: { readonly vector: readonly bigint[]; readonly bits: number }[] = [];
    for (let index = 0; index < rank; index++) {
      const { vector, pivot } = elimination.step();
      const bits = bitLength(pivot);
      if (bits <= lost) return undefined;
      pivots.push({ vector, bits });
    }
    const most = pivots.reduce((largest, { bits }) => Math.max(largest, bits), 0);
    return pivots.map(({ vector, bits }) => {
      const shift = BigInt(precision - length - ((most - bits) >> 1));
      return vector.map((value) => rounded(value, shift));
    });
  }

  /** Takes one pivot and subtracts multiples of its vector from the others. */
  private step(): { readonly vector: readonly bigint[]; readonly pivot: bigint } {
    const partner = this.movePivotLast();
    if (partner !== undefined) this.addToLast(partner);
    const last = this.form.length - 1;
    const row = entry(this.form, last);
    const vector = entry(this.vectors, last);
    this.form.length = last;
    this.vectors.length = last;
    const pivot = entry(row, last);
    if (pivot === 0n) return { vector, pivot };
    const support = vector.flatMap((value, index) => (value === 0n ? [] : [index]));
    for (const [other, entries] of this.form.entries()) {
      const multiplier = (entry(row, other) << this.precision) / pivot;
      if (multiplier === 0n) continue;
      subtract(entries, row, multiplier, this.precision);
      subtractAt(support, entry(this.vectors, other), vector, multiplier, this.precision);
    }
    return { vector, pivot };
  }

  /** Moves the pivot's vector to the end; returns the place of a second vector that has to be added to it. */
  private movePivotLast(): number | undefined {
    let [diagonal, place, largest, smallest, first, second] = [0n, 0, 0n, 0n, 0, 0];
    for (const [index, row] of this.form.entries()) {
      for (let other = 0; other < index; other++) {
        const value = row[other] ?? noEntry(row, other);
        // This makes no new BigInt for most entries.
        if (value > largest || value < smallest) {
          [largest, first, second] = [magnitude(value), index, other];
          smallest = -largest;
        }
      }
      const size = magnitude(entry(row, index));
      if (size > diagonal) [diagonal, place] = [size, index];
    }
    const single = 2n * diagonal >= largest;
    this.moveLast(single ? place : first);
    return single ? undefined : second;
  }

  private moveLast(place: number): void {
    const last = this.form.length - 1;
    const bottom = entry(this.form, last);
    const moved = entry(this.form, place);
    for (let other = 0; other < last; other++) {
      if (other === place) continue;
      const [row, column] = other < place ? [moved, other] : [entry(this.form, other), place];
      [row[column], bottom[other]] = [entry(bottom, other), entry(row, column)];
    }
    [moved[place], bottom[last]] = [entry(bottom, last), entry(moved, place)];
    [this.vectors[place], this.vectors[last]] = [entry(this.vectors, last), entry(this.vectors, place)];
  }

  /** Adds a vector to the last one or subtracts it, whichever makes the last one's value larger in size. */
  private addToLast(partner: number): void {
    const last = this.form.length - 1;
    const bottom = entry(this.form, last);
    const beside = entry(this.form, partner);
    const squares = entry(bottom, last) + entry(beside, partner);
    const mixed = entry(bottom, partner);
    const sign = squares < 0n === mixed < 0n ? 1n : -1n;
    bottom[last] = squares + 2n * sign * mixed;
    for (let other = 0; other < last; other++) {
      const value = other <= partner ? entry(beside, other) : entry(entry(this.form, other), partner);
      bottom[other] = entry(bottom, other) + sign * value;
    }
    const added = entry(this.vectors, partner);
    this.vectors[last] = entry(this.vectors, last).map((value, index) => value + sign * entry(added, index));
  }
}

/**
 * A pivot with no more bits than this, plus the logarithm of the rank, may consist of rounding errors only.
 */
const LOST_BITS = 16;

/** row −= multiplier · other, up to the length of the row. */
function subtract(row: bigint[], other: readonly bigint[], multiplier: bigint, precision: bigint): void {
  for (let index = 0; index < row.length; index++) {
    const change = (multiplier * (other[index] ?? noEntry(other, index))) >> precision;
    row[index] = (row[index] ?? noEntry(row, index)) - change;
  }
}

/** target −= multiplier · vector, at the indices where the vector isn't 0. */
function subtractAt(
  support: readonly number[],
  target: bigint[],
  vector: readonly bigint[],
  multiplier: bigint,
  precision: bigint,
): void {
  for (const index of support) {
    const change = (multiplier * (vector[index] ?? noEntry(vector, index))) >> precision;
    target[index] = (target[index] ?? noEntry(target, index)) - change;
  }
}
