import { certifiedRank, rankFault } from "../../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import type { Rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import { type DataSet, dataSet } from "../loss/data.js";

/**
 * Data that a network fits exactly: targets f(x_k|θ). So θ is a point of the zero-loss set of these data.
 *
 * @param activation σ, as a function of the preactivation.
 * @throws InputError if there are no inputs, or where the activation has no value.
 * @example fittedData(theta, [RationalVector.parse("2")], (x) => x.mul(x)).targets[0]?.key // f(2|θ)
 */
export function fittedData(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: (preactivation: Rational) => Rational,
): DataSet {
  return dataSet(
    inputs,
    inputs.map((input) => evaluate(network, input, activation)),
  );
}

/**
 * The certified rank of the derivatives of all outputs at the data. If it is the number d of residuals, then
 * near this point of the zero-loss set that set is a smooth manifold of dimension n − d, by the implicit
 * function theorem (Cooper, 2018).
 *
 * @param rows the result of `jacobian`.
 * @param parameters n, the number of columns.
 * @throws RangeError if a row has another length, or if the rank's certificate is faulty.
 * @example outputRank([RationalVector.parse("1", "2"), RationalVector.parse("2", "4")], 2) === 1
 */
export function outputRank(rows: readonly RationalVector[], parameters: number): number {
  const matrix = clearDenominators(rows);
  const certified = certifiedRank(matrix, parameters);
  const fault = rankFault(matrix, parameters, certified);
  if (fault !== undefined) throw new RangeError(`a rank with a faulty certificate: ${fault}`);
  return certified.rank;
}
