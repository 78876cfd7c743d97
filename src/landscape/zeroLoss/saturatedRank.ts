import { certifiedRank } from "../../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * The rank that the outputs' derivatives reach with enough data in general position, and keep with more: a
 * distinct incoming vector w whose units have outgoing vectors of rank s gives the d_out columns of σ(w·x),
 * whatever the number of units, and those of a_i ⊗ σ'(w·x) x, of rank s·d_in.
 *
 * That is for activations for which σ(w·x) and σ'(w·x) x_j are linearly independent functions of x, for all
 * distinct w and all j; others stay below it.
 *
 * @example saturatedRank(twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["1"], ["2"])])) === 2
 */
export function saturatedRank({ inputDimension, outputDimension, units }: TwoLayerNetwork): number {
  const outgoing = new Map<string, RationalVector[]>();
  for (const unit of units) {
    const key = unit.incoming.key;
    outgoing.set(key, [...(outgoing.get(key) ?? []), unit.outgoing]);
  }
  return [...outgoing.values()].reduce((sum, vectors) => {
    const { rank } = certifiedRank(clearDenominators(vectors), outputDimension);
    return sum + outputDimension + rank * inputDimension;
  }, 0);
}
