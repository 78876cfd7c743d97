import fc from "fast-check";

/** Widths (r, m) with least ≤ r ≤ m ≤ maxM; each m is as likely as another, and r spreads evenly below it. */
export function widths(maxM: number, least = 0): fc.Arbitrary<readonly [r: number, m: number]> {
  return fc
    .integer({ min: least, max: maxM })
    .chain((m) => fc.tuple(fc.integer({ min: least, max: m }), fc.constant(m)));
}
