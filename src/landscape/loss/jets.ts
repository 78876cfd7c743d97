import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { product as productOfAny, sum as sumOfAny } from "../../exact/numbers/fieldOperations.js";
import { type Rational, rational, rationalInLowestTerms } from "../../exact/numbers/rational.js";

/**
 * A second-order jet: a function's value, gradient and Hessian at a point of Q^n. Sums, products and
 * quotients of jets are the jets of sums, products and quotients. So a function computed with jets comes with
 * its derivatives (automatic differentiation, forward mode; Griewank and Walther, Evaluating Derivatives,
 * 2008).
 *
 * @example Jet.variable(1, 0, rational(3n)).times(Jet.variable(1, 0, rational(3n))).gradient // [6]
 */
export class Jet {
  private constructor(
    readonly value: Rational,
    readonly gradient: readonly Rational[],
    readonly hessian: readonly (readonly Rational[])[],
  ) {}

  /** A constant on Q^dimension. */
  static constant(dimension: number, value: Rational): Jet {
    return Jet.from(
      dimension,
      value,
      () => ZERO,
      () => ZERO,
    );
  }

  /** Coordinate `index`, counted from 0, where it has the given value. */
  static variable(dimension: number, index: number, value: Rational): Jet {
    return Jet.from(
      dimension,
      value,
      (row) => (row === index ? ONE : ZERO),
      () => ZERO,
    );
  }

  private static from(
    dimension: number,
    value: Rational,
    first: (row: number) => Rational,
    second: (row: number, column: number) => Rational,
  ): Jet {
    const indices = Array.from({ length: dimension }, (_, index) => index);
    // Derivatives may change places, so those up to the diagonal are enough.
    const half = indices.map((row) => indices.slice(0, row + 1).map((column) => second(row, column)));
    const hessian = indices.map((row) =>
      indices.map((column) => entry(entry(half, Math.max(row, column)), Math.min(row, column))),
    );
    return new Jet(value, indices.map(first), hessian);
  }

  /** The sum. */
  plus(other: Jet): Jet {
    return Jet.from(
      this.gradient.length,
      sum(this.value, other.value),
      (row) => sum(this.first(row), other.first(row)),
      (row, column) => sum(this.second(row, column), other.second(row, column)),
    );
  }

  /** The product, by Leibniz's rule. */
  times(other: Jet): Jet {
    return Jet.from(
      this.gradient.length,
      product(this.value, other.value),
      (row) => sum(product(this.first(row), other.value), product(this.value, other.first(row))),
      (row, column) =>
        [
          product(this.first(row), other.first(column)),
          product(this.first(column), other.first(row)),
          product(this.value, other.second(row, column)),
        ].reduce(sum, product(this.second(row, column), other.value)),
    );
  }

  /** The jet times a rational. */
  scaled(factor: Rational): Jet {
    return Jet.from(
      this.gradient.length,
      product(this.value, factor),
      (row) => product(this.first(row), factor),
      (row, column) => product(this.second(row, column), factor),
    );
  }

  /**
   * The quotient u = this/other, solved from this = u·other order by order.
   *
   * @throws InputError if the divisor has value 0.
   */
  over(other: Jet): Jet {
    const divisor = other.value;
    if (divisor.n === 0n) throw new InputError("a jet is divided by a jet of value 0", "move the point");
    const value = this.value.div(divisor);
    const [inverse, minus] = [divisor.inverse(), negative(value)];
    const first = this.gradient.map((derivative, row) =>
      product(sum(derivative, product(minus, other.first(row))), inverse),
    );
    return Jet.from(
      first.length,
      value,
      (row) => entry(first, row),
      (row, column) =>
        product(
          [
            product(negative(entry(first, row)), other.first(column)),
            product(negative(entry(first, column)), other.first(row)),
            product(minus, other.second(row, column)),
          ].reduce(sum, this.second(row, column)),
          inverse,
        ),
    );
  }

  private first(row: number): Rational {
    return entry(this.gradient, row);
  }

  private second(row: number, column: number): Rational {
    return entry(entry(this.hessian, row), column);
  }
}

const ZERO = rational(0n);
const ONE = rational(1n);

/** Most derivatives are 0, and a sum or product of rationals takes as long with 0 as with others. */
function sum(left: Rational, right: Rational): Rational {
  if (left.n === 0n) return right;
  return right.n === 0n ? left : sumOfAny(left, right);
}

function product(left: Rational, right: Rational): Rational {
  return left.n === 0n || right.n === 0n ? ZERO : productOfAny(left, right);
}

/** The negative; that of fraction.js looks for a common divisor. */
function negative({ s, n, d }: Rational): Rational {
  return rationalInLowestTerms({ numerator: -s * n, denominator: d });
}
