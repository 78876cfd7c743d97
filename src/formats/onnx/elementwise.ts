import { entry } from "../../exact/entry.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { CoordinateMap } from "../foundNetwork.js";
import { termsOf } from "../lowestTerms.js";
import type { Tensor } from "./tensor.js";

/** z ↦ scale·z + shift, where a list of one number holds for every coordinate. */
export interface Elementwise {
  readonly scale: readonly Rational[];
  readonly shift: readonly Rational[];
}

const [zero, one] = [rational(0n), rational(1n)];

/**
 * The map that Add, Sub, Mul or Div with a constant is.
 *
 * @param at whether the computed tensor is the first operand, 0, or the second.
 * @returns undefined if it is no such map: a constant is divided, or the divisor is 0.
 */
export function elementwiseOf(operator: string, at: number, tensor: Tensor): Elementwise | undefined {
  const constants = Array.from(tensor.values, (value) => doubleValue(value));
  switch (operator) {
    case "Add":
      return { scale: [one], shift: constants };
    case "Sub":
      return at === 0
        ? { scale: [one], shift: constants.map((constant) => constant.neg()) }
        : { scale: [one.neg()], shift: constants };
    case "Mul":
      return { scale: constants, shift: [zero] };
    default:
      if (at === 1 || constants.some((constant) => constant.equals(0n))) return undefined;
      return { scale: constants.map((constant) => constant.inverse()), shift: [zero] };
  }
}

/** One map after another. Lists of more than one number must be as long as each other. */
export function followedBy(first: Elementwise | undefined, second: Elementwise): Elementwise {
  if (first === undefined) return second;
  const scaled = both(first.shift, second.scale, (shift, scale) => shift.mul(scale));
  return {
    scale: both(first.scale, second.scale, (inner, outer) => inner.mul(outer)),
    shift: both(scaled, second.shift, (inner, outer) => inner.add(outer)),
  };
}

/**
 * The map of so many coordinates.
 *
 * @returns undefined if it has another number of them.
 */
export function coordinateMap({ scale, shift }: Elementwise, coordinates: number): CoordinateMap | undefined {
  const fits = [scale, shift].every(({ length }) => length === 1 || length === coordinates);
  if (!fits) return undefined;
  const spread = (values: readonly Rational[]): CoordinateMap["scale"] =>
    Array.from({ length: coordinates }, (_, index) =>
      termsOf(entry(values, values.length === 1 ? 0 : index)),
    );
  return { scale: spread(scale), shift: spread(shift) };
}

function both(
  first: readonly Rational[],
  second: readonly Rational[],
  join: (first: Rational, second: Rational) => Rational,
): Rational[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, index) =>
    join(entry(first, first.length === 1 ? 0 : index), entry(second, second.length === 1 ? 0 : index)),
  );
}
