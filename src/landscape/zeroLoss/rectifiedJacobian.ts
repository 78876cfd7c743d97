import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type ParameterSpace, parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Rectified, isPositive } from "../activations/rectified.js";
import { jacobian } from "../loss/jacobian.js";
import { spaceOf, unitParameters } from "../loss/unitParameters.js";

/**
 * The derivatives of all outputs in the parameters, as `jacobian` orders them, for a rectified activation. At
 * an input x only the units with w_i·x > 0 contribute, with the derivatives of ρ. Units with w_i·x = 0
 * contribute nothing if ρ(0) = ρ'(0) = 0.
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if some w_i·x = 0 and σ has no derivative there, or where ρ has no value.
 * @throws RangeError if an input has another dimension.
 * @example rectifiedJacobian(network, [x], relu)[0]?.isZero() === true // if all w_i·x < 0
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
    const rows = jacobian(part, [input], activation.positivePart);
    return rows.map((row) => spread(row, active, spaceOf(network)));
  });
}

/** A row over the parameters of the active units as a row over those of all units. */
function spread(row: RationalVector, active: readonly number[], space: ParameterSpace): RationalVector {
  const numerators = new Array<bigint>(parameterCount(space)).fill(0n);
  active.forEach((unit, position) => {
    const sources = unitParameters({ ...space, width: active.length }, position);
    unitParameters(space, unit).forEach((place, local) => {
      numerators[place] = entry(row.numerators, entry(sources, local));
    });
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
