import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { toNetwork } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { DataSet } from "./data.js";

/**
 * The Taylor coefficients at t = 0 of the squared error ½Σ_k |f(x_k|θ + tδ) − y_k|², from order 0 to the
 * given one. With the first nonzero one after the constant at an odd order, there are lower and higher values
 * however near.
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
  const moves = toNetwork({ ...network, width: network.units.length }, direction).units;
  const terms = inputs.flatMap((input, index) => {
    const units = network.units.map((unit, place) => {
      const move = entry(moves, place);
      const speed = move.incoming.dot(input);
      const { s, n, d } = unit.incoming.dot(input);
      const { numerators, denominator } = activation.taylor(s * n, d, order);
      const value = RationalVector.fromRationals(
        numerators.map((term, power) => rational(term, denominator).mul(speed.pow(BigInt(power)))),
      );
      return { unit, move, value };
    });
    return entry(targets, index)
      .toRationals()
      .map((target, output) => {
        const shares = units.map(({ unit, move, value }) =>
          times(value, series(order, unit.outgoing.at(output), move.outgoing.at(output))),
        );
        const residual = RationalVector.sum(order + 1, [
          series(order, target.neg(), rational(0n)),
          ...shares,
        ]);
        return times(residual, residual);
      });
  });
  return RationalVector.sum(order + 1, terms)
    .times(rational(1n, 2n))
    .toRationals();
}

/** The series of first + second·t. */
function series(order: number, first: Rational, second: Rational): RationalVector {
  return RationalVector.fromRationals(
    Array.from({ length: order + 1 }, (_, power) =>
      power === 0 ? first : power === 1 ? second : rational(0n),
    ),
  );
}

/** The product of two series, of their order. */
function times(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.fromRationals(
    left.toRationals().map((_, power) =>
      right
        .toRationals()
        .slice(0, power + 1)
        .reduce((sum, term, own) => sum.add(term.mul(left.at(power - own))), rational(0n)),
    ),
  );
}
