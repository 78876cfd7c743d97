import { InputError } from "../exact/inputError.js";

/**
 * A whole number given on the command line.
 *
 * @throws InputError naming the argument unless `text` is decimal digits for minimum…maximum.
 */
export function wholeNumber(
  name: string,
  text: string,
  minimum: number,
  maximum = Number.MAX_SAFE_INTEGER,
): number {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : undefined;
  if (value === undefined || value < minimum || value > maximum) {
    const range =
      maximum === Number.MAX_SAFE_INTEGER ? `of at least ${minimum}` : `from ${minimum} to ${maximum}`;
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a whole number`,
      `give a whole number ${range}`,
      name,
    );
  }
  return value;
}

/** Widths of a small and of an overparameterized network. */
export interface Widths {
  readonly r: number;
  readonly m: number;
}

/**
 * The widths r ≤ m.
 *
 * @throws InputError unless they are whole numbers with 1 ≤ r ≤ m.
 */
export function widthArguments(rText: string, mText: string): Widths {
  const r = wholeNumber("r", rText, 1);
  const m = wholeNumber("m", mText, 1);
  if (r > m) {
    throw new InputError(
      `r = ${r} is larger than m = ${m}`,
      "give r ≤ m: a network has no expansion to fewer neurons",
    );
  }
  return { r, m };
}
