import type { LowestTerms } from "../../src/exact/numbers/rational.js";
import type { FoundMatrix, FoundNetwork, FoundNumbers } from "../../src/formats/foundNetwork.js";

/**
 * Networks as formal expressions, at points of a prime field: every activation becomes a polynomial that
 * belongs to its name, so two networks with equal values at random points are equal as expressions but for a
 * chance of about 2^−25. Products of residues are below 2^52, so doubles hold them exactly.
 */
export const PRIME = 67_108_859;

const doubles = new DataView(new ArrayBuffer(8));

export function mod(value: number): number {
  const rest = value % PRIME;
  return rest < 0 ? rest + PRIME : rest;
}

export function times(first: number, second: number): number {
  return (first * second) % PRIME;
}

export function inverse(value: number): number {
  let [result, base, exponent] = [1, mod(value), PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = times(result, base);
    base = times(base, base);
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/** 2^exponent, for any exponent. */
export function powerOfTwo(exponent: number): number {
  let [result, base, rest] = [1, exponent < 0 ? inverse(2) : 2, Math.abs(exponent)];
  while (rest > 0) {
    if (rest % 2 === 1) result = times(result, base);
    base = times(base, base);
    rest = Math.floor(rest / 2);
  }
  return result;
}

export function residueOfInteger(value: bigint): number {
  return mod(Number(value % BigInt(PRIME)));
}

/** ±mantissa·2^exponent by the bits of the double. */
function residueOfDouble(value: number): number {
  doubles.setFloat64(0, value);
  const high = doubles.getUint32(0);
  const field = (high >>> 20) & 0x7ff;
  const mantissa = (high & 0xfffff) * 2 ** 32 + doubles.getUint32(4) + (field === 0 ? 0 : 2 ** 52);
  const size = times(mod(mantissa), powerOfTwo((field === 0 ? 1 : field) - 1075));
  return high >>> 31 === 1 ? mod(-size) : size;
}

function residueOfTerms({ numerator, denominator }: LowestTerms): number {
  return times(residueOfInteger(numerator), inverse(residueOfInteger(denominator)));
}

export function residuesOf(numbers: FoundNumbers): number[] {
  return numbers.type === "rational"
    ? numbers.values.map(residueOfTerms)
    : Array.from(numbers.values, residueOfDouble);
}

/** z² + z·k + k in the place of an activation, with a k for each name; "linear" is the identity. */
export function activationAt(name: string, z: number): number {
  if (name === "linear") return z;
  let key = 7;
  for (const character of name) key = mod(key * 131 + character.charCodeAt(0));
  return mod(times(z, z) + times(key, z) + key);
}

/** What a found network computes of residues. */
export function valuesAt(found: FoundNetwork, input: readonly number[]): number[] {
  let values = mapped(input, found.before);
  for (const { weights, bias, activation } of found.layers) {
    const sums = product(weights, values);
    const added =
      bias === undefined ? sums : residuesOf(bias).map((value, row) => mod(value + at(sums, row)));
    if (activation === undefined) throw new Error("an activation that the file doesn't name");
    values = added.map((value) => activationAt(activation, value));
  }
  return mapped(values, found.after);
}

function product({ rows, columns, entries }: FoundMatrix, values: readonly number[]): number[] {
  if (values.length !== columns) throw new Error(`${values.length} values for ${columns} columns`);
  const weights = residuesOf(entries);
  return Array.from({ length: rows }, (_, row) =>
    values.reduce((sum, value, column) => mod(sum + times(value, at(weights, row * columns + column))), 0),
  );
}

function mapped(values: readonly number[], map: FoundNetwork["before"]): number[] {
  if (map === undefined) return [...values];
  const [scale, shift] = [map.scale.map(residueOfTerms), map.shift.map(residueOfTerms)];
  if (scale.length !== values.length || shift.length !== values.length)
    throw new Error("a map of another width");
  return values.map((value, index) => mod(times(value, at(scale, index)) + at(shift, index)));
}

export function at(values: readonly number[], index: number): number {
  const value = values[index];
  if (value === undefined) throw new Error(`no value ${index} of ${values.length}`);
  return value;
}

/** Residues that look like random ones. */
export function somePoint(length: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length }, () => (state = mod(times(state + 12_345, 48_271) + 1)));
}
