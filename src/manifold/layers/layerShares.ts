import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { blockSums } from "./layerBlock.js";
import { columnPartition, multiLayerSpace, rowsWithBias } from "./multiLayerSpace.js";
import { widthsOf } from "./multiLayerSubspace.js";

/**
 * A hidden layer of a network of Θ (last to first) as a point of a two-layer expansion manifold that doesn't depend on the
 * network: of the units that {@link shareUnits} gives.
 *
 * Incoming vectors are rows summed over the labelled blocks of the layer before; over the others they sum to 0. Outgoing
 * vectors are columns of V^(ℓ+1); those of a class with label t sum to a vector U_t ≠ 0, which depends on the layers above. An
 * invertible linear map of each class takes U_t to (1, 0, …, 0). It changes no sum of columns from 0 or U_t to something else, or
 * back. So P_ℓ may stand in a tuple whose Γ holds the network exactly if the two-layer Γ_{P_ℓ} holds this point
 * (proofs/layers.md, §5).
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
  const codes = tuple[layer - 1]?.codes ?? [];
  const outgoing = columnsOf(network.weights[layer] ?? []);
  const height = network.weights[layer]?.length ?? 0;
  const totals = new Map<number, RationalVector>();
  codes.forEach((code, unit) => {
    const total = totals.get(code) ?? RationalVector.zero(height);
    totals.set(code, total.plus(outgoing[unit] ?? total));
  });
  const units = rowsWithBias(network, layer).map((row, unit) => {
    const code = codes[unit] ?? 0;
    const sums = blockSums(row, columns);
    const column = outgoing[unit] ?? RationalVector.zero(height);
    const total = totals.get(code);
    return {
      incoming: RationalVector.of(sums.numerators.slice(0, columns.r), sums.denominator),
      outgoing: code > 0 && total !== undefined ? straightened(column, total) : column,
    };
  });
  return twoLayerNetwork(columns.r, height, units);
}

/**
 * The units of θ in a hidden layer, each with its row, and its bias, as incoming vector, and (1, 0, …, 0) as outgoing one.
 *
 * @param height m_{ℓ+1}, the dimension of outgoing vectors.
 */
export function shareUnits(theta: MultiLayerNetwork, layer: number, height: number): TwoLayerNetwork {
  return withOutgoing(theta, layer, height, () => 0);
}

/** The same with (0, …, 1, …, 0) for unit t, of dimension r_ℓ: what is spread over units can be told by label. */
export function labelUnits(theta: MultiLayerNetwork, layer: number): TwoLayerNetwork {
  const height = theta.weights[layer - 1]?.length ?? 0;
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
  return twoLayerNetwork(units[0]?.incoming.dimension ?? 0, height, units);
}

function columnsOf(rows: readonly RationalVector[]): RationalVector[] {
  const entries = rows.map((row) => row.toRationals());
  return (entries[0] ?? []).map((_, column) =>
    RationalVector.fromRationals(entries.flatMap((row) => row[column] ?? [])),
  );
}

/** The image of a vector under the invertible map that takes `total` to (1, 0, …, 0): v_k/total_k, and v − that·total but for place k. */
function straightened(vector: RationalVector, total: RationalVector): RationalVector {
  const pivot = total.numerators.findIndex((entry) => entry !== 0n);
  const share = vector.at(pivot).div(total.at(pivot));
  const rest = vector.minus(total.times(share)).toRationals();
  return RationalVector.fromRationals([share, ...rest.filter((_, index) => index !== pivot)]);
}
