import { InputError } from "../../exact/inputError.js";
import { formatRational } from "../../exact/numbers/rational.js";
import { decimalOption } from "./decimalOption.js";

/**
 * Reads the option `--within LOW:HIGH`, as rationals "p/q".
 *
 * @throws InputError that names the option, for any other text or an empty range.
 */
export function rangeOption(text: string): readonly [low: string, high: string] {
  const [low, high, ...more] = text.split(":");
  if (low === undefined || high === undefined || more.length > 0) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a range`,
      "write LOW:HIGH, such as -5:5, for all inputs from -5 to 5",
      "--within",
    );
  }
  const [from, to] = [decimalOption("--within", low), decimalOption("--within", high)];
  if (from.compare(to) > 0)
    throw new InputError(`the range from ${low} to ${high} is empty`, "give the lower end first", "--within");
  return [formatRational(from), formatRational(to)];
}

/**
 * Reads the option `--tolerance`, as a rational "p/q".
 *
 * @throws InputError that names the option, unless it is a number from 0 on.
 */
export function toleranceOption(text: string): string {
  const value = decimalOption("--tolerance", text);
  if (value.compare(0n) >= 0) return formatRational(value);
  throw new InputError(`${text} is negative`, "give 0 or more", "--tolerance");
}
