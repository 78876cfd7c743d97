import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";

/** What the chain rule needs of a network at one input x. */
export interface PointPass {
  readonly input: RationalVector;
  readonly units: readonly UnitPass[];
  /** f(x|θ). */
  readonly output: RationalVector;
}

/**
 * What one unit contributes. Each unit has its own denominator. Unless the activation is a polynomial, these
 * have little in common, and over one denominator every number would be as long as the network is wide.
 */
export interface UnitPass {
  readonly outgoing: RationalVector;
  /** σ(w·x) and σ'(w·x). */
  readonly valueAndSlope: RationalVector;
  /** σ''(w·x). */
  readonly curvature: Rational;
}

/**
 * The passes for all inputs, in their order.
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some w_i·x.
 * @throws RangeError if an input has another dimension.
 */
export function pointPasses(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): PointPass[] {
  return inputs.map((input, index) => {
    const units = network.units.map(({ incoming, outgoing }, unit) => {
      const { s, n, d } = incoming.dot(input);
      try {
        const { numerators, denominator } = activation.taylor(s * n, d, 2);
        return {
          outgoing,
          valueAndSlope: RationalVector.of(numerators.slice(0, 2), denominator),
          curvature: rational(2n * entry(numerators, 2), denominator),
        };
      } catch (error) {
        throw error instanceof InputError ? error.at(`neuron ${unit + 1} at input ${index + 1}`) : error;
      }
    });
    const shares = units.map((unit) => unit.outgoing.times(unit.valueAndSlope.at(0)));
    return { input, units, output: RationalVector.sum(network.outputDimension, shares) };
  });
}
