import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { blockSums } from "./layerBlock.js";
import { columnPartition, multiLayerSpace, rowsWithBias } from "./multiLayerSpace.js";
import { widthsOf } from "./multiLayerSubspace.js";

/**
 * A hidden layer of a network of Θ (last to first) as a point of a two-layer expansion manifold that doesn't
 * depend on the network: of the units that {@link shareUnits} gives.
 *
 * Incoming vectors are rows summed over the labelled blocks of the layer before; over the others they sum to
 * 0. Outgoing vectors are columns of V^(ℓ+1); those of a class with label t sum to a vector U_t ≠ 0, which
 * depends on the layers above. An invertible linear map of each class takes U_t to (1, 0, …, 0). It changes
 * no sum of columns from 0 or U_t to something else, or back. So P_ℓ can be in a tuple whose Γ holds the
 * network if and only if the two-layer Γ_{P_ℓ} holds this point (proofs/layers.md, §5).
 *
 * @param network a point of Γ of `tuple`, its coarsest tuple.
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 */
export function layerShares(
  theta: MultiLayerNetwork,
  tuple: readonly LabelledPartition[],
  network: MultiLayerNetwork,
  layer: number,
): TwoLayerNetwork {
  const columns = columnPartition(multiLayerSpace(theta, widthsOf(tuple)), tuple[layer - 2]);
  const { codes, labelledBlocks } = entry(tuple, layer - 1);
  const outgoing = columnsOf(entry(network.weights, layer));
  const height = entry(network.weights, layer).length;
  const totals = labelledBlocks.map((block) =>
    block.reduce((sum, unit) => sum.plus(entry(outgoing, unit)), RationalVector.zero(height)),
  );
  const units = rowsWithBias(network, layer).map((row, unit) => {
    const code = entry(codes, unit);
    const sums = blockSums(row, columns);
    const column = entry(outgoing, unit);
    return {
      incoming: RationalVector.of(sums.numerators.slice(0, columns.r), sums.denominator),
      outgoing: code > 0 ? straightened(column, entry(totals, code - 1)) : column,
    };
  });
  return twoLayerNetwork(columns.r, height, units);
}

/**
 * The units of θ in a hidden layer, each with its row, and its bias, as incoming vector, and (1, 0, …, 0) as
 * outgoing one.
 *
 * @param height m_{ℓ+1}, the dimension of outgoing vectors.
 */
export function shareUnits(theta: MultiLayerNetwork, layer: number, height: number): TwoLayerNetwork {
  return withOutgoing(theta, layer, height, () => 0);
}

/**
 * The units of θ in a hidden layer, each with its row, and its bias, as incoming vector, and (0, …, 1, …, 0)
 * for unit t, of dimension r_ℓ, as outgoing one: what is spread over units stays apart by label.
 */
export function labelUnits(theta: MultiLayerNetwork, layer: number): TwoLayerNetwork {
  const height = entry(theta.weights, layer - 1).length;
  return withOutgoing(theta, layer, height, (unit) => unit);
}

function withOutgoing(
  theta: MultiLayerNetwork,
  layer: number,
  height: number,
  place: (unit: number) => number,
): TwoLayerNetwork {
  const units = rowsWithBias(theta, layer).map((incoming, unit) => ({
    incoming,
    outgoing: RationalVector.of(
      Array.from({ length: height }, (_, index) => (index === place(unit) ? 1n : 0n)),
    ),
  }));
  return twoLayerNetwork(entry(units, 0).incoming.dimension, height, units);
}

function columnsOf(rows: readonly RationalVector[]): RationalVector[] {
  const entries = rows.map((row) => row.toRationals());
  return entry(entries, 0).map((_, column) =>
    RationalVector.fromRationals(entries.map((row) => entry(row, column))),
  );
}

/**
 * The image of a vector under the invertible map that takes `total` to (1, 0, …, 0): v_k/total_k, and v −
 * that·total but for place k.
 */
function straightened(vector: RationalVector, total: RationalVector): RationalVector {
  const pivot = total.numerators.findIndex((numerator) => numerator !== 0n);
  const share = vector.at(pivot).div(total.at(pivot));
  const rest = vector.minus(total.times(share)).toRationals();
  return RationalVector.fromRationals([share, ...rest.filter((_, index) => index !== pivot)]);
}
