import { requireArguments } from "../../exact/plainJavaScript.js";
import { isIrreducible } from "../../network/irreducible.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * Whether a network of any width lies on the expansion manifold Θ_{r→m}(θ^r) (Def. 3.3): Θ is the fibre of
 * the measure, so this compares measures. That the union of the subspaces Γ_P is that fibre is claim
 * `def-3.3`; `subspacesHolding` lists the subspaces themselves.
 *
 * @throws RangeError if theta is reducible.
 * @example onExpansionManifold(theta, twoLayerNetwork(1, 1, [unitOf(["1"], ["3"]), unitOf(["1"], ["-1"])]))
 *   === true // θ^r: (1; 2)
 */
export function onExpansionManifold(theta: TwoLayerNetwork, network: TwoLayerNetwork): boolean {
  requireArguments({ network: { theta, network } });
  if (!isIrreducible(theta)) throw new RangeError("the expansion manifold of a reducible network");
  return equalMeasures(measureOf(theta), measureOf(network));
}
