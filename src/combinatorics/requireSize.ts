import { valueAndKind } from "../exact/plainJavaScript.js";

/**
 * Requires a number that can be the size of a set: a width, a number of blocks, an exponent.
 *
 * @param name the caller's name for the size, such as "r".
 * @throws RangeError unless `value` is a nonnegative safe integer; the message contains the value.
 * @example requireSize("m", -1) // RangeError: m is -1, not a nonnegative safe integer
 */
export function requireSize(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    // Plain JavaScript can pass anything, such as "2".
    const given = typeof value === "number" ? value : valueAndKind(value);
    throw new RangeError(`${name} is ${given}, not a nonnegative safe integer`);
  }
}

/**
 * Requires two sizes, of which the first is not larger.
 *
 * @throws RangeError unless both are nonnegative safe integers and `small <= large`.
 * @example requireOrdered("r", 3, "m", 2) // RangeError: r is 3, above m, which is 2
 */
export function requireOrdered(smallName: string, small: number, largeName: string, large: number): void {
  requireSize(smallName, small);
  requireSize(largeName, large);
  if (small > large) throw new RangeError(`${smallName} is ${small}, above ${largeName}, which is ${large}`);
}

/**
 * Requires a size that isn't 0.
 *
 * @throws RangeError unless `value` is a positive safe integer.
 * @example requirePositive("r", 0) // RangeError: r is 0, not positive
 */
export function requirePositive(name: string, value: number): void {
  requireSize(name, value);
  if (value === 0) throw new RangeError(`${name} is 0, not positive`);
}
