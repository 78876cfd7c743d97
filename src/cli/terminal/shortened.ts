import { decimalInterval } from "../../exact/numbers/decimal.js";
import { parseRational } from "../../exact/numbers/rational.js";

/** Numbers of more characters are shortened, if no other limit is given. */
export const DIGITS = 60;

/**
 * An integer for a person: one of more digits than the limit has its first and last ones, and their number.
 *
 * @param digits the integer in decimal.
 * @param limit at least 2.
 */
export function shortenedInteger(digits: string, limit: number = DIGITS): string {
  const count = digits.replace("-", "").length;
  if (count <= limit) return digits;
  const half = Math.floor(limit / 2);
  return `${digits.slice(0, digits.length - count + limit - half)}…${digits.slice(-half)} (${grouped(count)} digits)`;
}

/**
 * A rational for a person: one of more characters than the limit is enclosed by decimals that are rounded
 * outwards.
 *
 * @param text "p" or "p/q".
 */
export function shortenedRational(text: string): string {
  if (text.length <= DIGITS) return text;
  const { s, n, d } = parseRational(text);
  const sizes = [n, d].map((part) => grouped(part.toString().length));
  const interval = decimalInterval({ numerator: s * n, denominator: d }, 12);
  return `${interval}, exactly a fraction of ${sizes.join(" by ")} digits, which --json has`;
}

/** Rationals of more characters are shortened where many stand in a line. */
const BRIEF = 16;

/**
 * A rational for a line with many: one of more than 16 characters is enclosed by decimals of 4 digits that
 * are rounded outwards.
 *
 * @param text "p" or "p/q".
 */
export function briefRational(text: string): string {
  if (text.length <= BRIEF) return text;
  const { s, n, d } = parseRational(text);
  return decimalInterval({ numerator: s * n, denominator: d }, 4);
}

/**
 * Rationals that stand in one line, in one style: as they are if all are short, else as decimals of 4 digits
 * that are rounded outwards.
 *
 * @param texts "p" or "p/q".
 */
export function briefRationals(texts: readonly string[]): string[] {
  const isShort = texts.every((text) => text.length <= BRIEF);
  return texts.map((text) => {
    if (isShort || !text.includes("/")) return briefRational(text);
    const { s, n, d } = parseRational(text);
    return decimalInterval({ numerator: s * n, denominator: d }, 4);
  });
}

const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
