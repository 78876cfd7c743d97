import { randomInt } from "node:crypto";
import { wholeNumber } from "./sizeArguments.js";

/** Largest seed of random cases. */
export const LARGEST_SEED = 2 ** 31 - 1;

/**
 * Reads the option `--seed`; draws a random seed if it was left out.
 *
 * @throws InputError unless it is a whole number from 0 to 2^31 − 1.
 */
export function seedOption(text: string | undefined): number {
  return text === undefined ? randomInt(LARGEST_SEED) : wholeNumber("--seed", text, 0, LARGEST_SEED);
}
