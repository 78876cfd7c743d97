import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { labelledPartitions } from "../../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { isIrreducible } from "../../network/irreducible.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  pairAt,
  sameMultiLayer,
  withPair,
} from "../../network/multiLayerNetwork.js";
import { gammaHolds } from "../subspaces/gammaSubspace.js";
import { requireOrder } from "./orderSubspace.js";

/**
 * The network from which expanding one hidden layer to a labelled partition P gives a network: unit t has the
 * row of block t, and the sum of its columns. Undefined if there is none, that is, if the pair of the layer
 * is not in Γ_P of an irreducible pair.
 *
 * @param layer ℓ, 1 ≤ ℓ ≤ L − 1.
 * @throws RangeError if there is no such layer, or P is of another width.
 * @example undoneExpansion(network, 1, partition)?.weights[0]?.length === partition.r
 */
export function undoneExpansion(
  network: MultiLayerNetwork,
  layer: number,
  partition: LabelledPartition,
): MultiLayerNetwork | undefined {
  const pair = pairAt(network, layer);
  if (pair.units.length !== partition.m) {
    throw new RangeError(`a partition of ${partition.m} neurons for a layer of ${pair.units.length}`);
  }
  const units = partition.labelledBlocks.map((block) => ({
    incoming: entry(pair.units, entry(block, 0)).incoming,
    outgoing: RationalVector.sum(
      pair.outputDimension,
      block.map((unit) => entry(pair.units, unit).outgoing),
    ),
  }));
  const narrow = { ...pair, units };
  if (!isIrreducible(narrow) || !gammaHolds(narrow, partition, pair)) return undefined;
  return withPair(network, layer, narrow);
}

/**
 * Whether expanding the hidden layers of θ in a given order can give a network (Eq. 8, where the order is
 * from the last to the first), straight from the definition: expansions are undone from the last to the
 * first, to every labelled partition.
 *
 * Takes up to ∏ T(r_ℓ, m_ℓ) steps, so this is only for small widths.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @param order the hidden layers 1, …, L − 1, in the order of expansion.
 * @returns false also for a network of other dimensions or depth, or with biases where theta has none.
 * @throws RangeError if the order isn't one of the hidden layers of theta.
 * @example onOrderManifold(network, network, [1, 2]) === true // irreducible
 */
export function onOrderManifold(
  theta: MultiLayerNetwork,
  network: MultiLayerNetwork,
  order: readonly number[],
): boolean {
  requireArguments({ layeredNetwork: { theta, network }, "size[]": { order } });
  requireOrder(order, hiddenWidths(theta).length);
  if (network.weights.length !== theta.weights.length) return false;
  return undoneInAllWays(theta, network, order).some((narrow) => sameMultiLayer(theta, narrow));
}

/**
 * Every network that is left after undoing the expansions of all layers of the order, the last one first.
 */
function undoneInAllWays(
  theta: MultiLayerNetwork,
  network: MultiLayerNetwork,
  order: readonly number[],
): MultiLayerNetwork[] {
  const layer = order.at(-1);
  if (layer === undefined) return [network];
  const [r, m] = [entry(hiddenWidths(theta), layer - 1), entry(hiddenWidths(network), layer - 1)];
  if (r > m) return [];
  return [...labelledPartitions(r, m)].flatMap((partition) => {
    const narrow = undoneExpansion(network, layer, partition);
    return narrow === undefined ? [] : undoneInAllWays(theta, narrow, order.slice(0, -1));
  });
}
