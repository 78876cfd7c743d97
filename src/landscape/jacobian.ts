import { RationalVector } from "../exact/rationalVector.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import { type PointPass, pointPasses } from "./pointPass.js";

/** The derivatives of f(x|θ) in the parameters: d_out rows of D·m integers over one positive denominator. */
export interface PointJacobian {
  readonly rows: readonly (readonly bigint[])[];
  readonly denominator: bigint;
}

/**
 * The derivatives at one input: ∂f/∂w_i = a_i σ'(w_i·x) xᵀ and ∂f/∂a_i = σ(w_i·x) I, in the order of
 * parameterSpace.ts.
 */
export function pointJacobian({ input, values, slopes, denominator, outgoing }: PointPass): PointJacobian {
  const scale = outgoing.denominator * input.denominator;
  const scaled = values.map((value) => value * scale);
  const rows = Array.from({ length: outputs(outgoing.numerators) }, (_, output) => [
    ...outgoing.numerators.flatMap((weights, unit) => {
      const factor = (weights[output] ?? 0n) * (slopes[unit] ?? 0n);
      return input.numerators.map((coordinate) => factor * coordinate);
    }),
    ...scaled.flatMap((value, unit) =>
      (outgoing.numerators[unit] ?? []).map((_weight, other) => (other === output ? value : 0n)),
    ),
  ]);
  return { rows, denominator: denominator * scale };
}

/** d_out; 0 for a network without units, which has no parameters to derive by. */
function outputs(weights: readonly (readonly bigint[])[]): number {
  return weights[0]?.length ?? 0;
}

/**
 * The derivatives of all outputs (f(x_1|θ), …, f(x_N|θ)) in the parameters: N·d_out rows, those of x_1 first, in
 * the parameters' order of parameterSpace.ts. Its rank decides whether the zero-loss set is smooth at θ (Cooper,
 * 2018).
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some w_i·x_k.
 * @throws RangeError if an input has another dimension.
 * @example jacobian(twoLayerNetwork(1, 1, [neuron(["2"], ["3"])]), [RationalVector.parse("5")], polynomialActivation([rational(0n), rational(0n), rational(1n)])).map((row) => row.key)
 * // ["300,100"]
 */
export function jacobian(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): RationalVector[] {
  return pointPasses(network, inputs, activation).flatMap((pass) => {
    const { rows, denominator } = pointJacobian(pass);
    return rows.map((row) => RationalVector.of(row, denominator));
  });
}
