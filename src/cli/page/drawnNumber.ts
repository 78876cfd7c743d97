import type { Interval } from "../../exact/intervals/interval.js";
import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import type { Quotient } from "../../exact/numbers/quotient.js";
import { type Rational, formatRational } from "../../exact/numbers/rational.js";
import type { DrawnNumber } from "../../report/data/player.js";

/** Digits of decimals that stand for what isn't told exactly, and of those that are drawn. */
const DIGITS = 12;
const DRAWN_DIGITS = 17;

/** Longer fractions are told by decimals, too. */
const SHORT = 24;

/** A rational, told exactly. */
export function drawnRational(value: Rational): DrawnNumber {
  const exact = formatRational(value);
  const decimal = exact.length <= SHORT ? "" : `, about ${decimalBelow(quotientOf(value), DIGITS)}`;
  return { value: nearest(value), text: `${exact}${decimal}` };
}

/** An enclosed number, told by decimals around it. */
export function drawnInterval(interval: Interval): DrawnNumber {
  const { lowerEnd, upperEnd, midpoint } = interval;
  const [low, high] = [
    decimalBelow(quotientOf(lowerEnd), DIGITS),
    decimalAbove(quotientOf(upperEnd), DIGITS),
  ];
  return { value: nearest(midpoint), text: low === high ? low : `between ${low} and ${high}` };
}

/** What is drawn of a rational: hardly another number. */
function nearest(value: Rational): number {
  return Number(decimalBelow(quotientOf(value), DRAWN_DIGITS));
}

/** A number as the functions of decimals take it. */
export function quotientOf(value: Rational): Quotient {
  return { numerator: value.s * value.n, denominator: value.d };
}
