/**
 * The decimal logarithm of a positive "p/q", near enough for a picture, of any length.
 *
 * @example log10("1/1000") // -3, but for rounding
 */
export function log10(ratio: string): number {
  const slash = ratio.indexOf("/");
  const [numerator, denominator] = slash < 0 ? [ratio, "1"] : [ratio.slice(0, slash), ratio.slice(slash + 1)];
  return log10OfDigits(numerator) - log10OfDigits(denominator);
}

const log10OfDigits = (digits: string): number =>
  Math.log10(Number(`0.${digits.slice(0, 17)}`)) + digits.length;

/**
 * Three digits of a number, by its decimal logarithm.
 *
 * @example nearly(Math.log10(250)) === "2.50·10^2"
 */
export function nearly(logarithm: number): string {
  const power = Math.floor(logarithm);
  return `${(10 ** (logarithm - power)).toFixed(2)}·10^${power}`;
}
