import { type Rational, rational } from "../../../src/exact/numbers/rational.js";

/**
 * Bounds of exp, ln and tanh by rational arithmetic, on routes that the program doesn't take: other series,
 * without reduction of the argument and without rounding. They are slow, and only for small arguments.
 */
export interface Bounds {
  readonly least: Rational;
  readonly most: Rational;
}

const one = rational(1n);

/** Σ x^n/n! up to N > 2|x|, and the same with twice the first term left out; e^{−x} = 1/e^x. */
export function exponentialBounds(x: Rational, terms: number): Bounds {
  if (x.s < 0n) {
    const { least, most } = exponentialBounds(x.neg(), terms);
    return { least: most.inverse(), most: least.inverse() };
  }
  if (x.mul(2n).compare(BigInt(terms)) > 0) throw new RangeError(`${terms} terms are too few`);
  const [p, q] = [x.n, x.d];
  // Horner, over the denominator q^(N−1)·(N−1)!.
  let [sum, denominator] = [1n, 1n];
  for (let n = BigInt(terms) - 1n; n > 0n; n -= 1n) {
    // 1 + (p/qn)·(sum/denominator)
    [sum, denominator] = [q * n * denominator + p * sum, q * n * denominator];
  }
  let factorial = 1n;
  for (let n = 2n; n <= BigInt(terms); n += 1n) factorial *= n;
  const least = rational(sum, denominator);
  return { least, most: least.add(rational(2n * p ** BigInt(terms), q ** BigInt(terms) * factorial)) };
}

/** ln x = Σ y^n/n with y = 1 − 1/x, for x ≥ 1. */
export function logarithmBounds(x: Rational, terms: number): Bounds {
  const y = one.sub(x.inverse());
  let [sum, power] = [rational(0n), one];
  for (let n = 1; n <= terms; n += 1) {
    power = power.mul(y);
    sum = sum.add(power.div(BigInt(n)));
  }
  const rest = power.mul(y).mul(x);
  return { least: sum, most: sum.add(rest.div(BigInt(terms + 1))) };
}

/**
 * Lambert's continued fraction tanh x = x/(1 + x²/(3 + x²/(5 + …))): for x > 0 its convergents lie on
 * alternating sides.
 */
export function tanhBounds(x: Rational, depth: number): Bounds {
  const convergent = (levels: number): Rational => {
    let tail = rational(BigInt(2 * levels + 1));
    for (let level = levels - 1; level >= 0; level -= 1) {
      tail = rational(BigInt(2 * level + 1)).add(x.mul(x).div(tail));
    }
    return x.div(tail);
  };
  const [one, other] = [convergent(depth), convergent(depth + 1)];
  return one.compare(other) < 0 ? { least: one, most: other } : { least: other, most: one };
}
