import { certifiedRank } from "../../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * The largest rank of the outputs' derivatives. Enough data in general position reach it. Each distinct
 * incoming vector w whose units have outgoing vectors of rank s contributes the d_out columns of σ(w·x), for
 * any number of units, and the columns of a_i ⊗ σ'(w·x) x, of rank s·d_in.
 *
 * It is reached if σ(w·x) and σ'(w·x) x_j are linearly independent functions of x, for all distinct w and all
 * j. For other activations the rank stays smaller.
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
