import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import type { LayerConditions } from "./layerBlock.js";
import { layerConditions, productOfLayers } from "./multiLayerSubspace.js";
import { sparseVector } from "../subspaces/parameterSpace.js";

/**
 * The affine subspace of the networks V^(ℓ)_ij = W^(ℓ)_{g_ℓ(i) g_{ℓ−1}(j)} β^(ℓ−1)_j, for surjections g_ℓ :
 * [m_ℓ] → [r_ℓ] and all shares β^(ℓ) of sum 1 over each g_ℓ⁻¹(t) (proofs/layers.md, §3; Def. 4.1 of Şimşek et
 * al. 2021 for L = 2). Coordinates as of `multiLayerSubspace`. If theta is a critical point of the loss, all
 * its points are.
 *
 * @param theta a network that is irreducible in every hidden layer, of widths r_ℓ.
 * @param surjections g_ℓ as a labelled partition without zero blocks, for ℓ = 1, …, L − 1.
 * @throws RangeError if theta is reducible, the widths differ, or there is a zero block.
 * @example multiLayerCriticalSubspace(asMultiLayer(theta), [LabelledPartition.of([1, 1], 1)])
 *   .directions.length === 1
 */
export function multiLayerCriticalSubspace(
  theta: MultiLayerNetwork,
  surjections: readonly LabelledPartition[],
): AffineSubspace {
  requireArguments({ layeredNetwork: { theta }, "partition[]": { surjections } });
  const blocks = layerConditions(theta, surjections).map(criticalBlock);
  return productOfLayers(theta, surjections, blocks);
}

/**
 * The matrices V^(ℓ) of these networks, an affine subspace of Q^{m_ℓ·m_{ℓ−1}}: they are affine in β^(ℓ−1) and
 * depend on nothing else.
 *
 * @throws RangeError if there is a zero block.
 */
export function criticalBlock({ rows, units, columns }: LayerConditions): AffineSubspace {
  if (units.zeroBlockCount + columns.zeroBlockCount > 0) {
    throw new RangeError("a critical subspace has no zero blocks");
  }
  const ambientDimension = units.m * columns.m;
  const base = RationalVector.zero(ambientDimension).toRationals();
  const blocks = columns.labelledBlocks.map((members, column) => {
    const rowOf = units.codes.map((code) => entry(rows, code - 1));
    const weights = rowOf.map(({ numerators }) => entry(numerators, column));
    const scales = rowOf.map(({ denominator }) => denominator);
    rowOf.forEach((row, unit) => {
      base[unit * columns.m + entry(members, 0)] = row.at(column);
    });
    return { members, weights, scales };
  });
  return {
    ambientDimension,
    base: RationalVector.fromRationals(base),
    directions: blocks.flatMap(({ members, weights, scales }) =>
      members.slice(1).map((other) => {
        const share = (at: number, sign: bigint): [number, RationalVector][] =>
          weights.map((weight, unit) => [
            unit * columns.m + at,
            RationalVector.of([sign * weight], scales[unit]),
          ]);
        return combined(ambientDimension, [...share(entry(members, 0), -1n), ...share(other, 1n)]);
      }),
    ),
    equations: blocks.flatMap((block) => equationsOf(units.m, columns.m, block)),
  };
}

/** A block of columns, with the weights of its label in each row, over the rows' denominators. */
interface ColumnBlock {
  readonly members: readonly number[];
  readonly weights: readonly bigint[];
  readonly scales: readonly bigint[];
}

function combined(length: number, entries: readonly (readonly [number, RationalVector])[]): RationalVector {
  const coordinates = RationalVector.zero(length).toRationals();
  for (const [index, value] of entries) coordinates[index] = value.at(0);
  return RationalVector.fromRationals(coordinates);
}

/** Either all rows are proportional to one that isn't 0, which has the right sum; or all rows are 0. */
function equationsOf(
  height: number,
  width: number,
  { members, weights, scales }: ColumnBlock,
): RationalVector[] {
  const length = height * width + 1;
  const pivot = weights.findIndex((weight) => weight !== 0n);
  if (pivot < 0) {
    return members.flatMap((column) =>
      scales.map((scale, row) => sparseVector(length, new Map([[row * width + column, scale]]))),
    );
  }
  const [upper, lower] = [entry(weights, pivot), entry(scales, pivot)];
  const parallel = members.flatMap((column) =>
    weights.flatMap((weight, row) => {
      if (row === pivot) return [];
      const entries = new Map([[row * width + column, upper * entry(scales, row)]]);
      return sparseVector(length, entries.set(pivot * width + column, -weight * lower));
    }),
  );
  const sum = new Map(members.map((column) => [pivot * width + column, lower]));
  return [...parallel, sparseVector(length, sum.set(length - 1, upper))];
}
