import { exponential } from "../exact/intervals/exponential.js";
import { Interval } from "../exact/intervals/interval.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { Jet } from "../landscape/loss/jets.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const MOST_DOUBLINGS = 8;

export const claim: Claim = {
  id: "rem-2.1",
  title: "A symmetry subspace reached in infinite time",
  statement:
    "From outside, a symmetry subspace can be reached in infinite time: for m = 2, D = 1 and L = d² with d " +
    "= ϑ_1 − ϑ_2, the sum ϑ_1 + ϑ_2 is constant and d(t) = d(0)e^{−4t}, which is never 0 and tends to 0. " +
    "(Where ∇L is not locally Lipschitz, it can also be reached in finite time: lem-2.1)",
  source: "Şimşek et al. 2021, Remark 2.1",
  hypotheses: [],
  provedInPart: {
    part: "but for exp",
    leavesOpen: "that e^{−4t} is 1 at 0, has derivative −4e^{−4t}, and is between 0 and 1/(1 + 4t)",
  },
  evidence: [
    everyCase("flow", {
      what:
        "the curve solves the flow, as an identity of polynomials of degree 1 in ϑ_1 + ϑ_2, d(0) and E = " +
        "e^{−4t}, with E' = −4E",
      range: "two values of each, which determine such polynomials",
      expected: 8n,
      cases: curvePoints,
      check: checkFlow,
    }),
    everyCase("decay", {
      what:
        "0 < e^{−4t} < 1/(1 + 4t) and e^{−8t} = (e^{−4t})², by enclosures; for every t > 0 this follows " +
        "from 1 + x < e^x",
      range: "t = 1, 2, 4, …, 256",
      expected: BigInt(MOST_DOUBLINGS + 1),
      cases: () => Array.from({ length: MOST_DOUBLINGS + 1 }, (_, power) => 1n << BigInt(power)),
      check: checkDecay,
    }),
  ],
  theorems: ["reached_in_infinite_time", "lipschitz_is_needed"],
};

/** A loss of two units of one coordinate. */
export type PairLoss = (first: Jet, second: Jet) => Jet;

/** L = d², d = ϑ_1 − ϑ_2. */
export const squaredGap: PairLoss = (first, second) => {
  const gap = first.plus(second.scaled(rational(-1n)));
  return gap.times(gap);
};

/** A point of the curve ϑ_1 = (s + d_0E)/2, ϑ_2 = (s − d_0E)/2, where E stands for e^{−ct}. */
export interface CurvePoint {
  readonly sum: Rational;
  readonly start: Rational;
  /** A value of E. */
  readonly decay: Rational;
}

/** c in the flow of d². */
const RATE = 4n;

/**
 * The curve solves ϑ' = −∇L: with E' = −cE both sides are polynomials in s, d_0 and E, of degree 1 in each,
 * so agreement at two values of each is agreement for all, and so for E = e^{−ct} at every time.
 */
export function checkFlow(
  { sum, start, decay }: CurvePoint,
  loss: PairLoss = squaredGap,
  rate = RATE,
): string | undefined {
  const half = rational(1n, 2n);
  const variable = Jet.variable(1, 0, decay);
  const curve = [start, start.neg()].map((gap) =>
    variable.scaled(gap.mul(half)).plus(Jet.constant(1, sum.mul(half))),
  );
  const place = `s = ${sum.toFraction()}, d_0 = ${start.toFraction()}, E = ${decay.toFraction()}`;
  const [first, second] = curve.map(({ value }, index) => Jet.variable(2, index, value));
  if (first === undefined || second === undefined) return "no two units";
  const { gradient } = loss(first, second);
  const swapped = loss(second, first);
  if (!swapped.value.equals(loss(first, second).value)) return `the loss is not symmetric at ${place}`;
  for (const [index, { gradient: speed }] of curve.entries()) {
    const velocity = RationalVector.fromRationals(speed).at(0).mul(decay).mul(-rate);
    if (!velocity.equals(RationalVector.fromRationals(gradient).at(index).neg()))
      return `the curve doesn't solve the flow at ${place}`;
  }
  return undefined;
}

function curvePoints(): CurvePoint[] {
  const values = [rational(1n), rational(-2n, 3n)];
  return values.flatMap((sum) => values.flatMap((start) => values.map((decay) => ({ sum, start, decay }))));
}

const PRECISION = 2048;

/** 0 < e^{−ct} < 1/(1 + ct): never 0, and with limit 0; and e^{−2ct} = (e^{−ct})²; by enclosures. */
export function checkDecay(time: bigint, rate = RATE, decay = exponential): string | undefined {
  const exponent = Interval.enclosing(rational(-rate * time), PRECISION);
  const value = decay(exponent);
  if (value.sign !== 1) return `e^{−ct} is not known to be positive at t = ${time}`;
  if (decay(exponent.scaled(1)).intersection(value.power(2)) === undefined)
    return `e^{−2ct} is not the square of e^{−ct} at t = ${time}`;
  return value.upperEnd.mul(1n + rate * time).compare(1n) < 0
    ? undefined
    : `e^{−ct} is not below 1/(1 + ct) at t = ${time}`;
}
