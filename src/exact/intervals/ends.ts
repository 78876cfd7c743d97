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

/**
 * The smallest and the largest product of a number in units of one and a number in units of the other. Where
 * one factor keeps its sign, the sign of the other tells which ends give them.
 */
export function extremeProducts(left: Ends, right: Ends): readonly [bigint, bigint] {
  if (left.lower >= 0n) {
    const least = (right.lower >= 0n ? left.lower : left.upper) * right.lower;
    return [least, (right.upper >= 0n ? left.upper : left.lower) * right.upper];
  }
  if (left.upper <= 0n) {
    const least = (right.upper >= 0n ? left.lower : left.upper) * right.upper;
    return [least, (right.lower >= 0n ? left.upper : left.lower) * right.lower];
  }
  if (right.lower >= 0n || right.upper <= 0n) return extremeProducts(right, left);
  const [down, fall] = [left.lower * right.upper, left.upper * right.lower];
  const [rise, up] = [left.lower * right.lower, left.upper * right.upper];
  return [down < fall ? down : fall, rise > up ? rise : up];
}
