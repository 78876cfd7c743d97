import { entry, noEntry } from "../entry.js";
import { balancedResidue, bitLength } from "../numbers/integer.js";
import { reconstruct } from "./rationalReconstruction.js";

/** The rational vector `numerators / denominator`, not necessarily in lowest terms. */
export interface CommonDenominator {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Bounds on a rational vector over a common denominator: numerators below 2^numerator, and so on. */
export interface FractionSize {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Before the digits prove a fraction, it counts as a guess only if it is this many bits shorter than they
 * are.
 */
const SLACK = 24;

/** Weights of the coordinates in the test combination: numbers up to 16 without a pattern. */
const weight = (index: number): number => 1 + ((index * index * 5 + index * 3) % 16);

/**
 * The first digits of a p-adic vector, read as fractions.
 *
 * A residue determines a fraction n/d within `size` as soon as 2·|n|·d stays below the modulus. So if the
 * reading is {@link complete}, it gives the vector itself; before that it gives a guess.
 */
export class DigitReading {
  private readonly modulus: bigint;
  /** Bounds for the numerators and denominators, as powers of two. */
  private readonly numeratorBound: bigint;
  private readonly denominatorBound: bigint;
  private readonly numeratorBits: number;
  private readonly dimension: number;
  /** base^(2^i). */
  private readonly powers: bigint[];
  /** Whether the digits determine every vector within the size. */
  readonly complete: boolean;

  /**
   * @param digits vectors of one dimension, one for each power of the base, at least one.
   * @throws RangeError if there are no digits.
   */
  constructor(
    private readonly digits: readonly Float64Array[],
    private readonly base: bigint,
    size: FractionSize,
  ) {
    this.modulus = base ** BigInt(digits.length);
    this.powers = [base];
    this.dimension = entry(digits, 0).length;
    const bits = bitLength(this.modulus) - 1;
    this.complete = bits >= DigitReading.bitsFor(size, this.dimension);
    const room = Math.max(0, bits - 1 - SLACK);
    const excess = size.numerator + weightBits(this.dimension) - size.denominator;
    const denominatorBits = Math.max(0, Math.min(room, (room - excess) >> 1));
    this.numeratorBits = room - denominatorBits;
    this.numeratorBound = 1n << BigInt(this.numeratorBits);
    this.denominatorBound = 1n << BigInt(denominatorBits);
  }

  /** Length of a modulus that makes a reading complete. */
  static bitsFor(size: FractionSize, dimension: number): number {
    return size.numerator + weightBits(dimension) + size.denominator + 2 + SLACK;
  }

  /** Denominator of the test combination of the coordinates; `undefined` if none is short enough. */
  testDenominator(): bigint | undefined {
    const sums = this.digits.map((digit) => {
      let sum = 0;
      for (let index = 0; index < digit.length; index++) {
        sum += weight(index) * (digit[index] ?? noEntry(digit, index));
      }
      return BigInt(sum);
    });
    const { denominator } = reconstruct(this.join(sums, 0), this.modulus, this.numeratorBound);
    return denominator <= this.denominatorBound ? denominator : undefined;
  }

  /**
   * The vector, by a divisor of its denominator; `undefined` if no vector that is short enough has these
   * digits.
   *
   * Once most of the denominator is known, a numerator needs only half the digits; a few more digits show
   * whether the guess is right.
   */
  solution(divisor: bigint): CommonDenominator | undefined {
    const short = this.complete ? this.digits.length : this.digitsFor(this.numeratorBits + SLACK + 8);
    const shortModulus = this.base ** BigInt(short);
    const numerators: bigint[] = [];
    let denominator = divisor;
    for (let index = 0; index < this.dimension; index++) {
      let numerator = balancedResidue(this.coordinate(index, short) * denominator, shortModulus);
      if (numerator > this.numeratorBound || -numerator > this.numeratorBound) {
        const residue = this.coordinate(index, this.digits.length) * denominator;
        const fraction = reconstruct(residue, this.modulus, this.numeratorBound);
        denominator *= fraction.denominator;
        if (denominator > this.denominatorBound) return undefined;
        for (let before = 0; before < index; before++) {
          numerators[before] = entry(numerators, before) * fraction.denominator;
        }
        numerator = fraction.numerator;
      }
      numerators.push(numerator);
    }
    return { numerators, denominator };
  }

  /** As many digits as it takes for their modulus to have that many bits; all digits if there are fewer. */
  private digitsFor(bits: number): number {
    const each = bitLength(this.base) - 1;
    let count = 1;
    while (count < this.digits.length && count * each < bits) count++;
    return count;
  }

  /** Σ base^k · digit k of one coordinate, over the first `count` digits. */
  private coordinate(index: number, count: number): bigint {
    const base = Number(this.base);
    const pairs: bigint[] = [];
    // Two digits fit in a double: base · base/2 is below 2^47.
    for (let k = 0; k < count; k += 2) {
      const high = k + 1 < count ? this.digit(k + 1, index) : 0;
      pairs.push(BigInt(this.digit(k, index) + base * high));
    }
    return this.join(pairs, 1);
  }

  private digit(k: number, index: number): number {
    const digit = this.digits[k] ?? noEntry(this.digits, k);
    return digit[index] ?? noEntry(digit, index);
  }

  /** Σ base^(2^level · k) · parts[k], halving the list each time. */
  private join(parts: bigint[], level: number): bigint {
    let list = parts;
    for (let at = level; list.length > 1; at++) {
      const power = this.power(at);
      const halved: bigint[] = [];
      for (let k = 0; k < list.length; k += 2) {
        const low = list[k] ?? noEntry(list, k);
        const high = list[k + 1];
        halved.push(high === undefined ? low : low + high * power);
      }
      list = halved;
    }
    return entry(list, 0);
  }

  private power(level: number): bigint {
    for (let count = this.powers.length; count <= level; count++) {
      this.powers.push(entry(this.powers, count - 1) ** 2n);
    }
    return entry(this.powers, level);
  }
}

/** Bits by which the test combination can be longer than a coordinate. */
function weightBits(dimension: number): number {
  return 4 + bitLength(BigInt(dimension));
}
