import { isIrreducible } from "./irreducible.js";
import { type MultiLayerNetwork, hiddenWidths, pairAt } from "./multiLayerNetwork.js";

/**
 * Whether a network of several layers is irreducible, so that no reduction step applies in any hidden layer
 * (proofs/layers.md, §1): the rows of a layer are distinct, and no column of the next matrix is zero.
 *
 * @example isIrreducibleMultiLayer(asMultiLayer(theta)) === isIrreducible(theta)
 */
export function isIrreducibleMultiLayer(network: MultiLayerNetwork): boolean {
  return hiddenWidths(network).every((_, index) => isIrreducible(pairAt(network, index + 1)));
}
