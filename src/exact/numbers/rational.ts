import { requireArguments } from "../plainJavaScript.js";
import Fraction from "fraction.js";
import { InputError } from "../inputError.js";
import { gcd, magnitude } from "./integer.js";

/**
 * The rational of the public interface: `fraction.js`, built from BigInts or "p/q" strings only. fraction.js
 * approximates JavaScript numbers (`new Fraction(1e-9)` is 0), so no number ever reaches it. equiloss gives
 * the class a form in JSON, as {@link formatRational} writes it; its own text is a decimal, such as "0.(3)".
 *
 * @example rational(1n, 2n).add(rational(1n, 3n)).toFraction() === "5/6"
 */
export type Rational = Fraction;

// Without this JSON.stringify would end at the BigInts of a fraction.
Object.defineProperty(Fraction.prototype, "toJSON", {
  // The program may be loaded twice in one process, as two versions of it.
  configurable: true,
  value(this: Fraction) {
    return formatRational(this);
  },
});

/** The largest number of digits in a numerator or denominator that is read as text. */
export const MAX_DIGITS = 10_000;

const GRAMMAR = /^-?[0-9]+(?:\/[0-9]+)?$/;

/**
 * The rational `numerator / denominator`.
 *
 * @param denominator any integer except 0; 1 if left out.
 * @throws InputError if the denominator is 0.
 * @example rational(6n, -4n).toFraction() === "-3/2"
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (typeof numerator !== "bigint" || typeof denominator !== "bigint")
    requireArguments({ integer: { numerator, denominator } });
  if (denominator === 0n) throw new InputError("a rational has denominator 0", "use a nonzero denominator");
  let [n, d] = [magnitude(numerator), magnitude(denominator)];
  const common = d === 1n ? 1n : gcd(n, d);
  if (common !== 1n) [n, d] = [n / common, d / common];
  return fraction(numerator < 0n !== denominator < 0n, n, d);
}

/**
 * The rational of a pair that is in lowest terms already, which saves the time of a greatest common divisor.
 *
 * @param denominator positive, with no factor in common with the numerator.
 * @example rationalInLowestTerms({ numerator: -3n, denominator: 2n }).toFraction() === "-3/2"
 */
export function rationalInLowestTerms({ numerator, denominator }: LowestTerms): Rational {
  return fraction(numerator < 0n, magnitude(numerator), denominator);
}

/** From n ≥ 0 and d > 0 in lowest terms. */
function fraction(isNegative: boolean, n: bigint, d: bigint): Rational {
  // The constructor's own greatest common divisor takes some twenty times as long where the denominator is a
  // large power of 2.
  const made = new Fraction(0n, 1n);
  if (isNegative && n !== 0n) made.s = -1n;
  made.n = n;
  made.d = d;
  return made;
}

/**
 * A pair p/q in lowest terms with q > 0, as read from text.
 *
 * @example RationalVector.fromLowestTerms([{ numerator: 1n, denominator: 2n }]).key === "1/2"
 */
export interface LowestTerms {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads `p` or `p/q`: decimal digits, an optional leading minus, nothing else. A fraction that isn't in
 * lowest terms is reduced.
 *
 * @throws InputError on any other text, on denominator 0, and beyond `MAX_DIGITS` digits.
 * @example parseLowestTerms("6/-4") // throws; parseLowestTerms("6/4") is 3/2
 */
export function parseLowestTerms(text: string): LowestTerms {
  if (text.length > 2 * MAX_DIGITS + 2) throw tooLong(text);
  if (!GRAMMAR.test(text)) {
    throw new InputError(
      `${JSON.stringify(shorten(text))} is not a rational`,
      'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    );
  }
  const slash = text.indexOf("/");
  const upper = slash < 0 ? text : text.slice(0, slash);
  const digits = text.startsWith("-") ? upper.length - 1 : upper.length;
  if (digits > MAX_DIGITS || text.length - upper.length > MAX_DIGITS + 1) throw tooLong(text);
  const numerator = BigInt(upper);
  if (slash < 0) return { numerator, denominator: 1n };
  const denominator = BigInt(text.slice(slash + 1));
  if (denominator === 0n) {
    throw new InputError(`${JSON.stringify(shorten(text))} has denominator 0`, "use a nonzero denominator");
  }
  const common = gcd(numerator, denominator);
  return common === 1n
    ? { numerator, denominator }
    : { numerator: numerator / common, denominator: denominator / common };
}

/**
 * The rational written as `p` or `p/q`, as `parseLowestTerms` reads it: decimal digits, an optional
 * leading minus, nothing else.
 *
 * @throws InputError on any other text, on denominator 0, and beyond `MAX_DIGITS` digits.
 * @example formatRational(parseRational("-6/4")) === "-3/2"
 */
export function parseRational(text: string): Rational {
  requireArguments({ text: { text } });
  const { numerator, denominator } = parseLowestTerms(text);
  return rational(numerator, denominator);
}

/**
 * "p/q" in lowest terms, "p" for an integer: the form every file and JSON output uses.
 *
 * @example formatRational(rational(6n, 4n)) === "3/2"
 */
export function formatRational(value: Rational): string {
  requireArguments({ rational: { value } });
  const numerator = value.s * value.n;
  return value.d === 1n ? numerator.toString() : `${numerator.toString()}/${value.d.toString()}`;
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}

function tooLong(text: string): InputError {
  return new InputError(
    `a rational of ${text.length} characters (${JSON.stringify(shorten(text))}) ` +
      `passes the cap of ${MAX_DIGITS} digits`,
    "round the weight to fewer digits; a double needs at most 324",
  );
}
