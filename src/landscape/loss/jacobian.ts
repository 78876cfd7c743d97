import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import { type UnitPass, pointPasses } from "./pointPass.js";
import { inParameterOrder } from "./unitParameters.js";

/** The derivatives of f(x|θ) in one unit's parameters, d_out integers for each, over one denominator. */
export interface UnitJacobian {
  readonly columns: readonly (readonly bigint[])[];
  readonly denominator: bigint;
}

/** ∂f/∂w = a σ'(w·x) xᵀ, d_in columns, then ∂f/∂a = σ(w·x) I, d_out columns. */
export function unitJacobian({ outgoing, valueAndSlope }: UnitPass, input: RationalVector): UnitJacobian {
  const [value, slope] = [entry(valueAndSlope.numerators, 0), entry(valueAndSlope.numerators, 1)];
  const scale = outgoing.denominator * input.denominator;
  return {
    columns: [
      ...input.numerators.map((coordinate) =>
        outgoing.numerators.map((weight) => weight * slope * coordinate),
      ),
      ...outgoing.numerators.map((_, row) =>
        outgoing.numerators.map((_weight, column) => (row === column ? value * scale : 0n)),
      ),
    ],
    denominator: valueAndSlope.denominator * scale,
  };
}

/**
 * The derivatives of all outputs (f(x_1|θ), …, f(x_N|θ)) in the parameters: N·d_out rows, those of x_1 first,
 * in the parameters' order of parameterSpace.ts. If they have full rank at a point of zero loss, the
 * zero-loss set is smooth there (Cooper, 2018).
 *
 * @param inputs points of Q^{d_in}.
 * @throws InputError if the activation has no value at some w_i·x_k.
 * @throws RangeError if an input has another dimension.
 * @example jacobian(twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])]), [RationalVector.parse("5")],
 *   parseActivation("poly:0,0,1")).map((row) => row.key) // ["300,100"]
 */
export function jacobian(
  network: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
): RationalVector[] {
  requireArguments({ network: { network }, "vector[]": { inputs }, activation: { activation } });
  return pointPasses(network, inputs, activation).flatMap(({ input, units }) => {
    const blocks = units.map((unit) => {
      const { columns, denominator } = unitJacobian(unit, input);
      return columns.map((column) => RationalVector.of(column, denominator));
    });
    const columns = inParameterOrder(blocks, network);
    return Array.from({ length: network.outputDimension }, (_, output) =>
      RationalVector.fromRationals(columns.map((column) => column.at(output))),
    );
  });
}
