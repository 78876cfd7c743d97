import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { binomial } from "./binomial.js";

/**
 * A confidence interval of a probability, in units of 1/10,000.
 *
 * @example const { lower, upper }: BinomialInterval = binomialInterval(38, 50); // [6183, 8694]
 */
export interface BinomialInterval {
  readonly lower: bigint;
  readonly upper: bigint;
}

/** Ends are multiples of 1/10,000. */
const UNITS = 10_000n;

/** Each tail has at most 1/40, so that the level is 95 %. */
const TAIL = 40n;

/**
 * The exact interval of Clopper and Pearson (1934) of the probability of success, at the level 95 %: all p
 * for which neither as many successes or more, nor as many or fewer, have a probability below 1/40. Its ends
 * are rounded outwards; tails are sums of integers, so nothing else is rounded.
 *
 * @param successes 0 to `trials`.
 * @throws InputError if there are more successes than trials, or one is not a count.
 * @example binomialInterval(50, 50).upper === 10_000n
 */
export function binomialInterval(successes: number, trials: number): BinomialInterval {
  requireArguments({ number: { successes, trials } });
  const isCount = Number.isSafeInteger(successes) && Number.isSafeInteger(trials);
  if (!isCount || successes < 0 || trials < successes)
    throw new InputError(`${successes} successes in ${trials} trials`, "give counts, no more successes");
  return {
    lower: lowerEnd(successes, trials),
    upper: UNITS - lowerEnd(trials - successes, trials),
  };
}

/** The largest p for which `successes` or more have a probability of at most 1/40. */
function lowerEnd(successes: number, trials: number): bigint {
  if (successes === 0) return 0n;
  const isUnlikely = (p: bigint): boolean => TAIL * tail(successes, trials, p) <= UNITS ** BigInt(trials);
  let [from, to] = [0n, UNITS];
  while (to - from > 1n) {
    const middle = (from + to) / 2n;
    if (isUnlikely(middle)) from = middle;
    else to = middle;
  }
  return from;
}

/** P(X ≥ least), in units of 10,000^−trials. */
function tail(least: number, trials: number, p: bigint): bigint {
  let sum = 0n;
  for (let count = least; count <= trials; count += 1) {
    sum += binomial(trials, count) * p ** BigInt(count) * (UNITS - p) ** BigInt(trials - count);
  }
  return sum;
}
