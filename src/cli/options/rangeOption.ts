import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type InputBox, ballBox, inputBox } from "../../trained/bounds/inputBox.js";
import { formatRational, parseRational } from "../../exact/numbers/rational.js";
import { decimalOption } from "./decimalOption.js";
import { asDecimal } from "./rounded.js";

/** The inputs for which a bound is asked: all coordinates in a range, or a ball. Rationals are "p/q". */
export interface Within {
  readonly within?: readonly [low: string, high: string];
  readonly ball?: Ball;
}

/** The inputs that are at most the radius from the center, which is 0 if left out. */
export interface Ball {
  readonly radius: string;
  readonly center?: readonly string[];
}

/**
 * Reads the option `--within`: LOW:HIGH, ball:R, or ball:R@c1,c2,….
 *
 * @throws InputError that names the option, for any other text.
 */
export function withinOption(text: string | undefined): Within {
  if (text === undefined) return {};
  const [, radius, center] = /^ball:([^@]*)(?:@(.*))?$/.exec(text) ?? [];
  if (radius === undefined) return { within: rangeOption(text) };
  const read = decimalOption("--within", radius);
  if (read.compare(0n) < 0)
    throw new InputError(`the radius ${radius} is negative`, "give 0 or more", "--within");
  const ball = { radius: formatRational(read) };
  if (center === undefined) return { ball };
  const coordinates = center.split(",").map((part) => formatRational(decimalOption("--within", part)));
  return { ball: { ...ball, center: coordinates } };
}

/**
 * The box or ball of a network's inputs; undefined if none is asked for.
 *
 * @throws InputError that names the option, if the center has another dimension.
 */
export function boxWithin({ within, ball }: Within, dimension: number): InputBox | undefined {
  if (within !== undefined) return inputBox(parseRational(within[0]), parseRational(within[1]), dimension);
  if (ball === undefined) return undefined;
  const { radius, center } = ball;
  if (center !== undefined && center.length !== dimension)
    throw new InputError(
      `the center has ${center.length} coordinates, and the network ${dimension} inputs`,
      "give as many",
      "--within",
    );
  const middle = center === undefined ? RationalVector.zero(dimension) : RationalVector.parse(...center);
  return ballBox(parseRational(radius), middle);
}

/** The inputs in words: "all inputs from -5 to 5". */
export function withinWords({ within, ball }: Within): string | undefined {
  if (within !== undefined) return `all inputs from ${within.map(asDecimal).join(" to ")}`;
  if (ball === undefined) return undefined;
  const { radius, center } = ball;
  const from = center === undefined ? "0" : `(${center.map(asDecimal).join(", ")})`;
  return `all inputs at most ${asDecimal(radius)} from ${from}`;
}

/**
 * Reads LOW:HIGH, as rationals "p/q".
 *
 * @throws InputError that names the option, for any other text or an empty range.
 */
export function rangeOption(text: string): readonly [low: string, high: string] {
  const [low, high, ...more] = text.split(":");
  if (low === undefined || high === undefined || more.length > 0) {
    throw new InputError(
      `${JSON.stringify(text.slice(0, 40))} is not a range`,
      "write LOW:HIGH, such as -5:5, for all inputs from -5 to 5; or ball:R for all at most R from 0",
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
