import { demand } from "./verdict.js";

/** n/d in lowest terms, d > 0. */
export type Rational = Readonly<Record<"n" | "d", bigint>>;

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

/** The cap on the result keeps a file's sums from growing beyond all its own numbers. */
export function sum(x: Rational, y: Rational): Rational {
  const [n, d] = [x.n * y.d + y.n * x.d, x.d * y.d];
  const common = d === 1n ? 1n : gcd(n, d);
  const value = { n: n / common, d: d / common };
  const small = value.n < LIMIT && -value.n < LIMIT && value.d < LIMIT;
  demand(small, "rational", "body", "a sum passes 4096 digits");
  return value;
}

function gcd(n: bigint, d: bigint): bigint {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
