import { requireArguments } from "../plainJavaScript.js";
import { noEntry } from "../entry.js";
import { doubleCoordinates } from "./doubleCoordinates.js";
import { dyadicCoordinates } from "./dyadicCoordinates.js";
import { commonDenominator, gcd, lcm } from "../numbers/integer.js";
import {
  type LowestTerms,
  type Rational,
  parseLowestTerms,
  rational,
  rationalInLowestTerms,
} from "../numbers/rational.js";

/**
 * A vector over Q as integers over one positive common denominator with no common factor, so that equal
 * vectors have equal fields. A network of 10^5 units has millions of weights: on this form sums and
 * comparisons cost one BigInt operation each, while one fraction for each weight would cost a gcd.
 *
 * @example RationalVector.parse("1/2", "-1/3").plus(RationalVector.parse("1/2", "1/3")).key === "1,0"
 */
export class RationalVector {
  /**
   * The coordinates as written in files, once they are computed. The field is private to the language, so
   * that a comparison of fields doesn't see it.
   */
  #texts: readonly string[] | undefined;

  private constructor(
    readonly numerators: readonly bigint[],
    readonly denominator: bigint,
  ) {}

  /**
   * The vector `numerators / denominator`, brought to lowest terms.
   *
   * @param denominator any integer but 0.
   * @throws RangeError if the denominator is 0.
   * @example RationalVector.of([2n, 4n], 6n) // (1/3, 2/3)
   */
  static of(numerators: readonly bigint[], denominator = 1n): RationalVector {
    const isExact = Array.isArray(numerators) && numerators.every((entry) => typeof entry === "bigint");
    if (!isExact || typeof denominator !== "bigint")
      requireArguments({ "integer[]": { numerators }, integer: { denominator } });
    if (denominator === 0n) throw new RangeError("a vector has denominator 0");
    return RationalVector.inLowestTerms(numerators, denominator);
  }

  /** The vector that `of` makes, for integers that a computation gives. */
  private static inLowestTerms(numerators: readonly bigint[], denominator: bigint): RationalVector {
    let common = denominator;
    for (const numerator of numerators) {
      if (common === 1n) break;
      common = gcd(common, numerator);
    }
    // By this rule a vector without coordinates, and the zero vector, have denominator 1.
    if (denominator < 0n !== common < 0n) common = -common;
    if (common === 1n) return new RationalVector(numerators, denominator);
    return new RationalVector(
      numerators.map((numerator) => numerator / common),
      denominator / common,
    );
  }

  /** The vector with the given rational coordinates. */
  static fromRationals(coordinates: readonly Rational[]): RationalVector {
    requireArguments({ "rational[]": { coordinates } });
    return RationalVector.fromLowestTerms(
      coordinates.map((value) => ({ numerator: value.s * value.n, denominator: value.d })),
    );
  }

  /** The vector with coordinates written as "p" or "p/q"; see `parseLowestTerms`. */
  static parse(...coordinates: readonly string[]): RationalVector {
    return RationalVector.fromStrings(coordinates);
  }

