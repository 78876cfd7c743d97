import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { type ParameterSpace, parameterCount } from "../../manifold/subspaces/parameterSpace.js";
import { type RationalMatrix, commonMultiple } from "../loss/rationalMatrix.js";
import { unitParameters } from "../loss/unitParameters.js";

/**
 * The linear map M from parameters of width r to those of width m that copies unit g(i) to place i, with its
 * outgoing vector times β_i. Since L^m(Mθ) = L^r(θ) for every θ, ∇L^r = Mᵀ∇L^m and H_r = MᵀH_mM (Prop. 4.4).
 *
 * @param space the space of width r.
 * @param surjection g, a labelled partition of [m] with labels 1…r and no zero block.
 * @param beta the shares β_1, …, β_m.
 * @returns D·m rows of D·r entries, in the order of parameterSpace.ts.
 * @example expansionMap(space, LabelledPartition.of([1], 1), [rational(1n)]).numerators // the identity
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
  surjection.codes.forEach((label, place) => {
    const share = beta[place];
    if (share === undefined) throw new RangeError(`${beta.length} shares β for ${surjection.m} places`);
    const columns = unitParameters(space, label - 1);
    unitParameters(wide, place).forEach((row, local) => {
      const isIncoming = local < space.inputDimension;
      const value = isIncoming ? denominator : (share.s * share.n * denominator) / share.d;
      entry(numerators, row)[entry(columns, local)] = value;
    });
  });
  return { numerators, denominator };
}
