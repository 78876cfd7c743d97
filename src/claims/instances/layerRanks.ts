import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { certifiedRank } from "../../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { multiLayerSubspace, multiLayerSubspaceDimension } from "../../manifold/layers/multiLayerSubspace.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";
import { layerWidths, overLayers } from "./layerWidths.js";
import { allTuples, tupleName } from "./tupleGraph.js";

const ENDS = [
  [1, 1],
  [2, 1],
  [1, 2],
] as const;

/** The dimensions of the subspaces of several layers, by the formula and by ranks. */
export const rankEvidence: Evidence = everyCase("dimension", {
  upTo: 2,
  what:
    "dim Γ_P = Σ_ℓ m_ℓ(m_{ℓ−1} − b_{ℓ−1}) + j_ℓ r_{ℓ−1}, with b_ℓ blocks, j_ℓ of them zero blocks, and " +
    "dim Φ_P with b_{ℓ−1} for r_{ℓ−1}, by the rank of the equations",
  range: (bound) =>
    `all tuples, L = 3, 1 ≤ r_ℓ ≤ m_ℓ ≤ ${bound}, (d_in, d_out) = (1,1), (2,1), (1,2), with biases (j_ℓ more) and without`,
  expected: (bound) =>
    [...layerWidths(2, bound)]
      .map((widths) => BigInt(4 * ENDS.length) * overLayers(widths, labelledPartitionCount))
      .reduce((sum, count) => sum + count, 0n),
  cases: rankCases,
  check: checkRank,
});

/** A dimension by the formula, and by the rank of the equations. */
export interface RankCase {
  readonly name: string;
  readonly formula: number;
  readonly byRank: number;
}

export function checkRank({ name, formula, byRank }: RankCase): string | undefined {
  return formula === byRank
    ? undefined
    : `${name}: dimension ${formula} by the formula, ${byRank} by the equations`;
}

function* rankCases(maxM: number, seed: number): Generator<RankCase> {
  for (const { r, m } of layerWidths(2, maxM)) {
    for (const [inputs, outputs] of ENDS) {
      for (const hasBiases of [false, true]) {
        const theta = randomMultiLayer({ widths: [inputs, ...r, outputs], hasBiases }, seed);
        for (const tuple of allTuples(r, m)) {
          for (const manifold of ["last to first", "fibre"] as const) {
            const { ambientDimension, equations } = multiLayerSubspace(theta, tuple, manifold);
            const coefficients = clearDenominators(equations).map((row) => row.slice(0, ambientDimension));
            yield {
              name: `${tupleName(tuple)}, ${manifold}, d_in = ${inputs}, d_out = ${outputs}${hasBiases ? ", biases" : ""}`,
              formula: multiLayerSubspaceDimension(theta, tuple, manifold),
              byRank: ambientDimension - certifiedRank(coefficients, ambientDimension).rank,
            };
          }
        }
      }
    }
  }
}
