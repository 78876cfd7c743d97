/**
 * Doubles as numerators over a power of two. All JavaScript numbers here are doubles of a file, or safe
 * integers, and the only arithmetic on doubles multiplies them by a power of two up to 2^1023, which changes
 * the exponent alone: it is exact unless the product overflows, and a check excludes that.
 */
import { InputError } from "../inputError.js";
import { noEntry } from "../entry.js";
import { doubleValue } from "../numbers/doubleValue.js";
import type { DyadicCoordinates } from "./dyadicCoordinates.js";

/** The exponent field of a double at least 2^−1022; infinities and what is no number have the largest. */
const LEAST_FIELD = 1;
const NO_NUMBER = 0x7ff;

/** The lowest bit of a double with exponent field e stands for 2^(e − 1075). */
const BIAS = 1075;

/** 2^0, …, 2^1023. */
const POWERS = Array.from({ length: 1024 }, (_, exponent) => Number(1n << BigInt(exponent)));

/** A double is below 2^(field − 1022), and its product with 2^k below 2^1024 if field + k is at most this. */
const NO_OVERFLOW = 2046;

const scratch = new DataView(new ArrayBuffer(8));

/**
 * The exact values of doubles over their least common denominator, 2^0 to 2^1074.
 *
 * @throws InputError if one is infinite or not a number.
 * @example doubleCoordinates([0.5, -0.375]) // { numerators: [4n, -3n], denominator: 8n }
 */
export function doubleCoordinates(doubles: ArrayLike<number>): DyadicCoordinates {
  let [places, largestField] = [0, 0];
  for (let index = 0; index < doubles.length; index++) {
    scratch.setFloat64(0, doubles[index] ?? noEntry(doubles, index));
    const field = (scratch.getUint32(0) >>> 20) & NO_NUMBER;
    if (field > largestField) largestField = field;
    places = Math.max(places, binaryPlaces(field, scratch.getUint32(0), scratch.getUint32(4)));
  }
  if (largestField === NO_NUMBER) throw notFinite(doubles);
  const denominator = 1n << BigInt(places);
  const power = POWERS[places];
  const numerators =
    power !== undefined && largestField + places <= NO_OVERFLOW
      ? Array.from(doubles, (double) => BigInt(double * power))
      : Array.from(doubles, (double) => overDenominator(double, denominator));
  return { numerators, denominator };
}

/** How many binary digits a double has after the point, by its exponent field and its two halves. */
function binaryPlaces(field: number, upper: number, lower: number): number {
  const isNormal = field >= LEAST_FIELD;
  const fraction = upper & 0xfffff;
  if (!isNormal && fraction === 0 && lower === 0) return 0;
  const zeros = lower !== 0 ? zerosBelow(lower) : 32 + zerosBelow(isNormal ? fraction + 0x100000 : fraction);
  return BIAS - Math.max(field, LEAST_FIELD) - zeros;
}

/** The number of zero bits below the lowest one. */
function zerosBelow(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** The numerator of a double over a denominator that its own divides. */
function overDenominator(double: number, denominator: bigint): bigint {
  const value = doubleValue(double);
  return value.s * value.n * (denominator / value.d);
}

function notFinite(doubles: ArrayLike<number>): InputError {
  const index = Array.from(doubles).findIndex((double) => !Number.isFinite(double));
  return new InputError(`entry ${index + 1} is ${doubles[index]}, no real number`, "give finite numbers");
}
