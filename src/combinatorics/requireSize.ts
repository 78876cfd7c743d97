/**
 * Requires a number that can be the size of a set: a width, a number of blocks, an exponent.
 *
 * @param name the caller's name for the size, such as "r".
 * @throws RangeError unless `value` is a nonnegative safe integer; the message contains the value.
 * @example requireSize("m", -1) // RangeError: m is -1, not a nonnegative safe integer
 */
export function requireSize(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} is ${value}, not a nonnegative safe integer`);
  }
}
