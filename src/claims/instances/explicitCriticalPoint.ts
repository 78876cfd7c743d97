import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../../landscape/activations/activation.js";
import {
  type CriticalPoint,
  criticalResiduals,
  withResiduals,
} from "../../landscape/criticalPoints/criticalPoint.js";
import { type Unit, unitOf, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/** A critical point of the squared error that is written down, not drawn. */
export interface WrittenPoint {
  readonly activation: Activation;
  /** (w; a) of each unit. */
  readonly units: readonly (readonly [incoming: readonly string[], outgoing: readonly string[]])[];
  readonly inputs: readonly (readonly string[])[];
  /** The residuals as a combination of a basis of those that make the network critical. */
  readonly combination: readonly bigint[];
  readonly factor: Rational;
}

/**
 * What {@link WrittenPoint} describes, a point in no special position. @throws RangeError if it is in one.
 */
export function writtenPoint({
  activation,
  units,
  inputs,
  combination,
  factor,
}: WrittenPoint): CriticalPoint {
  const hidden = units.map(([incoming, outgoing]) => unitOf(incoming, outgoing));
  const points = inputs.map((coordinates) => RationalVector.fromStrings(coordinates));
  const [first] = hidden;
  if (first === undefined) throw new RangeError("a critical point of width 0");
  const network = twoLayerNetwork(first.incoming.dimension, first.outgoing.dimension, hidden);
  requireGeneric(hidden, points, activation);
  const basis = criticalResiduals(network, points, activation);
  if (basis.length !== combination.length)
    throw new RangeError(`${combination.length} factors for a basis of ${basis.length} residuals`);
  const { numerators } = RationalVector.sum(
    points.length * network.outputDimension,
    basis.map((residuals, index) =>
      RationalVector.of(residuals).times(RationalVector.of(combination).at(index)),
    ),
  );
  return withResiduals(network, points, activation, numerators, factor);
}

/** No preactivation is 0, and neither are σ, σ' and σ'' there. */
function requireGeneric(
  units: readonly Unit[],
  inputs: readonly RationalVector[],
  activation: Activation,
): void {
  for (const { incoming } of units) {
    for (const input of inputs) {
      const preactivation = incoming.dot(input);
      if ([preactivation, ...activation.jet(preactivation)].every((value) => !value.equals(0n))) continue;
      throw new RangeError(`w = (${incoming.key}) and x = (${input.key}) are in a special position`);
    }
  }
}
