import { demand } from "./verdict.js";

/**
 * The entry of a list at an index. Where there is none, the certificate is rejected, so that no computation
 * goes on with a number that the file doesn't have. Earlier rules ensure that this never happens.
 */
export function entry<T>(list: readonly T[], index: number): T {
  const value = list[index];
  demand(value !== undefined, "shape", "body", "an index outside a list");
  return value;
}

/** Reads an object that has exactly these keys, which are listed in canonical order. */
export function fields(value: unknown, keys: readonly string[], at: string): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isObject, "shape", at, "not an object");
  const names = Object.keys(value);
  demand(isSame([...names].sort(), keys), "shape", at, `its keys must be ${keys.join(" ")}`);
  demand(isSame(names, keys), "canonical", at, `its keys must be in order: ${keys.join(" ")}`);
  return { ...value };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((key, index) => key === right[index]);
}

/** Reads a list, entry by entry. `read` gets the value, its place in the file and its index. */
export function list<T>(
  value: unknown,
  at: string,
  read: (value: unknown, at: string, index: number) => T,
): T[] {
  demand(Array.isArray(value), "shape", at, "not a list");
  return value.map((one, index) => read(one, `${at}[${index}]`, index));
}

/** Rows that were read. Those that a change leaves as they are come again and again. */
const ROWS = new WeakMap<object, Rational[]>();

export function rationals(value: unknown, at: string): Rational[] {
  const known = Array.isArray(value) ? ROWS.get(value) : undefined;
  if (known !== undefined) return known;
  const row = list(value, at, rational);
  if (Array.isArray(value)) ROWS.set(value, row);
  return row;
}

/** Reads a list of rows; they may be of any length. */
export function rows(value: unknown, at: string): Rational[][] {
  return list(value, at, rationals);
}

export function integer(value: unknown, at: string): number {
  demand(typeof value === "number" && Number.isSafeInteger(value), "shape", at, "not a safe integer");
  return value;
}

/** A rational number n/d in lowest terms, d > 0. */
export type Rational = Readonly<Record<"n" | "d", bigint>>;

export const ZERO: Rational = { n: 0n, d: 1n };

/** The spelling of a rational: numerators and denominators have at most 4096 digits, and no leading zero. */
const LIMIT = 10n ** 4096n;
const POSITIVE = "[1-9][0-9]{0,4095}";
const GRAMMAR = new RegExp(`^(0|-?${POSITIVE})(/${POSITIVE})?$`);

/** Reads "p" or "p/q" with q > 1 and no common factor, so that a value has one spelling. */
export function rational(value: unknown, at: string): Rational {
  demand(typeof value === "string", "shape", at, "a rational is written as a string");
  demand(GRAMMAR.test(value), "rational", at, "not p or p/q, each of at most 4096 digits");
  const slash = value.indexOf("/");
  if (slash === -1) return { n: BigInt(value), d: 1n };
  const n = BigInt(value.slice(0, slash));
  const d = BigInt(value.slice(slash + 1));
  demand(d > 1n && greatestCommonDivisor(n, d) === 1n, "rational", at, "not in lowest terms");
  return { n, d };
}

export function sum(x: Rational, y: Rational): Rational {
  return ratio(x.n * y.d + y.n * x.d, x.d * y.d);
}

/**
 * upper/lower in lowest terms, lower ≠ 0. The limit keeps numbers from growing far beyond those of the file.
 */
export function ratio(upper: bigint, lower: bigint): Rational {
  const divisor = lower === 1n ? 1n : greatestCommonDivisor(upper, lower);
  const signed = lower < 0n ? -divisor : divisor;
  const n = upper / signed;
  const d = lower / signed;
  const isShort = -LIMIT < n && n < LIMIT && d < LIMIT;
  demand(isShort, "rational", "body", "a number passes 4096 digits");
  return { n, d };
}

/** A matrix over one denominator: its entries are those of `rows`, divided by d. */
export type Whole = Readonly<{ rows: readonly (readonly bigint[])[]; d: bigint }>;

/** A matrix over the least common denominator of its entries. */
export function whole(matrix: readonly (readonly Rational[])[]): Whole {
  const entries = matrix.flat();
  const d = entries.reduce((common, x) => leastCommonMultiple(common, x.d), 1n);
  const length = entries.length * hexadecimals(d);
  demand(length <= 2 ** 27, "size", "body", "too long over a common denominator");
  return { rows: matrix.map((row) => row.map((x) => x.n * (d / x.d))), d };
}

/** The number of hexadecimal digits, and a sign if there is one. */
export function hexadecimals(n: bigint): number {
  return n.toString(16).length;
}

/**
 * The least common multiple of positive numbers. `ratio` limits a over the greatest common divisor to 4096
 * digits.
 */
function leastCommonMultiple(a: bigint, b: bigint): bigint {
  if (a % b === 0n) return a;
  return ratio(a, b).n * b;
}

function greatestCommonDivisor(n: bigint, m: bigint): bigint {
  let a = n < 0n ? -n : n;
  let b = m < 0n ? -m : m;
  while (b > 0n) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}
