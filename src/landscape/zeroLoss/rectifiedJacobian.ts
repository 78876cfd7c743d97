import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
} from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Rectified, isPositive } from "../activations/rectified.js";
import { jacobian } from "../loss/jacobian.js";

/**
 * What `jacobian` gives, for a rectified activation: at an input only the units with w_i·x > 0 have a share,
 * and theirs is that of ρ. Units with w_i·x = 0 have none if ρ(0) = ρ'(0) = 0.
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if some w_i·x = 0 and σ has no derivative there, or where ρ has no value.
 * @throws RangeError if an input has another dimension.
 * @example rectifiedJacobian(twoLayerNetwork(1, 1, [unitOf(["-2"], ["3"])]), [RationalVector.parse("5")], relu)[0]?.key === "0,0"
 */
export function rectifiedJacobian(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Rectified,
): RationalVector[] {
  const { inputDimension, outputDimension, units } = network;
  return inputs.flatMap((input) => {
    const active = units.flatMap(({ incoming }, unit) => {
      const preactivation = incoming.dot(input);
      if (preactivation.n === 0n) requireFlatAtZero(activation);
      return isPositive(preactivation) ? [unit] : [];
    });
    const activeUnits = active.map((unit) => entry(units, unit));
    const part = twoLayerNetwork(inputDimension, outputDimension, activeUnits);
    const space = { inputDimension, outputDimension, width: units.length };
    return jacobian(part, [input], activation.positivePart).map((row) => spread(row, active, space));
  });
}

/** A row over the parameters of some units as one over those of all. */
function spread(row: RationalVector, active: readonly number[], space: ParameterSpace): RationalVector {
  const numerators = new Array<bigint>(parameterCount(space)).fill(0n);
  const part = { ...space, width: active.length };
  const move = (from: number, to: number): void => {
    numerators[to] = entry(row.numerators, from);
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
