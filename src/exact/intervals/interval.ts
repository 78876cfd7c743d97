import { requireArguments } from "../plainJavaScript.js";
import { ceilingOfQuotient, floorOfQuotient } from "../numbers/integer.js";
import { extremeProducts, extremeSizes } from "./ends.js";
import { type Rational, formatRational, rational } from "../numbers/rational.js";

/** The largest precision, in bits after the binary point. */
export const MAX_PRECISION = 8192;

/**
 * The closed interval [lower/2^p, upper/2^p], where p is its precision. It encloses a real number. All
 * operations round outwards: for every choice of numbers in the arguments, the result contains what the
 * operation gives for these numbers. A sum, a product or a quotient of two intervals exceeds the set of all
 * results by at most one unit 2^−p at either end.
 *
 * Both ends are fixed-point numbers, so that errors are bounded in absolute terms: a positive number below
 * 2^−p may have an enclosure that begins at 0.
 *
 * @example Interval.enclosing(rational(1n, 3n), 4).upper === 6n // [5/16, 6/16]
 */
export class Interval {
  private constructor(
    readonly lower: bigint,
    readonly upper: bigint,
    readonly precision: number,
  ) {}

  /**
   * [lower/2^precision, upper/2^precision].
   *
   * @throws RangeError if lower > upper, or the precision isn't an integer from 0 to `MAX_PRECISION`.
   * @example Interval.of(-1n, 1n, 1) // [-1/2, 1/2]
   */
  static of(lower: bigint, upper: bigint, precision: number): Interval {
    if (!Number.isSafeInteger(precision) || precision < 0 || precision > MAX_PRECISION) {
      throw new RangeError(`an interval of precision ${precision}`);
    }
    if (typeof lower !== "bigint" || typeof upper !== "bigint")
      requireArguments({ integer: { lower, upper } });
    if (lower > upper) throw new RangeError(`an interval from ${lower} to ${upper}`);
    return new Interval(lower, upper, precision);
  }

  /**
   * The narrowest interval of the given precision that contains the rational: a point if its denominator
   * divides 2^precision.
   *
   * @throws RangeError as {@link Interval.of}.
   */
  static enclosing(value: Rational, precision: number): Interval {
    requireArguments({ rational: { value } });
    return Interval.between(value, value, precision);
  }

  /**
   * The narrowest interval of the given precision that contains two rationals and all numbers between them.
   *
   * @throws RangeError as {@link Interval.of}.
   */
  static between(from: Rational, to: Rational, precision: number): Interval {
    requireArguments({ rational: { from, to } });
    const one = Interval.of(1n, 1n, precision);
    const scale = BigInt(one.precision);
    return Interval.of(
      floorOfQuotient((from.s * from.n) << scale, from.d),
      ceilingOfQuotient((to.s * to.n) << scale, to.d),
      precision,
    );
  }

  /**
   * The sum of intervals; the point 0 if there are none.
   *
   * @throws RangeError if an interval has another precision than the one given.
   */
  static sum(terms: readonly Interval[], precision: number): Interval {
    requireArguments({ "interval[]": { terms } });
    return terms.reduce((total, term) => total.plus(term), Interval.of(0n, 0n, precision));
  }

  /** The narrowest interval that contains both. @throws RangeError if the precisions differ. */
  hull(other: Interval): Interval {
    this.requireSamePrecision(other);
    const lower = this.lower < other.lower ? this.lower : other.lower;
    const upper = this.upper > other.upper ? this.upper : other.upper;
    return new Interval(lower, upper, this.precision);
  }

  /** The intersection; undefined if it is empty. @throws RangeError if the precisions differ. */
  intersection(other: Interval): Interval | undefined {
    this.requireSamePrecision(other);
    const lower = this.lower > other.lower ? this.lower : other.lower;
    const upper = this.upper < other.upper ? this.upper : other.upper;
    return lower > upper ? undefined : new Interval(lower, upper, this.precision);
  }

  /** The sum, without rounding. @throws RangeError if the precisions differ. */
  plus(other: Interval): Interval {
    this.requireSamePrecision(other);
    return new Interval(this.lower + other.lower, this.upper + other.upper, this.precision);
  }

  /** The negative, without rounding. */
  negated(): Interval {
    return new Interval(-this.upper, -this.lower, this.precision);
  }

  /** The difference, without rounding. @throws RangeError if the precisions differ. */
  minus(other: Interval): Interval {
    this.requireSamePrecision(other);
    return new Interval(this.lower - other.upper, this.upper - other.lower, this.precision);
  }

  /** The product. @throws RangeError if the precisions differ. */
  times(other: Interval): Interval {
    this.requireSamePrecision(other);
    const [least, most] = extremeProducts(this, other);
    const scale = BigInt(this.precision);
    return new Interval(least >> scale, -(-most >> scale), this.precision);
  }

