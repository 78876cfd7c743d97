import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { Rational } from "../../exact/numbers/rational.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
} from "../../manifold/subspaces/parameterSpace.js";
import { type RationalMatrix, commonMultiple } from "../loss/rationalMatrix.js";

/**
 * The linear map M from parameters of width r to those of width m that copies unit g(i) to place i, with the
 * outgoing vector times β_i. As L^m(Mθ) = L^r(θ) for every θ, also ∇L^r = Mᵀ∇L^m and H_r = MᵀH_mM (Prop.
 * 4.4).
 *
 * @param space that of width r.
 * @param surjection g, a labelled partition of [m] with labels 1…r and no zero block.
 * @param beta β_1, …, β_m.
 * @returns D·m rows of D·r entries, in the order of parameterSpace.ts.
 * @example expansionMap({ inputDimension: 1, outputDimension: 1, width: 1 }, LabelledPartition.of([1], 1), [rational(1n)]).numerators
 * // [[1n, 0n], [0n, 1n]]
 */
export function expansionMap(
  space: ParameterSpace,
  surjection: LabelledPartition,
  beta: readonly Rational[],
): RationalMatrix {
  const wide = { ...space, width: surjection.m };
  const denominator = commonMultiple(beta.map(({ d }) => d));
  const numerators = Array.from({ length: parameterCount(wide) }, () =>
    new Array<bigint>(parameterCount(space)).fill(0n),
  );
  const set = (row: number, column: number, value: bigint): void => {
    const entries = numerators[row];
    if (entries !== undefined) entries[column] = value;
  };
  surjection.codes.forEach((label, place) => {
    const share = beta[place];
    if (share === undefined) throw new RangeError(`${beta.length} weights for ${surjection.m} places`);
    for (let input = 0; input < space.inputDimension; input++)
      set(incomingIndex(wide, place, input), incomingIndex(space, label - 1, input), denominator);
    for (let output = 0; output < space.outputDimension; output++)
      set(
        outgoingIndex(wide, place, output),
        outgoingIndex(space, label - 1, output),
        (share.s * share.n * denominator) / share.d,
      );
  });
  return { numerators, denominator };
}
