import { demand } from "./verdict.js";

/** The members of an object that has exactly the given keys, which are listed in canonical order. */
export function fields(value: unknown, keys: string, at: string): Record<string, unknown> {
  demand(typeof value === "object" && value !== null && !Array.isArray(value), "shape", at, "not an object");
  const [given, wanted] = [Object.keys(value), JSON.stringify(keys.split(" "))];
  demand(JSON.stringify([...given].sort()) === wanted, "shape", at, `its keys must be ${keys}`);
  demand(JSON.stringify(given) === wanted, "canonical", at, `its keys must be in order: ${keys}`);
  return value as Record<string, unknown>;
}

/** Reads a list, entry by entry. */
export function list<T>(value: unknown, at: string, read: (entry: unknown, at: string) => T): T[] {
  demand(Array.isArray(value), "shape", at, "not a list");
  return value.map((entry, index) => read(entry, `${at}[${index}]`));
}

/** Reads a matrix of rationals, row by row; the rows may be of any length. */
export function rows(value: unknown, at: string): Rational[][] {
  return list(value, at, (row, place) => list(row, place, rational));
}

export function integer(value: unknown, at: string): number {
  demand(typeof value === "number" && Number.isSafeInteger(value), "shape", at, "not a safe integer");
  return value;
}

/** n/d in lowest terms, d > 0. */
export type Rational = Readonly<Record<"n" | "d", bigint>>;
export const ZERO: Rational = { n: 0n, d: 1n };

const LIMIT = 10n ** 4096n;
const GRAMMAR = /^(0|-?[1-9][0-9]{0,4095})(?:\/([1-9][0-9]{0,4095}))?$/;

/** Reads "p" or "p/q" with q > 1 and no common factor, so that a value has one spelling. */
export function rational(value: unknown, at: string): Rational {
  demand(typeof value === "string", "shape", at, "a rational is written as a string");
  const [, upper = "", lower] = GRAMMAR.exec(value) ?? [];
  demand(upper !== "", "rational", at, "not p or p/q, each of at most 4096 digits");
  const [n, d] = [BigInt(upper), BigInt(lower ?? "1")];
  demand(lower === undefined || (d > 1n && gcd(n, d) === 1n), "rational", at, "not in lowest terms");
  return { n, d };
}

export function sum(x: Rational, y: Rational): Rational {
  return ratio(x.n * y.d + y.n * x.d, x.d * y.d);
}

/** The cap keeps a file's numbers from growing beyond all that it holds. */
export function ratio(upper: bigint, lower: bigint): Rational {
  const common = lower === 1n ? 1n : gcd(upper, lower) * (lower < 0n ? -1n : 1n);
  const [n, d] = [upper / common, lower / common];
  demand(n < LIMIT && -n < LIMIT && d < LIMIT, "rational", "body", "a number passes 4096 digits");
  return { n, d };
}

/** A matrix over the least common denominator of its entries. */
export function whole(matrix: readonly (readonly Rational[])[]): { rows: bigint[][]; d: bigint } {
  const all = matrix.flat();
  const d = all.reduce((common, x) => (common % x.d === 0n ? common : ratio(common, x.d).n * x.d), 1n);
  demand(all.length * d.toString(16).length <= 2 ** 27, "size", "body", "too long over a common denominator");
  return { rows: matrix.map((row) => row.map((x) => x.n * (d / x.d))), d };
}

function gcd(n: bigint, m: bigint): bigint {
  let [a, b] = [n < 0n ? -n : n, m < 0n ? -m : m];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
