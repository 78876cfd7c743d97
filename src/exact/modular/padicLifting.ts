import { type CommonDenominator, DigitReading } from "./digitReading.js";
import { cramerSize } from "./hadamardBound.js";
import { bitLength } from "../numbers/integer.js";
import { type IntegerMatrix, pick } from "../vectors/integerMatrix.js";
import { LimbMatrix } from "./limbMatrix.js";
import type { NonzeroMinor } from "./nonzeroMinor.js";
import { invert } from "./residueElimination.js";
import { divideResidual, multiply, reduceAll, residuesOfLimbs } from "./residueKernel.js";

/**
 * Solves B·x = b for a square integer matrix B that is invertible modulo a prime p: first the digits of x to
 * base p, each by a product with the inverse and a product with B, then the fractions from the residues
 * (Dixon, "Exact solution of linear equations using p-adic expansions", Numer. Math. 40, 1982).
 */
export class PadicLifting {
  private readonly base: bigint;

  private constructor(
    private readonly square: IntegerMatrix,
    private readonly limbs: LimbMatrix,
    private readonly inverse: Float64Array,
    private readonly prime: number,
  ) {
    this.base = BigInt(prime);
  }

  /**
   * The system whose matrix B is the given minor of a matrix.
   *
   * @param limbs the same matrix, or one with more columns, in limbs.
   * @throws RangeError if the minor is 0 modulo its prime.
   */
  static on(matrix: IntegerMatrix, limbs: LimbMatrix, minor: NonzeroMinor): PadicLifting {
    const { prime, rows, columns } = minor;
    const block = limbs.block(rows, columns);
    const inverse = invert(block.residues(prime), rows.length, prime);
    if (inverse === undefined) throw new RangeError(`the minor is 0 modulo ${prime}`);
    return new PadicLifting(pick(matrix, rows, columns), block, inverse, prime);
  }

  /** The digits of the solution, lowest first, without end: vectors of residues near [−p/2, p/2]. */
  *digits(right: readonly bigint[]): Generator<Float64Array, never> {
    const size = right.length;
    const split = LimbMatrix.of([right], size);
    const planes = Math.max(split.planes, this.limbs.planes) + 1;
    const residual = new Float64Array(planes * size);
    residual.set(split.limbs);
    const image = new Float64Array(this.limbs.planes * size);
    const residues = new Float64Array(size);
    for (;;) {
      residuesOfLimbs(residual, planes, this.prime, residues);
      const digit = new Float64Array(size);
      multiply(this.inverse, residues, digit);
      reduceAll(digit, this.prime);
      yield digit;
      multiply(this.limbs.limbs, digit, image);
      divideResidual(residual, image, size, this.prime);
    }
  }

  /**
   * Candidates for the solution, from more and more digits; the last one is the solution. Checking a
   * candidate is as much work as finding it, so this gives one only when a test combination of the
   * coordinates no longer changes.
   */
  *candidates(right: readonly bigint[]): Generator<CommonDenominator, void> {
    const size = cramerSize(this.square, right);
    const digits: Float64Array[] = [];
    let next = 1;
    for (const digit of this.digits(right)) {
      digits.push(digit);
      if (digits.length < next) continue;
      next = digits.length + (digits.length >> 2) + 1;
      const reading = new DigitReading(digits, this.base, size);
      const denominator = reading.testDenominator();
      if (denominator === undefined) continue;
      const candidate = reading.solution(denominator);
      if (candidate !== undefined) yield candidate;
      if (reading.complete) return;
    }
  }

  /**
   * A divisor of the denominator of the solution, usually the denominator itself: the denominator of one
   * combination of the coordinates. Exact, because by {@link cramerSize} only one fraction has
   * all the digits that are taken.
   */
  denominatorDivisor(right: readonly bigint[]): bigint {
    const size = cramerSize(this.square, right);
    const digits: Float64Array[] = [];
    for (const digit of this.digits(right)) {
      digits.push(digit);
      if (digits.length * (bitLength(this.base) - 1) < DigitReading.bitsFor(size, right.length)) continue;
      const denominator = new DigitReading(digits, this.base, size).testDenominator();
      if (denominator !== undefined) return denominator;
    }
    throw new RangeError("the bounds on the solution are wrong");
  }
}
