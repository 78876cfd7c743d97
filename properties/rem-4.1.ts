import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { equalWithSigmoid, equalWithSoftplus } from "../src/landscape/activations/logisticEquality.js";
import { activationsByDivision } from "../src/landscape/activations/sigmoidSeries.js";
import { nonzeroOrders, plus, stretched, times } from "../src/landscape/activations/taylorSeries.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { type Property, property } from "./property.js";

const ORDER = 40;
const activations = activationsByDivision(ORDER);

const positive = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
  .map(([numerator, denominator]) => rational(BigInt(numerator), BigInt(denominator)));

/** A measure on the weights −3/2, −1, −1/2, 0, 1/2, 1, 3/2, by its masses in this order. */
type Masses = readonly bigint[];
const WEIGHTS = [-3n, -2n, -1n, 0n, 1n, 2n, 3n];
const masses: fc.Arbitrary<Masses> = listOf(fc.bigInt({ min: -2n, max: 2n }), WEIGHTS.length);

const at = (measure: Masses, weight: bigint): bigint => entry(measure, Number(weight) + 3);
const total = (measure: Masses): bigint => measure.reduce((sum, mass) => sum + mass);
const moment = (measure: Masses): bigint => WEIGHTS.reduce((sum, w) => sum + w * at(measure, w), 0n);

function networkOf(measure: Masses): TwoLayerNetwork {
  const units = WEIGHTS.map((weight) => ({
    incoming: RationalVector.of([weight], 2n),
    outgoing: RationalVector.of([at(measure, weight)]),
  }));
  return twoLayerNetwork(1, 1, units);
}

/**
 * Two measures. Their difference is arbitrary, or of the parity of `sign`, or of this parity and changed by
 * `completed` to be an invariance, which random ones hardly ever are.
 */
function pairs(
  sign: bigint,
  completed: (difference: Masses) => Masses,
): fc.Arbitrary<readonly [Masses, Masses]> {
  return fc.tuple(masses, masses, fc.nat(2)).map(([left, free, how]) => {
    const parity = WEIGHTS.map((w) => at(free, w) + sign * at(free, -w));
    const difference = how === 0 ? free : how === 1 ? parity : completed(parity);
    return [left, WEIGHTS.map((w) => at(left, w) + at(difference, w))];
  });
}

const withoutTotal = (measure: Masses): Masses =>
  WEIGHTS.map((w) => (w === 0n ? at(measure, w) - total(measure) : at(measure, w)));

/** The moment is even, and half of it goes to each of the weights 1/2 and −1/2. */
const withoutMoment = (measure: Masses): Masses =>
  WEIGHTS.map((w) => (w * w === 1n ? at(measure, w) - (w * moment(measure)) / 2n : at(measure, w)));

export const properties: readonly Property[] = [
  property(
    "rem-4.1/any-alpha-gamma",
    `σ_soft(x) + α·σ_sig(γx) has no vanishing derivative at 0, up to order ${ORDER}, for positive ` +
      "rationals α, γ",
    fc.tuple(positive, positive),
    ([alpha, gamma]) => {
      const { sigmoid, softplus } = activations;
      return nonzeroOrders(plus(softplus, times(alpha, stretched(sigmoid, gamma)))).length === ORDER + 1;
    },
  ),
  property(
    "rem-4.1/sigmoid-invariances",
    "with the sigmoid, networks compute the same function if and only if the difference of their measures " +
      "is even, of total mass 0",
    pairs(1n, withoutTotal),
    ([left, right]) => {
      const difference = WEIGHTS.map((w) => at(right, w) - at(left, w));
      const even = WEIGHTS.every((w) => at(difference, w) === at(difference, -w));
      const equal = equalWithSigmoid(networkOf(left), networkOf(right));
      return equal === (even && total(difference) === 0n);
    },
  ),
  property(
    "rem-4.1/softplus-invariances",
    "with softplus, networks compute the same function if and only if the difference of their measures is " +
      "odd, with Σ w·μ(w) = 0",
    pairs(-1n, withoutMoment),
    ([left, right]) => {
      const difference = WEIGHTS.map((w) => at(right, w) - at(left, w));
      const odd = WEIGHTS.every((w) => at(difference, w) === -at(difference, -w));
      const equal = equalWithSoftplus(networkOf(left), networkOf(right));
      return equal === (odd && moment(difference) === 0n);
    },
  ),
];