  /**
   * The vector with coordinates written as "p" or "p/q", from a list. The vector keeps the list itself, which
   * must not change: copying would be slow for the hundreds of thousands of rows of a file.
   */
  static fromStrings(coordinates: readonly string[]): RationalVector {
    requireArguments({ "text[]": { coordinates } });
    const dyadic = dyadicCoordinates(coordinates);
    if (dyadic === undefined) {
      const lowestTerms = coordinates.map(parseLowestTerms);
      const vector = RationalVector.fromLowestTerms(lowestTerms);
      // These need no further gcd to be written.
      vector.#texts = lowestTerms.map(({ numerator, denominator }) =>
        denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`,
      );
      return vector;
    }
    const vector = new RationalVector(dyadic.numerators, dyadic.denominator);
    // Only coordinates written in lowest terms are read as dyadic, so these are the strings that toStrings
    // would make.
    vector.#texts = coordinates;
    return vector;
  }

  /**
   * The vector of the exact values of doubles, each a fraction over a power of two.
   *
   * @throws InputError if one is infinite or not a number.
   * @example RationalVector.fromDoubles([0.5, -3]).key === "1/2,-3"
   */
  static fromDoubles(doubles: ArrayLike<number>): RationalVector {
    requireArguments({ doubles: { doubles } });
    const { numerators, denominator } = doubleCoordinates(doubles);
    // The denominator is the least, so at least one numerator is odd unless it is 1.
    return new RationalVector(numerators, denominator);
  }

  /**
   * The sum of vectors of one dimension, reduced to lowest terms once at the end.
   *
   * @throws InputError if the sum needs a common denominator beyond `MAX_DENOMINATOR_BITS`.
   * @throws RangeError if the dimensions differ.
   */
  static sum(dimension: number, vectors: readonly RationalVector[]): RationalVector {
    const areVectors = Array.isArray(vectors) && vectors.every((vector) => vector instanceof RationalVector);
    if (!areVectors) requireArguments({ "vector[]": { vectors } });
    requireArguments({ size: { dimension } });
    for (const vector of vectors) {
      if (vector.dimension === dimension) continue;
      throw new RangeError(`vectors of dimensions ${dimension} and ${vector.dimension}`);
    }
    const [first, second] = vectors;
    // In large networks most units share their incoming vector with no other: their outgoing vectors are
    // sums.
    if (first !== undefined && second === undefined) return first;
    const denominator = commonDenominator(vectors.map((vector) => vector.denominator));
    const numerators = new Array<bigint>(dimension).fill(0n);
    for (const vector of vectors) {
      const scale = denominator / vector.denominator;
      vector.numerators.forEach((numerator, index) => {
        numerators[index] = (numerators[index] ?? noEntry(numerators, index)) + numerator * scale;
      });
    }
    return RationalVector.inLowestTerms(numerators, denominator);
  }

  /**
   * The vector with the given coordinates, each in lowest terms.
   *
   * @throws InputError if they need a common denominator beyond `MAX_DENOMINATOR_BITS`.
   */
  static fromLowestTerms(coordinates: readonly LowestTerms[]): RationalVector {
    requireArguments({ "quotient[]": { coordinates } });
    const denominator = commonDenominator(coordinates.map((coordinate) => coordinate.denominator));
    // Over the least common denominator no factor is common to all: the highest power of a prime in the
    // denominator comes from a coordinate whose numerator the prime doesn't divide.
    const numerators = coordinates.map((coordinate) =>
      coordinate.denominator === denominator
        ? coordinate.numerator
        : coordinate.numerator * (denominator / coordinate.denominator),
    );
    return new RationalVector(numerators, denominator);
  }

  /**
   * The columns of a matrix that is given by its rows and has `columns` columns.
   *
   * @throws InputError as {@link sum}.
   */
  static transposed(rows: readonly RationalVector[], columns: number): RationalVector[] {
    requireArguments({ "vector[]": { rows }, size: { columns } });
    const denominator = commonDenominator(rows.map((row) => row.denominator));
    const scaled = rows.map((row) => ({ numerators: row.numerators, scale: denominator / row.denominator }));
    return Array.from({ length: columns }, (_, column) => {
      const entries = scaled.map(
        ({ numerators, scale }) => (numerators[column] ?? noEntry(numerators, column)) * scale,
      );
      return RationalVector.inLowestTerms(entries, denominator);
    });
  }

  /** The zero vector of the given dimension. */
  static zero(dimension: number): RationalVector {
    requireArguments({ size: { dimension } });
    return new RationalVector(new Array<bigint>(dimension).fill(0n), 1n);
  }

  /** Number of coordinates. */
  get dimension(): number {
    return this.numerators.length;
  }

  /** Two vectors have equal keys if and only if they are equal, since lowest terms are unique. */
  get key(): string {
    return this.toStrings().join();
  }

  /** Coordinate `index`, counted from 0. */
  at(index: number): Rational {
    const numerator = this.numerators[index];
    if (numerator === undefined) {
      requireArguments({ number: { index } });
      throw new RangeError(`no coordinate ${index} in dimension ${this.dimension}`);
    }
    return rational(numerator, this.denominator);
  }

  /** The vector of the coordinates from `start` to before `end`, as of a list's `slice`. */
  slice(start: number, end = this.dimension): RationalVector {
    if (start === 0 && end === this.dimension) return this;
    if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end))
      throw new RangeError(`start is ${start}, end is ${end}; give two integers`);
    const part = RationalVector.inLowestTerms(this.numerators.slice(start, end), this.denominator);
    part.#texts = this.#texts?.slice(start, end);
    return part;
  }

  /** The vector of these coordinates, and then those of another. */
  followedBy(other: RationalVector): RationalVector {
    requireArguments({ vector: { other } });
    // Over the least common denominator no factor is common to all, as in `fromLowestTerms`.
    const denominator = lcm(this.denominator, other.denominator);
    const [own, others] = [this, other].map((vector) => {
      const scale = denominator / vector.denominator;
      return scale === 1n ? vector.numerators : vector.numerators.map((numerator) => numerator * scale);
    }) as [readonly bigint[], readonly bigint[]];
    const both = new RationalVector(own.concat(others), denominator);
    if (this.#texts !== undefined) both.#texts = this.#texts.concat(other.toStrings());
    return both;
  }

  /** All coordinates, as the rationals of the public interface. */
  toRationals(): Rational[] {
    const [numerator] = this.numerators;
    // A single coordinate is in lowest terms, as the vector is.
    if (numerator !== undefined && this.dimension === 1)
      return [rationalInLowestTerms({ numerator, denominator: this.denominator })];
    return this.numerators.map((numerator) => rational(numerator, this.denominator));
  }

  /** All coordinates as "p/q" in lowest terms, "p" for an integer. */
  toStrings(): readonly string[] {
    this.#texts ??= this.numerators.map((numerator) => spelled(numerator, this.denominator));
    return this.#texts;
  }

  /**
   * What {@link toStrings} gives, with the texts of another vector where coordinates are equal: if most are,
   * that saves most of the time.
   *
   * @example RationalVector.parse("1/2").toStringsAfter(RationalVector.parse("1/2")) // ["1/2"]
   */
  toStringsAfter(other: RationalVector): readonly string[] {
    requireArguments({ vector: { other } });
    if (this.denominator !== other.denominator) return this.toStrings();
    const texts = other.toStrings();
    this.#texts ??= this.numerators.map((numerator, index) => {
      const text = texts[index];
      const isSame = text !== undefined && numerator === other.numerators[index];
      return isSame ? text : spelled(numerator, this.denominator);
    });
    return this.#texts;
  }

  /** Its coordinates in parentheses, as "(1/2, 3)". */
  toString(): string {
    return `(${this.toStrings().join(", ")})`;
  }

  /** Its form in JSON and in network files: all coordinates as "p/q" or "p". */
  toJSON(): readonly string[] {
    return this.toStrings();
  }

  isZero(): boolean {
    return this.numerators.every((numerator) => numerator === 0n);
  }

  equals(other: RationalVector): boolean {
    if (this === other) return true;
    if (!(other instanceof RationalVector)) requireArguments({ vector: { other } });
    return (
      this.denominator === other.denominator &&
      this.dimension === other.dimension &&
      this.numerators.every((numerator, index) => numerator === other.numerators[index])
    );
  }

  /** The sum. @throws RangeError if the dimensions differ. */
  plus(other: RationalVector): RationalVector {
    requireSameDimension(this, other);
    const denominator = lcm(this.denominator, other.denominator);
    const left = denominator / this.denominator;
    const right = denominator / other.denominator;
    const { numerators } = other;
    return RationalVector.inLowestTerms(
      this.numerators.map(
        (value, index) => value * left + (numerators[index] ?? noEntry(numerators, index)) * right,
      ),
      denominator,
    );
  }

  /** The vector times a rational. */
  times(factor: Rational): RationalVector {
    requireArguments({ rational: { factor } });
    const scale = factor.s * factor.n;
    return RationalVector.inLowestTerms(
      this.numerators.map((numerator) => numerator * scale),
      this.denominator * factor.d,
    );
  }

  negated(): RationalVector {
    return new RationalVector(
      this.numerators.map((numerator) => -numerator),
      this.denominator,
    );
  }

  minus(other: RationalVector): RationalVector {
    requireArguments({ vector: { other } });
    return this.plus(other.negated());
  }

  /** The inner product. @throws RangeError if the dimensions differ. */
  dot(other: RationalVector): Rational {
    requireSameDimension(this, other);
    const { numerators } = other;
    let sum = 0n;
    this.numerators.forEach((numerator, index) => {
      sum += numerator * (numerators[index] ?? noEntry(numerators, index));
    });
    return rational(sum, this.denominator * other.denominator);
  }
}

function requireSameDimension(left: RationalVector, right: RationalVector): void {
  if (right instanceof RationalVector && left.dimension === right.dimension) return;
  requireArguments({ vector: { other: right } });
  throw new RangeError(`vectors of dimensions ${left.dimension} and ${right.dimension}`);
}

function spelled(numerator: bigint, denominator: bigint): string {
  const common = gcd(numerator, denominator);
  const lower = denominator / common;
  return lower === 1n ? (numerator / common).toString() : `${numerator / common}/${lower}`;
}
