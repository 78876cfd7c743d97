/** Numbers of the paper by closed formulas in integers, for comparison with what figures tell. */

const choose = (n: number, k: number): bigint => {
  let value = 1n;
  for (let step = 1; step <= k; step += 1) value = (value * BigInt(n - step + 1)) / BigInt(step);
  return value;
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** G(r, m): surjections of m onto r things, by inclusion and exclusion; with g images, g^m as many. */
export const surjectionCount = (r: number, m: number, images = 1): bigint =>
  BigInt(images) ** BigInt(m) *
  sum(range(0, r).map((i) => (i % 2 === 0 ? 1n : -1n) * choose(r, i) * BigInt(r - i) ** BigInt(m)));

/** Bell numbers. */
const bellNumber = (n: number): bigint =>
  n === 0 ? 1n : sum(range(0, n - 1).map((k) => choose(n - 1, k) * bellNumber(k)));

/** T(r, m): some j units add up to nothing, in any set partition; the others copy the r. */
export const subspaceCount = (r: number, m: number): bigint =>
  sum(range(0, m - r).map((j) => choose(m, j) * surjectionCount(r, m - j) * bellNumber(j)));

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** A fraction in lowest terms, as figures write it. */
export function fraction(numerator: bigint, denominator: bigint): string {
  const divisor = gcd(numerator, denominator);
  return divisor === denominator
    ? String(numerator / denominator)
    : `${numerator / divisor}/${denominator / divisor}`;
}
