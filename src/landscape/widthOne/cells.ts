/**
 * The plane of w without the open square |w|_∞ < 3/16, out to infinity, in four sides: w = t·(1, s), t·(s, 1)
 * and their negatives, with t = |w|_∞ and −1 ≤ s ≤ 1. A cell is a range of s on a side, together with a
 * ring, or with all rings from one on.
 */
export interface Cell {
  /** 0 for (1, s), 1 for (s, 1), 2 and 3 for their negatives. */
  readonly side: number;
  /** s from place/2^depth to (place + 2)/2^depth. */
  readonly depth: bigint;
  readonly place: bigint;
  /** t from ringStart(ring)/32 to ringStart(ring + 1)/32. */
  readonly ring: bigint;
}

/** A direction with coordinates along and across the middle of a side, as w has (t, ts). */
export interface Direction {
  /** Positive. */
  readonly along: bigint;
  readonly across: bigint;
}

export const SIDES = [0, 1, 2, 3] as const;

/** Where a ring begins, in units of 1/32: 6, 9, 12, 18, 24, … */
export function ringStart(ring: bigint): bigint {
  return (3n * (2n + (ring % 2n))) << (ring / 2n);
}

/** A side from the square out. */
export function wholeSide(side: number): Cell {
  return { side, depth: 0n, place: -1n, ring: 0n };
}

/** The halves of a cell's range of s. */
export function halves({ side, depth, place, ring }: Cell): readonly [Cell, Cell] {
  const half = { side, depth: depth + 1n, place: 2n * place, ring };
  return [half, { ...half, place: 2n * place + 2n }];
}

/** How a direction is chosen for a cell: its middle, or the simplest fraction in its range or near it. */
export const CHOICES = ["middle", "inside", "near"] as const;

export type Choice = (typeof CHOICES)[number];

/** The direction of a choice. A range is "near" if it is widened by its own width at both ends. */
export function direction({ depth, place }: Cell, choice: Choice): Direction {
  const denominator = 1n << depth;
  if (choice === "middle") return { along: denominator, across: place + 1n };
  const more = choice === "near" ? 2n : 0n;
  return simplest(place - more, place + 2n + more, denominator);
}

/** The fraction of least denominator from low/d to high/d, in which low < high, as a direction. */
function simplest(low: bigint, high: bigint, d: bigint): Direction {
  if (low <= 0n && high >= 0n) return { along: 1n, across: 0n };
  if (high < 0n) {
    const { along, across } = simplest(-high, -low, d);
    return { along, across: -across };
  }
  const [numerator, denominator] = simplestPositive(low, d, high, d);
  return { along: denominator, across: numerator };
}

/** The fraction p/q of least q from a/b to c/d, where 0 ≤ a/b < c/d, by continued fractions; d may be 0. */
function simplestPositive(a: bigint, b: bigint, c: bigint, d: bigint): readonly [bigint, bigint] {
  const whole = a / b;
  if (whole * b === a) return [whole, 1n];
  if (d === 0n || (whole + 1n) * d <= c) return [whole + 1n, 1n];
  // The reciprocals of what is left, in the other order.
  const [p, q] = simplestPositive(d, c - whole * d, b, a - whole * b);
  return [whole * p + q, p];
}
