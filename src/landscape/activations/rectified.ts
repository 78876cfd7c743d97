import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
} from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import { jacobian } from "../loss/jacobian.js";

/**
 * A rectified activation: σ(x) = ρ(x) for x > 0 and 0 for x ≤ 0, with ρ over Q, such as max(0, x) or
 * max(0, x)³/(1 + x²). Cooper (2018) takes σ smooth as well, which no such σ is at 0: with ρ of order k there it
 * is C^{k−1}.
 */
export interface Rectified {
  readonly name: string;
  /** ρ. */
  readonly positivePart: Activation;
  /** σ(x). @throws InputError if ρ has no value at x > 0. */
  readonly value: (x: Rational) => Rational;
}

/**
 * The rectified activation with a given positive part.
 *
 * @example rectifiedActivation(polynomialActivation([rational(0n), rational(1n)])).value(rational(-1n)).n === 0n
 */
export function rectifiedActivation(positivePart: Activation): Rectified {
  return {
    name: `rectified ${positivePart.name}`,
    positivePart,
    value: (x) => (isPositive(x) ? positivePart.derivative(0, x) : rational(0n)),
  };
}

/**
 * What `jacobian` gives, for a rectified activation: at an input only the units with w_i·x > 0 have a share, and
 * theirs is that of ρ. Units with w_i·x = 0 have none if ρ(0) = ρ'(0) = 0.
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if some w_i·x = 0 and σ has no derivative there, or where ρ has no value.
 * @throws RangeError if an input has another dimension.
 * @example rectifiedJacobian(twoLayerNetwork(1, 1, [neuron(["-2"], ["3"])]), [RationalVector.parse("5")], relu)[0]?.key === "0,0"
 */
export function rectifiedJacobian(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Rectified,
): RationalVector[] {
  const { inputDimension, outputDimension, neurons } = network;
  return inputs.flatMap((input) => {
    const active = neurons.flatMap(({ incoming }, unit) => {
      const preactivation = incoming.dot(input);
      if (preactivation.n === 0n) requireFlatAtZero(activation);
      return isPositive(preactivation) ? [unit] : [];
    });
    const units = active.flatMap((unit) => neurons[unit] ?? []);
    const part = twoLayerNetwork(inputDimension, outputDimension, units);
    const space = { inputDimension, outputDimension, width: neurons.length };
    return jacobian(part, [input], activation.positivePart).map((row) => spread(row, active, space));
  });
}

/** A row over the parameters of some units as one over those of all. */
function spread(row: RationalVector, active: readonly number[], space: ParameterSpace): RationalVector {
  const numerators = new Array<bigint>(parameterCount(space)).fill(0n);
  const part = { ...space, width: active.length };
  const move = (from: number, to: number): void => {
    numerators[to] = row.numerators[from] ?? 0n;
  };
  active.forEach((unit, position) => {
    for (let input = 0; input < space.inputDimension; input++) {
      move(incomingIndex(part, position, input), incomingIndex(space, unit, input));
    }
    for (let output = 0; output < space.outputDimension; output++) {
      move(outgoingIndex(part, position, output), outgoingIndex(space, unit, output));
    }
  });
  return RationalVector.of(numerators, row.denominator);
}

function requireFlatAtZero({ name, positivePart }: Rectified): void {
  const zero = rational(0n);
  if ([0, 1].every((order) => positivePart.derivative(order, zero).n === 0n)) return;
  throw new InputError(
    `the activation ${name} has no derivative at 0`,
    "change the weights, or take a positive part that begins with x² or a higher power",
  );
}

function isPositive(x: Rational): boolean {
  return x.compare(0n) > 0;
}
