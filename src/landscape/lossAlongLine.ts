import { type Rational, rational } from "../exact/rational.js";
import type { RationalVector } from "../exact/rationalVector.js";
import { toNetwork } from "../manifold/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import type { DataSet } from "./data.js";

/**
 * The Taylor coefficients at t = 0 of the squared error ½Σ_k |f(x_k|θ + tδ) − y_k|², from order 0 to the given one. With the
 * first nonzero one after the constant at an odd order, there are lower and higher values however near.
 *
 * @param direction δ, in the order of parameterSpace.ts.
 * @throws InputError where the activation has no value.
 * @throws RangeError if the direction has another dimension.
 * @example lossAlongLine(network, direction, data, activation, 0)[0] // the loss at the network
 */
export function lossAlongLine(
  network: TwoLayerNetwork,
  direction: RationalVector,
  { inputs, targets }: DataSet,
  activation: Activation,
  order: number,
): Rational[] {
  const moves = toNetwork({ ...network, width: network.neurons.length }, direction).neurons;
  const total = series(order, []);
  inputs.forEach((input, index) => {
    const values = network.neurons.map(({ incoming }, unit) => {
      const speed = moves[unit]?.incoming.dot(input) ?? rational(0n);
      const { s, n, d } = incoming.dot(input);
      const { numerators, denominator } = activation.taylor(s * n, d, order);
      return numerators.map((numerator, power) =>
        rational(numerator, denominator).mul(speed.pow(BigInt(power))),
      );
    });
    targets[index]?.toRationals().forEach((target, output) => {
      const residual = values.reduce(
        (sum, value, unit) => {
          const outgoing = [network.neurons[unit], moves[unit]].flatMap(
            (own) => own?.outgoing.at(output) ?? [],
          );
          return plus(sum, times(value, outgoing, order));
        },
        series(order, [target.neg()]),
      );
      times(residual, residual, order).forEach((term, power) => {
        total[power] = (total[power] ?? rational(0n)).add(term.div(2n));
      });
    });
  });
  return total;
}

function series(order: number, first: readonly Rational[]): Rational[] {
  return Array.from({ length: order + 1 }, (_, power) => first[power] ?? rational(0n));
}

function plus(left: readonly Rational[], right: readonly Rational[]): Rational[] {
  return left.map((term, power) => term.add(right[power] ?? 0n));
}

function times(left: readonly Rational[], right: readonly Rational[], order: number): Rational[] {
  return Array.from({ length: order + 1 }, (_, power) =>
    right
      .slice(0, power + 1)
      .reduce((sum, term, own) => sum.add(term.mul(left[power - own] ?? 0n)), rational(0n)),
  );
}