  /**
   * The quotient.
   *
   * @throws RangeError if the divisor contains 0, or the precisions differ.
   */
  dividedBy(other: Interval): Interval {
    this.requireSamePrecision(other);
    if (other.lower <= 0n && other.upper >= 0n) throw new RangeError("division by an interval that holds 0");
    if (other.upper < 0n) return this.negated().dividedBy(other.negated());
    const scale = BigInt(this.precision);
    return new Interval(
      floorOfQuotient(this.lower << scale, this.lower < 0n ? other.lower : other.upper),
      ceilingOfQuotient(this.upper << scale, this.upper < 0n ? other.upper : other.lower),
      this.precision,
    );
  }

  /**
   * The interval of all x^n, rounded once; an even power has no negative lower end.
   *
   * @throws RangeError unless n is a nonnegative safe integer.
   */
  power(exponent: number): Interval {
    if (!Number.isSafeInteger(exponent) || exponent < 0)
      throw new RangeError(`a power of exponent ${exponent}`);
    const scale = BigInt(this.precision);
    if (exponent === 0) return new Interval(1n << scale, 1n << scale, this.precision);
    const [n, shift] = [BigInt(exponent), scale * BigInt(exponent - 1)];
    const even = exponent % 2 === 0;
    const [least, most] = even ? extremeSizes(this) : [this.lower, this.upper];
    return new Interval((least ** n) >> shift, -(-(most ** n) >> shift), this.precision);
  }

  /** The interval of all |x|. */
  absolute(): Interval {
    return new Interval(...extremeSizes(this), this.precision);
  }

  /** The interval multiplied by 2^exponent; the exponent may be negative. */
  scaled(exponent: number): Interval {
    if (!Number.isSafeInteger(exponent)) throw new RangeError(`the exponent is ${exponent}`);
    const shift = BigInt(exponent);
    return new Interval(this.lower << shift, -(-this.upper << shift), this.precision);
  }

  /**
   * The same interval at another precision, rounded outwards if that is lower.
   *
   * @throws RangeError as {@link Interval.of}.
   */
  atPrecision(precision: number): Interval {
    if (!Number.isSafeInteger(precision) || precision < 0) requireArguments({ size: { precision } });
    const shift = BigInt(precision - this.precision);
    return Interval.of(this.lower << shift, -(-this.upper << shift), precision);
  }

  /** Whether the rational lies in it. */
  contains(value: Rational): boolean {
    requireArguments({ rational: { value } });
    const scaled = (value.s * value.n) << BigInt(this.precision);
    return this.lower * value.d <= scaled && scaled <= this.upper * value.d;
  }

  /** Whether the other interval, of any precision, lies in this one. */
  includes(other: Interval): boolean {
    requireArguments({ interval: { other } });
    return this.contains(other.lowerEnd) && this.contains(other.upperEnd);
  }

  /** Whether the other interval, of any precision, lies in the interior of this one. */
  includesInside(other: Interval): boolean {
    requireArguments({ interval: { other } });
    return this.lowerEnd.compare(other.lowerEnd) < 0 && other.upperEnd.compare(this.upperEnd) < 0;
  }

  /** The common sign of all numbers in it; undefined if their signs differ. */
  get sign(): -1 | 0 | 1 | undefined {
    if (this.lower > 0n) return 1;
    if (this.upper < 0n) return -1;
    return this.lower === 0n && this.upper === 0n ? 0 : undefined;
  }

  /**
   * −1 if this interval lies below the other, 1 if it lies above, in both cases with no common point; 0 if
   * both are the same point; undefined otherwise.
   *
   * @throws RangeError if the precisions differ.
   */
  compare(other: Interval): -1 | 0 | 1 | undefined {
    return this.minus(other).sign;
  }

  get lowerEnd(): Rational {
    return rational(this.lower, 1n << BigInt(this.precision));
  }

  get upperEnd(): Rational {
    return rational(this.upper, 1n << BigInt(this.precision));
  }

  /** The point halfway between the ends. */
  get midpoint(): Rational {
    return rational(this.lower + this.upper, 2n << BigInt(this.precision));
  }

  /** The distance between the ends. */
  get width(): Rational {
    return rational(this.upper - this.lower, 1n << BigInt(this.precision));
  }

  /** The largest |x|: a bound on the size of the number enclosed. */
  get magnitude(): Rational {
    return rational(extremeSizes(this)[1], 1n << BigInt(this.precision));
  }

  /** Its ends as rationals, as "[5/16, 3/8]". */
  toString(): string {
    return `[${this.toJSON().join(", ")}]`;
  }

  /** Its form in JSON: both ends as "p/q" or "p". */
  toJSON(): readonly [lower: string, upper: string] {
    return [formatRational(this.lowerEnd), formatRational(this.upperEnd)];
  }

  private requireSamePrecision(other: Interval): void {
    if (other instanceof Interval && this.precision === other.precision) return;
    requireArguments({ interval: { other } });
    throw new RangeError(`intervals of precisions ${this.precision} and ${other.precision}`);
  }
}
