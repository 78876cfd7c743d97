import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TaylorCoefficients, quotientTaylor } from "./quotientTaylor.js";

/**
 * An activation function σ = P/Q over Q: a polynomial, or a quotient of two, which is smooth where Q ≠ 0. The
 * paper's activations are transcendental. Statements about every C² activation can be checked exactly on
 * these.
 *
 * @example polynomialActivation([rational(0n), rational(1n)]).name === "poly:0,1"
 */
export interface Activation {
  /** The activation's text, as {@link parseActivation} reads it. */
  readonly name: string;
  readonly kind: "polynomial" | "rational";
  /** Coefficients of P, constant term first, without zeros at the end; [0] for the zero polynomial. */
  readonly numerator: readonly Rational[];
  /** Coefficients of Q, constant term first, without zeros at the end; [1] for a polynomial. */
  readonly denominator: readonly Rational[];
  /** σ(x), σ'(x) and σ''(x). @throws InputError if Q(x) = 0. */
  jet(x: Rational): readonly [Rational, Rational, Rational];
  /** The derivative of the given order at x; order 0 is σ(x). @throws InputError if Q(x) = 0. */
  derivative(order: number, x: Rational): Rational;
  /**
   * σ(x), σ'(x)/1!, …, σ⁽ᵒʳᵈᵉʳ⁾(x)/order! at x = numerator/denominator, over one positive denominator: the
   * form for long sums, where fractions would cost a gcd each.
   *
   * @throws InputError if Q(x) = 0.
   */
  taylor(numerator: bigint, denominator: bigint, order: number): TaylorCoefficients;
}

/**
 * The polynomial c_0 + c_1 x + … as an activation; the zero polynomial if no coefficients are given.
 *
 * @example formatRational(polynomialActivation([rational(0n), rational(0n), rational(3n)])
 *   .derivative(1, rational(2n))) === "12"
 */
export function polynomialActivation(coefficients: readonly Rational[]): Activation {
  requireArguments({ "rational[]": { coefficients } });
  return rationalActivation(coefficients, [rational(1n)]);
}

/**
 * The quotient P/Q of two polynomials as an activation; a polynomial if Q is constant. Common factors don't
 * cancel: the activation has no value where Q is 0.
 *
 * @param numerator coefficients of P, constant term first.
 * @param denominator coefficients of Q, constant term first.
 * @throws InputError if Q is the zero polynomial.
 * @example formatRational(rationalActivation([rational(1n)], [rational(1n), rational(1n)])
 *   .derivative(2, rational(0n))) === "2"
 */
export function rationalActivation(
  numerator: readonly Rational[],
  denominator: readonly Rational[],
): Activation {
  requireArguments({ "rational[]": { numerator, denominator } });
  const divisor = withoutLeadingZeros(denominator);
  const constant = divisor[0];
  if (constant === undefined) {
    throw new InputError(
      "an activation's denominator is the zero polynomial",
      "give it a nonzero coefficient",
    );
  }
  if (divisor.length > 1) return new Quotient(withoutLeadingZeros(numerator), divisor);
  const quotient = numerator.map((coefficient) => coefficient.div(constant));
  return new Quotient(withoutLeadingZeros(quotient), [rational(1n)]);
}

class Quotient implements Activation {
  readonly name: string;
  readonly kind: "polynomial" | "rational";
  readonly numerator: readonly Rational[];
  /** P and Q times one integer, which cancels. */
  private readonly upper: readonly bigint[];
  private readonly lower: readonly bigint[];

  constructor(
    numerator: readonly Rational[],
    readonly denominator: readonly Rational[],
  ) {
    this.numerator = numerator.length === 0 ? [rational(0n)] : numerator;
    this.kind = denominator.length === 1 ? "polynomial" : "rational";
    const [above, below] = [coefficientsText(this.numerator), coefficientsText(denominator)];
    this.name = this.kind === "polynomial" ? `poly:${above}` : `ratio:${above}:${below}`;
    const { numerators } = RationalVector.fromRationals([...this.numerator, ...denominator]);
    this.upper = numerators.slice(0, this.numerator.length);
    this.lower = numerators.slice(this.numerator.length);
  }

  toString(): string {
    return this.name;
  }

  toJSON(): string {
    return this.name;
  }

  jet(x: Rational): readonly [Rational, Rational, Rational] {
    return [this.derivative(0, x), this.derivative(1, x), this.derivative(2, x)];
  }

  derivative(order: number, x: Rational): Rational {
    if (!Number.isSafeInteger(order) || order < 0) throw new RangeError(`a derivative of order ${order}`);
    const { numerators, denominator } = this.taylor(x.s * x.n, x.d, order);
    let factorial = 1n;
    for (let factor = 2n; factor <= order; factor++) factorial *= factor;
    return rational(entry(numerators, order) * factorial, denominator);
  }

  taylor(numerator: bigint, denominator: bigint, order: number): TaylorCoefficients {
    const coefficients = quotientTaylor(this.upper, this.lower, { numerator, denominator }, order);
    if (coefficients !== undefined) return coefficients;
    throw new InputError(
      `the activation ${this.name} has no value at ${formatRational(rational(numerator, denominator))}`,
      "change the weights or the inputs, or take an activation whose denominator has no rational zero",
    );
  }
}

function coefficientsText(polynomial: readonly Rational[]): string {
  return polynomial.map(formatRational).join();
}

/** The coefficients up to the last that isn't 0. */
function withoutLeadingZeros(coefficients: readonly Rational[]): readonly Rational[] {
  return coefficients.slice(0, coefficients.findLastIndex((coefficient) => coefficient.n !== 0n) + 1);
}
