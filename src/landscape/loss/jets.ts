import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

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
    return new Jet(
      value,
      indices.map(first),
      indices.map((row) => indices.map((column) => second(row, column))),
    );
  }

  /** The sum. */
  plus(other: Jet): Jet {
    return Jet.from(
      this.gradient.length,
      this.value.add(other.value),
      (row) => this.first(row).add(other.first(row)),
      (row, column) => this.second(row, column).add(other.second(row, column)),
    );
  }

  /** The product, by Leibniz's rule. */
  times(other: Jet): Jet {
    return Jet.from(
      this.gradient.length,
      this.value.mul(other.value),
      (row) =>
        this.first(row)
          .mul(other.value)
          .add(this.value.mul(other.first(row))),
      (row, column) =>
        this.second(row, column)
          .mul(other.value)
          .add(this.first(row).mul(other.first(column)))
          .add(this.first(column).mul(other.first(row)))
          .add(this.value.mul(other.second(row, column))),
    );
  }

  /** The jet times a rational. */
  scaled(factor: Rational): Jet {
    return Jet.from(
      this.gradient.length,
      this.value.mul(factor),
      (row) => this.first(row).mul(factor),
      (row, column) => this.second(row, column).mul(factor),
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
    const first = this.gradient.map((entry, row) => entry.sub(value.mul(other.first(row))).div(divisor));
    return Jet.from(
      first.length,
      value,
      (row) => entry(first, row),
      (row, column) =>
        this.second(row, column)
          .sub(entry(first, row).mul(other.first(column)))
          .sub(entry(first, column).mul(other.first(row)))
          .sub(value.mul(other.second(row, column)))
          .div(divisor),
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
