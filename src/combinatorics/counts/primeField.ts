/**
 * Integers modulo a prime p with 2^26 < p < 2^27, in JavaScript numbers. This is the only file of the room
 * that uses more double arithmetic than integer sums and products: it guesses the quotient by p. All its
 * results are exact integers, for the following reason.
 *
 * Let x be an integer with |x| <= 1.5·2^52. The double nearest to 1/p has a relative error of at most 2^−53,
 * and so has its product with x, hence `x * reciprocal` differs from x/p by less than (|x|/p)·2^−51.9 <
 * 2^−25. Adding and subtracting 1.5·2^52 rounds it to the nearest integer q: doubles between 2^52 and 2^53
 * are integers, and |q| < 2^27 keeps the sum there. So |x/p − q| <= 1/2 + 2^−25, the rest x − q·p lies within
 * p/2 + 4, and q·p is computed without rounding, since it is an integer below 2^53, as is the rest itself.
 */

/** A double below 2^51 in size plus this number has no bits left for a fraction. */
const ROUNDING = 6755399441055744;

/**
 * Arithmetic modulo one prime. A *residue* is an integer within p/2 + 4 of 0, not always the nearest to 0.
 */
export class PrimeField {
  private readonly reciprocal: number;

  /** @param prime a prime between 2^26 and 2^27; the caller guarantees that it is prime. */
  constructor(readonly prime: number) {
    if (!Number.isSafeInteger(prime) || prime <= 1 << 26 || prime >= 1 << 27) {
      throw new RangeError(`prime is ${prime}, not between 2^26 and 2^27`);
    }
    this.reciprocal = 1 / prime;
  }

  /**
   * A residue of x. The product of two residues is below 2^52 + 2^30, so up to 2^50 may be added to it.
   *
   * @param x an integer, at most 1.5·2^52 in size.
   * @example new PrimeField(67108879).reduce(67108880) === 1
   */
  reduce(x: number): number {
    const quotient = x * this.reciprocal + ROUNDING - ROUNDING;
    return x - quotient * this.prime;
  }

  /** The product of two residues. */
  multiply(x: number, y: number): number {
    return this.reduce(x * y);
  }

  /**
   * The power of an integer at most 1.5·2^52 in size; the exponent is a nonnegative integer below 2^31; 0^0 =
   * 1.
   */
  power(base: number, exponent: number): number {
    let result = 1;
    let square = this.reduce(base);
    for (let rest = exponent; rest > 0; rest >>>= 1) {
      if ((rest & 1) === 1) result = this.multiply(result, square);
      square = this.multiply(square, square);
    }
    return result;
  }

  /**
   * The inverse of an integer at most 1.5·2^52 in size, by Fermat: x^(p−2).
   *
   * @throws RangeError if p divides it.
   */
  inverse(x: number): number {
    if (this.canonical(x) === 0) throw new RangeError(`${x} has no inverse modulo ${this.prime}`);
    return this.power(x, this.prime - 2);
  }

  /** The representative in 0…p−1 of an integer at most 1.5·2^52 in size. */
  canonical(x: number): number {
    const rest = this.reduce(x);
    // Adding 0 turns −0 into 0.
    return rest < 0 ? rest + this.prime : rest + 0;
  }
}
