import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";

/** Orders of the derivatives that gradients and Hessians are made of. */
const ORDERS = [0, 1, 2];

/**
 * Whether a preactivation w·x is generic: it is neither 0 nor a pole, and σ, σ' and σ'' don't vanish there,
 * except those that vanish everywhere, as σ'' of a line does.
 *
 * @example isGenericFor(parseActivation("poly:1,1"))(rational(-1n)) === false // σ(−1) = 0
 */
export function isGenericFor(activation: Activation): (preactivation: Rational) => boolean {
  const orders = ORDERS.filter((order) => !vanishesIdentically(activation, order));
  return (preactivation) =>
    !preactivation.equals(0n) &&
    !isPole(activation, preactivation) &&
    orders.every((order) => !activation.derivative(order, preactivation).equals(0n));
}

/**
 * What makes a critical point special, in words: a w_i·x_k at which {@link isGenericFor} fails, or a datum
 * that is fitted. What holds at a special point may fail at others.
 *
 * @param residuals e_k for each input.
 * @returns undefined if the point is generic.
 * @example specialFeature(point.network, point.data.inputs, point.activation, point.residuals) // undefined
 */
export function specialFeature(
  { units }: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
  residuals: readonly RationalVector[],
): string | undefined {
  const generic = isGenericFor(activation);
  for (const [unit, { incoming }] of units.entries()) {
    const special = inputs.map((input) => incoming.dot(input)).find((value) => !generic(value));
    if (special !== undefined)
      return (
        `w·x = ${formatRational(special)} at neuron ${unit + 1}: ` +
        "it, σ, σ' or σ'' is 0 there, or σ has no value"
      );
  }
  const fitted = residuals.findIndex((residual) => residual.isZero());
  return fitted < 0 ? undefined : `datum ${fitted + 1} is fitted`;
}

/** Whether a derivative is 0 everywhere: it is P_j/Q^(j+1) with a P_j of degree at most deg P + j·deg Q. */
function vanishesIdentically(activation: Activation, order: number): boolean {
  const { numerator, denominator } = activation;
  const degree = numerator.length - 1 + order * (denominator.length - 1);
  let zeros = 0;
  for (let place = rational(1n); zeros <= degree; place = place.add(1n)) {
    if (isPole(activation, place)) continue;
    if (!activation.derivative(order, place).equals(0n)) return false;
    zeros += 1;
  }
  return true;
}

function isPole({ denominator }: Activation, x: Rational): boolean {
  return denominator.reduceRight((value, entry) => value.mul(x).add(entry), rational(0n)).equals(0n);
}
