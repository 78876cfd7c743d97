/** The ends of an interval, in units of 2^−p. */
interface Ends {
  readonly lower: bigint;
  readonly upper: bigint;
}

/** The smallest and the largest |x|, in units of 2^−p. */
export function extremeSizes({ lower, upper }: Ends): readonly [bigint, bigint] {
  if (lower >= 0n) return [lower, upper];
  if (upper <= 0n) return [-upper, -lower];
  return [0n, -lower > upper ? -lower : upper];
}

/** The smallest and the largest product of a number in units of one and a number in units of the other. */
export function extremeProducts(left: Ends, right: Ends): readonly [bigint, bigint] {
  if (left.lower >= 0n && right.lower >= 0n) return [left.lower * right.lower, left.upper * right.upper];
  if (left.lower === left.upper) {
    const ends = [left.lower * right.lower, left.lower * right.upper] as const;
    return left.lower >= 0n ? ends : [ends[1], ends[0]];
  }
  // The product is linear in either factor, so its extremes lie at the ends.
  const products = [left.lower, left.upper].flatMap((end) => [end * right.lower, end * right.upper]);
  return [
    products.reduce((least, product) => (product < least ? product : least)),
    products.reduce((most, product) => (product > most ? product : most)),
  ];
}
