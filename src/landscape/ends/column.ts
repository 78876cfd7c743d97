import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { sigmoid } from "../activations/sigmoid.js";

/**
 * A real number for each datum: value k is within `error` of it, in units of 2^−p. One error for all data
 * makes sums and products over thousands of data plain products of integers, which is what takes the time.
 */
export class Column {
  /** The largest |value|. */
  private readonly size: bigint;

  constructor(
    readonly values: readonly bigint[],
    readonly error: bigint,
    readonly precision: number,
  ) {
    this.size = values.reduce((most, value) => {
      const own = magnitude(value);
      return own > most ? own : most;
    }, 0n);
  }

  /** As many zeros. */
  static zero(length: number, precision: number): Column {
    return new Column(new Array<bigint>(length).fill(0n), 0n, precision);
  }

  /** As many ones. */
  static one(length: number, precision: number): Column {
    return new Column(new Array<bigint>(length).fill(1n << BigInt(precision)), 0n, precision);
  }

  plus(other: Column): Column {
    const values = this.values.map((value, k) => value + entry(other.values, k));
    return new Column(values, this.error + other.error, this.precision);
  }

  times(other: Column): Column {
    const scale = BigInt(this.precision);
    const values = this.values.map((value, k) => (value * entry(other.values, k)) >> scale);
    // One unit for rounding each of values and error.
    return new Column(values, (this.errorOfProduct(other) >> scale) + 2n, this.precision);
  }

  /** Multiplied by a number that is the same for all data. */
  scaled(factor: Interval): Column {
    const scale = BigInt(this.precision);
    const [middle, width] = [(factor.lower + factor.upper) >> 1n, factor.upper - factor.lower];
    const values = this.values.map((value) => (value * middle) >> scale);
    const error = this.error * (magnitude(middle) + width) + this.size * width;
    return new Column(values, (error >> scale) + 2n, this.precision);
  }

  /** 1 less this. */
  complement(): Column {
    const one = 1n << BigInt(this.precision);
    return new Column(
      this.values.map((value) => one - value),
      this.error,
      this.precision,
    );
  }

  /** With a number added that is the same for all data. */
  shifted({ lower, upper }: Interval): Column {
    const values = this.values.map((value) => value + lower);
    return new Column(values, this.error + upper - lower, this.precision);
  }

  /** Multiplied by a small integer, without rounding. */
  multiple(factor: bigint): Column {
    const values = this.values.map((value) => factor * value);
    return new Column(values, magnitude(factor) * this.error, this.precision);
  }

  /** Σ_k of the products. */
  inner(other: Column): Interval {
    const scale = BigInt(this.precision);
    const sum = this.values.reduce((total, value, k) => total + value * entry(other.values, k), 0n);
    const error = BigInt(this.values.length) * this.errorOfProduct(other);
    return Interval.of((sum - error) >> scale, -((-sum - error) >> scale), this.precision);
  }

  /** The sigmoid, whose slope is 1/4 at most. */
  sigmoid(): Column {
    const enclosures = this.values.map((value) => sigmoid(Interval.of(value, value, this.precision)));
    const width = enclosures.reduce((most, { lower, upper }) => {
      return upper - lower > most ? upper - lower : most;
    }, 0n);
    const values = enclosures.map(({ lower }) => lower);
    return new Column(values, width + (this.error >> 2n) + 1n, this.precision);
  }

  private errorOfProduct(other: Column): bigint {
    return this.error * (other.size + other.error) + this.size * other.error;
  }
}
