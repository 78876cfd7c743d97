import { type Rational, hexadecimals } from "./values.js";

/** The real numbers from lo/2^256 to hi/2^256. All that is computed with them is rounded outwards. */
export type Interval = Readonly<{ lo: bigint; hi: bigint }>;

/** Bits after the binary point. */
export const BITS = 256n;

/** The number 1, in units of 2^−256. */
export const UNIT = 1n << BITS;

export const NOUGHT: Interval = { lo: 0n, hi: 0n };
export const ONE: Interval = { lo: UNIT, hi: UNIT };

/** ⌊n/d⌋ and ⌈n/d⌉ for d > 0. */
function floor(n: bigint, d: bigint): bigint {
  return n < 0n ? -((d - 1n - n) / d) : n / d;
}

function ceiling(n: bigint, d: bigint): bigint {
  return -floor(-n, d);
}

export function enclosing(x: Rational): Interval {
  return share(UNIT, x);
}

/** Holds x·n/d. */
export function share(x: bigint, { n, d }: Rational): Interval {
  return { lo: floor(x * n, d), hi: ceiling(x * n, d) };
}

/** The largest absolute value. */
export function size({ lo, hi }: Interval): bigint {
  return greater(-lo, hi);
}

export function greater(x: bigint, y: bigint): bigint {
  return x > y ? x : y;
}

export function lesser(x: bigint, y: bigint): bigint {
  return x < y ? x : y;
}

export function plus(x: Interval, y: Interval): Interval {
  return { lo: x.lo + y.lo, hi: x.hi + y.hi };
}

export function minus(x: Interval, y: Interval): Interval {
  return { lo: x.lo - y.hi, hi: x.hi - y.lo };
}

export function times(x: Interval, y: Interval): Interval {
  // Half of the products, where it matters: most factors are positive.
  if (x.lo >= 0n && y.lo >= 0n) return { lo: (x.lo * y.lo) >> BITS, hi: -((-x.hi * y.hi) >> BITS) };
  const ends = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi];
  const least = ends.reduce(lesser);
  const most = ends.reduce(greater);
  return { lo: least >> BITS, hi: -(-most >> BITS) };
}

export function multiple(x: Interval, factor: bigint): Interval {
  return factor < 0n ? { lo: factor * x.hi, hi: factor * x.lo } : { lo: factor * x.lo, hi: factor * x.hi };
}

/** The quotient by an integer k > 0. */
function over(x: Interval, k: bigint): Interval {
  return { lo: floor(x.lo, k), hi: ceiling(x.hi, k) };
}

/** The quotient x/y for 0 ≤ x and 0 < y. */
export function quotient(x: Interval, y: Interval): Interval {
  return { lo: floor(x.lo << BITS, y.hi), hi: ceiling(x.hi << BITS, y.lo) };
}

export function total(terms: readonly Interval[]): Interval {
  return terms.reduce(plus, NOUGHT);
}

/**
 * e^(−a/2^256) for a ≥ 0: the series at t = a/2^s ≤ 2^−8, and s squares. t and each term, found from the one
 * before, are rounded down, so that a term is less than two units too small; and terms fall and have signs in
 * turn, so that the first one that is left out, of less than three units, bounds the rest.
 */
function decay(a: bigint): Interval {
  // e^(−x) < 2^(−x)
  if (a >> BITS >= BITS) return { lo: 0n, hi: 1n };
  let s = 0n;
  while (a >> s > UNIT >> 8n) s += 1n;
  const t = a >> s;
  let value = 0n;
  let term = UNIT;
  let k = 0n;
  while (term > 0n) {
    value += k % 2n === 0n ? term : -term;
    k += 1n;
    term = ((term * t) >> BITS) / k;
  }
  let lo = value - 2n * k - 3n;
  let hi = value + 2n * k + 3n;
  for (let square = 0n; square < s; square += 1n) {
    lo = (lo * lo) >> BITS;
    hi = -((-hi * hi) >> BITS);
  }
  return { lo, hi };
}

/** ln(1 + q) for 0 ≤ q ≤ 1: twice the sum of u^k/k over odd k, at u = q/(2 + q) ≤ 1/3. */
function logarithm(q: Interval): Interval {
  const u = quotient(q, plus(q, multiple(ONE, 2n)));
  const square = times(u, u);
  let power = u;
  let value = u;
  for (let k = 3n; power.hi > 1n; k += 2n) {
    power = times(power, square);
    value = plus(value, over(power, k));
  }
  // The rest is less than the last power.
  return multiple(plus(value, { lo: 0n, hi: power.hi }), 2n);
}

/** 1/(1 + e^(−z)), which increases by at most 1/4 of what z does. */
export function sigmoid({ lo, hi }: Interval): Interval {
  const q = decay(lo < 0n ? -lo : lo);
  const value = quotient(lo < 0n ? q : ONE, plus(ONE, q));
  return { lo: value.lo, hi: value.hi + ((hi - lo) >> 2n) + 1n };
}

/** ln(1 + e^z), which increases by at most what z does. */
export function softplus({ lo, hi }: Interval): Interval {
  const bend = logarithm(decay(lo < 0n ? -lo : lo));
  return plus({ lo: lo < 0n ? 0n : lo, hi: (lo < 0n ? 0n : lo) + hi - lo }, bend);
}

/** √x, where what lies below 0 counts as 0. */
export function root({ lo, hi }: Interval): Interval {
  const least = floorOfRoot(greater(lo, 0n) << BITS);
  return { lo: least, hi: (lo === hi ? least : floorOfRoot(greater(hi, 0n) << BITS)) + 1n };
}

/** ⌊√n⌋ for n ≥ 0: Newton's method from above, which falls until it is there. */
function floorOfRoot(n: bigint): bigint {
  let x = 1n << BigInt(2 * hexadecimals(n));
  for (let next = x - 1n; n > 0n && next < x; next = (x + n / x) >> 1n) x = next;
  return n > 0n ? x : 0n;
}

/** arctan z for 0 ≤ z ≤ 1, by Euler's series. Each term is about half of the one before, or less. */
function arctangent(z: Interval): Interval {
  const all = plus(ONE, times(z, z));
  const ratio = quotient(times(z, z), all);
  let term = quotient(z, all);
  let value = term;
  for (let j = 1n; term.hi > 4n; j += 1n) {
    term = over(multiple(times(term, ratio), 2n * j), 2n * j + 1n);
    value = plus(value, term);
  }
  return plus(value, { lo: 0n, hi: 2n * term.hi });
}

export const PI = multiple(arctangent(ONE), 4n);

const ROOT_OF_TWO = root(multiple(ONE, 2n));

/** π − arccos c for −1 < c < 1. With |c| for c, arccos c is 4 arctan(√(1 − c)/(√2 + √(1 + c))). */
export function turn(c: Interval): Interval {
  const at = (end: bigint): Interval => {
    const place = { lo: greater(end, -end), hi: greater(end, -end) };
    const below = plus(ROOT_OF_TWO, root(plus(ONE, place)));
    const angle = multiple(arctangent(quotient(root(minus(ONE, place)), below)), 4n);
    return end < 0n ? angle : minus(PI, angle);
  };
  // It increases.
  return { lo: at(c.lo).lo, hi: at(c.hi).hi };
}
