import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { copiedBlock } from "./copiedBlock.js";
import { layerBlock } from "./layerBlock.js";
import { layerConditions, productOfLayers } from "./multiLayerSubspace.js";

/**
 * The networks that expanding the hidden layers in a given order gives, to labelled partitions P_1, …,
 * P_{L−1}: an affine subspace, in the coordinates of `multiLayerSpace`. Only the order of neighbours matters
 * (proofs/layers.md, §4); from the last layer to the first it is Γ_P.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @param order the hidden layers 1, …, L − 1, in the order of expansion.
 * @throws RangeError if theta is reducible, the partitions are not of its widths, or the order isn't one of
 *   its hidden layers.
 * @example orderSubspace(theta, [p, q], [2, 1])
 *   // the equations of multiLayerSubspace(theta, [p, q], "last to first")
 */
export function orderSubspace(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  order: readonly number[],
): AffineSubspace {
  requireOrder(order, partitions.length);
  const blocks = layerConditions(theta, partitions).map((conditions, index) =>
    copiesRows(order, index + 1) ? copiedBlock(conditions) : layerBlock(conditions, "last to first"),
  );
  return productOfLayers(theta, partitions, blocks);
}

/**
 * Whether layer ℓ is a hidden layer that is expanded after layer ℓ − 1: then its rows are copied when their
 * columns are already split.
 */
export function copiesRows(order: readonly number[], layer: number): boolean {
  const [before, turn] = [order.indexOf(layer - 1), order.indexOf(layer)];
  return before >= 0 && turn > before;
}

/** @throws RangeError if the order doesn't name each of 1, …, hidden once. */
export function requireOrder(order: readonly number[], hidden: number): void {
  const layers = Array.from({ length: hidden }, (_, index) => index + 1);
  if (order.length === hidden && layers.every((layer) => order.includes(layer))) return;
  throw new RangeError(`[${order.join(", ")}] is not an order of ${hidden} hidden layers`);
}
