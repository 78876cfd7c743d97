import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { toNetwork } from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { DataSet } from "./data.js";
import { spaceOf } from "./unitParameters.js";

/**
 * The Taylor coefficients at t = 0 of the squared error ½Σ_k |f(x_k|θ + tδ) − y_k|², from order 0 to the
 * given one. If the first nonzero one after the constant has an odd order, there are lower and higher values
 * at any distance, however small.
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
  const moves = toNetwork(spaceOf(network), direction).units;
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
          times(value, line(order, unit.outgoing.at(output), move.outgoing.at(output))),
        );
        const residual = RationalVector.sum(order + 1, [line(order, target.neg(), ZERO), ...shares]);
        return times(residual, residual);
      });
  });
  return RationalVector.sum(order + 1, terms)
    .times(rational(1n, 2n))
    .toRationals();
}

const ZERO = rational(0n);

/** The series of start + slope·t. */
function line(order: number, start: Rational, slope: Rational): RationalVector {
  const zeros = new Array<Rational>(order).fill(ZERO);
  return RationalVector.fromRationals([start, slope, ...zeros].slice(0, order + 1));
}

/** The product of two series, of their order. */
function times(left: RationalVector, right: RationalVector): RationalVector {
  return RationalVector.fromRationals(
    left.toRationals().map((_, power) =>
      right
        .toRationals()
        .slice(0, power + 1)
        .reduce((sum, term, index) => sum.add(term.mul(left.at(power - index))), ZERO),
    ),
  );
}
