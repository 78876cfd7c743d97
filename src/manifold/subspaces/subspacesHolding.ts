import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { splitsOfClasses, sumSplits } from "./splitsOfClasses.js";

/**
 * All labelled partitions P with θ ∈ Γ_P(θ^r): none if and only if θ is off the expansion manifold.
 *
 * Units of a block share their incoming vector, so each class of equal incoming vectors is split separately,
 * into one part of sum a_t if the class sits at w_t, and parts of sum zero. Generic points have one P, but a
 * class of k silent units has as many splits as there are set partitions of k. So the result is generated
 * rather than stored.
 *
 * @param theta an irreducible network of width r.
 * @param network a network of any width, of the same dimensions.
 * @example [...subspacesHolding(theta, from)].map((p) => p.key) // ["1,0"]
 */
export function* subspacesHolding(
  theta: TwoLayerNetwork,
  network: TwoLayerNetwork,
): Generator<LabelledPartition> {
  requireArguments({ network: { theta, network } });
  if (network.inputDimension !== theta.inputDimension || network.outputDimension !== theta.outputDimension)
    return;
  const points = new Set(network.units.map(({ incoming }) => incoming.key));
  if (theta.units.some(({ incoming }) => !points.has(incoming.key))) return;
  yield* splitsOfClasses(theta, network, ({ members }, mass) =>
    sumSplits(network, members, mass, () => true),
  );
}
