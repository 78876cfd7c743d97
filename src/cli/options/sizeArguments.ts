import { InputError } from "../../exact/inputError.js";

/** Largest m whose counts are computed, since their sieve goes no further. */
export const MAX_WIDTH = 16_777_216;

/** Searches along m go up to this multiple of r, unless the caller says how far. */
export const SEARCHED = 16;

/**
 * Largest m whose subspaces or cells are listed one by one. Above it there are at least 2^64, and even the
 * estimate takes long.
 */
export const MAX_LISTED_WIDTH = 64;

/**
 * Reads a whole number from the command line.
 *
 * @throws InputError naming the argument unless `text` is decimal digits for minimum…maximum.
 */
export function wholeNumber(name: string, text: string, minimum: number, maximum: number): number {
  if (/^[0-9]+$/.test(text)) {
    const value = Number(text);
    if (value >= minimum && value <= maximum) return value;
    throw refusal(name, `${shorten(text)} is too ${value < minimum ? "small" : "large"}`, minimum, maximum);
  }
  if (/^-[0-9]+$/.test(text)) throw refusal(name, `${shorten(text)} is negative`, minimum, maximum);
  throw refusal(name, `${JSON.stringify(shorten(text))} is not a whole number`, minimum, maximum);
}

/** Reads a whole number from an option as {@link wholeNumber} does; undefined if the option was left out. */
export function optionalNumber(
  name: string,
  text: string | undefined,
  minimum: number,
  maximum: number,
): number | undefined {
  return text === undefined ? undefined : wholeNumber(name, text, minimum, maximum);
}

function refusal(name: string, problem: string, minimum: number, maximum: number): InputError {
  return new InputError(
    problem,
    `give a whole number from ${minimum} to ${maximum}, in decimal digits`,
    name,
  );
}

function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}

/** Widths of a small and of an overparameterized network. */
export interface Widths {
  readonly r: number;
  readonly m: number;
}

/**
 * Reads the widths r ≤ m.
 *
 * @throws InputError unless they are whole numbers with 1 ≤ r ≤ m ≤ maximum.
 */
export function widthArguments(rText: string, mText: string, maximum: number): Widths {
  const r = wholeNumber("r", rText, 1, maximum);
  const m = wholeNumber("m", mText, 1, maximum);
  if (r > m) {
    throw new InputError(
      `r = ${r} is larger than m = ${m}`,
      "give r ≤ m: a network has no expansion to fewer neurons",
    );
  }
  return { r, m };
}
