import { formatRational, parseRational, type Rational, RationalVector } from "../../src/exact/index.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../../src/landscape/activations/activation.js";

/** A vector from its coordinates, as in v("1/2", "-3"). */
export const v = (...coordinates: string[]): RationalVector => RationalVector.parse(...coordinates);

/** Rationals with blanks between them, as in rationals("1 -2/3"); none in an empty text. */
export const rationals = (text: string): Rational[] =>
  text === "" ? [] : text.split(" ").map(parseRational);

/** A polynomial by its coefficients, the constant term first. */
export const polynomial = (coefficients: string): Activation => polynomialActivation(rationals(coefficients));

/** A quotient of polynomials by the coefficients of each. */
export const quotient = (numerator: string, denominator: string): Activation =>
  rationalActivation(rationals(numerator), rationals(denominator));

/** σ(x) = x². */
export const SQUARE = polynomial("0 0 1");
/** σ(x) = (1 + x)/(1 + x²). */
export const SKEW = quotient("1 1", "1 0 1");

/** A matrix of integers by its rows, as in integers("1 2; 0 -1"). */
export const integers = (rows: string): bigint[][] =>
  rows.split("; ").map((row) => row.split(" ").map(BigInt));

/** Rationals as a text, as in "1 -2/3". */
export const shown = (entries: readonly Rational[]): string => entries.map(formatRational).join(" ");

/** The rows of a matrix as a text, as in "1 2; 0 -1". */
export const shownRows = (rows: readonly (readonly Rational[])[]): string => rows.map(shown).join("; ");
