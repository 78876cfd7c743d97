import { entry } from "../../exact/entry.js";
import type { MultiLayerReduction } from "../../network/multiLayerReduction.js";
import { withBiases } from "./biasedLayers.js";
import { exactOrders } from "./exactOrders.js";
import { type LayerMatching, matchingByBlocks, plainFates, plainMatch } from "./layerMatching.js";

/**
 * The matching of networks that compute the same for every activation, by Theorem 1 of proofs/layers.md: they
 * reduce to the same network, up to the order of its units. Undefined if they differ for some activation.
 */
export function sameForEvery(
  a: MultiLayerReduction,
  b: MultiLayerReduction,
): readonly LayerMatching[] | undefined {
  const orders = exactOrders(withBiases(a.matrices), withBiases(b.matrices));
  return orders?.map((order, layer) =>
    matchingByBlocks(
      plainFates(entry(a.labelledPartitions, layer)),
      plainFates(entry(b.labelledPartitions, layer)),
      order.map(plainMatch),
    ),
  );
}
