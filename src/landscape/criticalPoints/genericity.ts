import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";

/** Orders of the derivatives that gradients and Hessians are made of. */
const ORDERS = [0, 1, 2];

/**
 * Whether σ, σ' and σ'' all enter at w·x as they do elsewhere: w·x is no pole and not 0, and of the three
 * none vanishes there that doesn't vanish everywhere, as σ'' of a line does.
 *
 * @example isGenericFor(polynomialActivation([rational(1n), rational(1n)]))(rational(-1n)) === false // σ(−1) = 0
 */
export function isGenericFor(activation: Activation): (preactivation: Rational) => boolean {
  const orders = ORDERS.filter((order) => !vanishesIdentically(activation, order));
  return (preactivation) =>
    !preactivation.equals(0n) &&
    !isPole(activation, preactivation) &&
    orders.every((order) => !activation.derivative(order, preactivation).equals(0n));
}

/**
 * What makes a critical point a special one, in words: some w_i·x_k at which {@link isGenericFor} fails, or a
 * datum that is fitted. What is seen at such a point may hold there alone.
 *
 * @param residuals e_k for each input.
 * @returns undefined if nothing does.
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
      return `w·x = ${formatRational(special)} at neuron ${unit + 1}: it, σ, σ' or σ'' is 0 there, or σ has no value`;
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
