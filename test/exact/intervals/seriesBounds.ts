import { type Rational, rational } from "../../../src/exact/numbers/rational.js";

/**
 * Bounds of exp, ln, tanh, arctan, erf and π by rational arithmetic, on routes that the program doesn't take:
 * other series, without reduction of the argument and without rounding. They are slow, and only for small
 * arguments.
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

/**
 * The sum Σ (−1)^n p_n/(2n+1) of terms that fall from n = x² on, up to the first after it below 2^−bits;
 * p_0 = x and p_n = p_{n−1}·x²/divisor(n).
 */
function alternatingBounds(x: Rational, divisor: (n: number) => number, bits: bigint): Bounds {
  const square = x.mul(x);
  let [sum, power] = [rational(0n), x];
  for (let n = 0; ; n += 1) {
    const term = power.div(BigInt(2 * n + 1));
    const next = n % 2 === 0 ? sum.add(term) : sum.sub(term);
    if (square.compare(BigInt(n)) < 0 && term.mul(1n << bits).compare(1n) < 0)
      return next.compare(sum) < 0 ? { least: next, most: sum } : { least: sum, most: next };
    sum = next;
    power = power.mul(square).div(BigInt(divisor(n + 1)));
  }
}

/** arctan x = Σ (−1)^n x^{2n+1}/(2n+1), for 0 < x < 1. */
export function inverseTangentBounds(x: Rational, bits: bigint): Bounds {
  return alternatingBounds(x, () => 1, bits);
}

/** π = 16 arctan(1/5) − 4 arctan(1/239) (Machin). */
export function circleRatioBounds(bits: bigint): Bounds {
  const fifth = inverseTangentBounds(rational(1n, 5n), bits);
  const small = inverseTangentBounds(rational(1n, 239n), bits);
  return {
    least: fifth.least.mul(16n).sub(small.most.mul(4n)),
    most: fifth.most.mul(16n).sub(small.least.mul(4n)),
  };
}

/** √π/2 · erf x = Σ (−1)^n x^{2n+1}/(n! (2n+1)), for x > 0. */
export function errorIntegralBounds(x: Rational, bits: bigint): Bounds {
  return alternatingBounds(x, (n) => n, bits);
}
