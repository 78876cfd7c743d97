import { InputError } from "../exact/inputError.js";
import { lcm } from "../exact/integer.js";
import { RationalVector } from "../exact/rationalVector.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";

/**
 * What the chain rule needs of a network at one input x: all units over one denominator, so that no sum over
 * units, inputs or coordinates meets a fraction.
 */
export interface PointPass {
  readonly input: RationalVector;
  /** σ(w_i·x) times `denominator`, for every unit i. */
  readonly values: readonly bigint[];
  /** σ'(w_i·x), the same. */
  readonly slopes: readonly bigint[];
  /** σ''(w_i·x), the same. */
  readonly curvatures: readonly bigint[];
  readonly denominator: bigint;
  readonly outgoing: OutgoingWeights;
  /** f(x|θ). */
  readonly output: RationalVector;
}

/** a_1, …, a_m over one positive denominator. */
export interface OutgoingWeights {
  readonly numerators: readonly (readonly bigint[])[];
  readonly denominator: bigint;
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
  const denominator = commonMultiple(network.neurons.map((unit) => unit.outgoing.denominator));
  const numerators = network.neurons.map(({ outgoing }) =>
    outgoing.numerators.map((numerator) => numerator * (denominator / outgoing.denominator)),
  );
  return inputs.map((input, index) => {
    try {
      return pointPass(network, input, activation, { numerators, denominator });
    } catch (error) {
      throw error instanceof InputError ? error.at(`input ${index + 1}`) : error;
    }
  });
}

function pointPass(
  network: TwoLayerNetwork,
  input: RationalVector,
  activation: Activation,
  outgoing: OutgoingWeights,
): PointPass {
  const units = network.neurons.map(({ incoming }) => {
    const { s, n, d } = incoming.dot(input);
    return activation.taylor(s * n, d, 2);
  });
  const denominator = commonMultiple(units.map((unit) => unit.denominator));
  const scaled = (order: number, factor: bigint): bigint[] =>
    units.map((unit) => (unit.numerators[order] ?? 0n) * factor * (denominator / unit.denominator));
  const values = scaled(0, 1n);
  const sums = new Array<bigint>(network.outputDimension).fill(0n);
  outgoing.numerators.forEach((weights, unit) => {
    weights.forEach((weight, output) => {
      sums[output] = (sums[output] ?? 0n) + weight * (values[unit] ?? 0n);
    });
  });
  const output = RationalVector.of(sums, denominator * outgoing.denominator);
  return { input, values, slopes: scaled(1, 1n), curvatures: scaled(2, 2n), denominator, outgoing, output };
}

function commonMultiple(denominators: readonly bigint[]): bigint {
  return denominators.reduce(
    (common, denominator) => (common === denominator ? common : lcm(common, denominator)),
    1n,
  );
}
