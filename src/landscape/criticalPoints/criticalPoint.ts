import { entry } from "../../exact/entry.js";
import { certifiedNullspace } from "../../exact/matrices/certifiedNullspace.js";
import { InputError } from "../../exact/inputError.js";
import { dot, type IntegerMatrix, primitive, transpose } from "../../exact/vectors/integerMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../exact/inertia/symmetricMatrix.js";
import { parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import { type DataSet, dataSet } from "../loss/data.js";
import { jacobian } from "../loss/jacobian.js";
import { spaceOf } from "../loss/unitParameters.js";

/**
 * A network and data at which the gradient of the squared error ½ Σ_k |f(x_k|θ) − y_k|² is exactly 0.
 *
 * @example minimum.residuals.length === minimum.data.inputs.length
 */
export interface CriticalPoint {
  readonly network: TwoLayerNetwork;
  readonly activation: Activation;
  readonly data: DataSet;
  /** e_k = f(x_k|θ) − y_k ∈ Q^{d_out}, in the order of the data. */
  readonly residuals: readonly RationalVector[];
}

/**
 * The linear equations that the residuals e_k ∈ Q^{d_out} of a critical point of the squared error satisfy,
 * in the unknowns (e_1, …, e_N): for every unit i, Σ_k (a_i·e_k) σ'(w_i·x_k) x_k = 0 and Σ_k σ(w_i·x_k) e_k =
 * 0. Network, inputs and activation are fixed. The targets y_k = f(x_k|θ) − e_k are free.
 *
 * @param inputs points of Q^{d_in}.
 * @returns r(d_in + d_out) rows of N·d_out integers, those of the incoming weights first.
 * @throws InputError if the activation has no value at some w_i·x_k.
 * @throws RangeError if an input has another dimension.
 * @example residualSystem(theta, [RationalVector.parse("5")], parseActivation("poly:0,1")) // [[1n], [1n]]
 */
export function residualSystem(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): IntegerMatrix {
  return equationsOf(jacobian(network, inputs, activation), parameterCount(spaceOf(network)));
}

/** The equations Jᵀe = 0 of a vanishing gradient, from the rows of the derivatives J of all outputs. */
export function equationsOf(rows: readonly RationalVector[], parameters: number): IntegerMatrix {
  return transpose(overOneDenominator(rows).numerators, parameters).map(primitive);
}

/**
 * A basis of the residuals that make a network a critical point, each as a vector (e_1, …, e_N) of N·d_out
 * integers without a common factor.
 *
 * @throws InputError as {@link residualSystem} does, and if there are only the residuals 0. It then says how
 *   many inputs are always enough: N·d_out > r(d_in + d_out).
 */
export function criticalResiduals(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): IntegerMatrix {
  const system = residualSystem(network, inputs, activation);
  const unknowns = inputs.length * network.outputDimension;
  const { rank, basis } = certifiedNullspace(system, unknowns);
  if (basis.vectors.length > 0) return basis.vectors;
  const enough = BigInt(system.length) / BigInt(network.outputDimension) + 1n;
  throw new InputError(
    `residuals other than 0 never make it critical: N·d_out = ${unknowns} residuals, ` +
      `and ${rank} independent of r(d_in + d_out) = ${system.length} equations`,
    `give N·d_out > ${system.length}, so N ≥ ${enough} inputs`,
  );
}

/** e_1, …, e_N ∈ Q^{d_out} of the N·d_out residuals in a row. */
export function residualVectors(
  residuals: readonly bigint[],
  count: number,
  outputDimension: number,
): RationalVector[] {
  return Array.from({ length: count }, (_, index) =>
    RationalVector.of(residuals.slice(index * outputDimension, (index + 1) * outputDimension)),
  );
}

/**
 * The critical point with the given residuals: targets y_k = f(x_k|θ) − e_k.
 *
 * @param residuals a combination of what {@link criticalResiduals} gives.
 * @param factor what the residuals are multiplied by.
 * @throws InputError as {@link residualSystem} does.
 * @throws RangeError unless the residuals satisfy the system.
 */
export function withResiduals(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
  residuals: readonly bigint[],
  factor: Rational,
): CriticalPoint {
  const fault = residualSystem(network, inputs, activation).findIndex((row) => dot(row, residuals) !== 0n);
  if (fault >= 0) throw new RangeError(`residuals that don't satisfy equation ${fault}`);
  const size = network.outputDimension;
  const shares = residualVectors(residuals, inputs.length, size).map((share) => share.times(factor));
  const targets = inputs.map((input, index) => {
    const output = evaluate(network, input, (preactivation) => activation.derivative(0, preactivation));
    return output.minus(entry(shares, index));
  });
  return { network, activation, data: dataSet(inputs, targets), residuals: shares };
}
