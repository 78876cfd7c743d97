import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../../landscape/activations/activation.js";
import {
  type CriticalPoint,
  criticalResiduals,
  withResiduals,
} from "../../landscape/criticalPoints/criticalPoint.js";
import { matrix, writtenNetwork } from "./written.js";

/** A critical point of the squared error that is written out. */
export interface WrittenPoint {
  readonly activation: Activation;
  /** The rows w_i, the rows a_i and the inputs, as {@link matrix} reads them. */
  readonly incoming: string;
  readonly outgoing: string;
  readonly inputs: string;
  /** The residuals, up to the factor, in a basis of those that make the network critical. */
  readonly combination: readonly bigint[];
  readonly factor: Rational;
}

/**
 * Makes a written point.
 *
 * @throws RangeError if a preactivation is 0, or σ, σ' or σ'' is 0 there, or on a combination of another
 * length.
 */
export function writtenPoint(written: WrittenPoint): CriticalPoint {
  const { activation, incoming, outgoing, combination, factor } = written;
  const network = writtenNetwork(incoming, outgoing);
  const inputs = matrix(written.inputs);
  for (const unit of network.units) {
    for (const input of inputs) {
      const preactivation = unit.incoming.dot(input);
      if ([preactivation, ...activation.jet(preactivation)].every((value) => !value.equals(0n))) continue;
      throw new RangeError(`w = (${unit.incoming.key}) and x = (${input.key}) are in a special position`);
    }
  }
  const basis = criticalResiduals(network, inputs, activation);
  if (basis.length !== combination.length)
    throw new RangeError(`${combination.length} factors for a basis of ${basis.length} residuals`);
  const factors = RationalVector.of(combination);
  const { numerators } = RationalVector.sum(
    inputs.length * network.outputDimension,
    basis.map((residuals, index) => RationalVector.of(residuals).times(factors.at(index))),
  );
  return withResiduals(network, inputs, activation, numerators, factor);
}
