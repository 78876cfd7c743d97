import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { everyActivation } from "../../network/activations/activationSymmetry.js";
import {
  type SymmetricMultiLayerReduction,
  reduceMultiLayerFor,
} from "../../network/activations/symmetricReduction.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type MultiLayerReduction, reduceMultiLayer } from "../../network/multiLayerReduction.js";
import { requireAlike, withBiases } from "./biasedLayers.js";
import { type ComparedActivation, comparedActivation } from "./comparedActivation.js";
import { exactOrders } from "./exactOrders.js";
import { type LayerMatching, matchingByOrder, plainFates } from "./layerMatching.js";
import { type NearestMatching, type Reduced, nearestMatching } from "./nearestMatching.js";
import { sameForActivation } from "./sameForActivation.js";
import { sameForEvery } from "./sameForEvery.js";
import { type Witness, triedInputs, witnessOf } from "./witness.js";

/**
 * What two networks have in common: "same" for every activation; "same-for-activation" for the given one;
 * "different", as an input shows; or "undecided", if they neither reduce to one network nor were seen to
 * differ.
 *
 * @example compareNetworks(theta, theta).verdict // "same"
 */
export type ComparisonVerdict = "same" | "same-for-activation" | "different" | "undecided";

/**
 * What a comparison found.
 *
 * @example compareNetworks(theta, theta).matching?.length === 1
 */
export interface Comparison {
  readonly verdict: ComparisonVerdict;
  /** For every hidden layer; undefined if the networks are not the same, and too wide to be matched. */
  readonly matching: readonly LayerMatching[] | undefined;
  /** How near the networks are, unless they are the same. */
  readonly nearest: NearestMatching | undefined;
  /** Unless they are the same: an input where they differ, if one was found. */
  readonly witness: Witness | undefined;
}

/**
 * Whether two networks compute the same: for every activation, if they reduce to the same network (Theorem 1
 * of proofs/layers.md); or for a given one, by mirrored and scaled units. If they don't, the units that are
 * nearest to each other are matched, and an input shows the difference. Without an activation, "different"
 * means that some activation tells the networks apart.
 *
 * @param a a network with biases or without.
 * @param b one of as many layers, inputs and outputs; the widths of hidden layers may be others.
 * @param activation one that `boundedActivation` reads; undefined for every activation.
 * @throws InputError if the networks differ in these numbers, or the activation isn't known.
 * @example compareNetworks(from, permuteUnits(from, [1, 0])).matching?.[0]?.partners // [1, 0]
 */
export function compareNetworks(a: AnyNetwork, b: AnyNetwork, activation?: string): Comparison {
  for (const [name, network] of Object.entries({ a, b }))
    if (!("units" in Object(network))) requireArguments({ layeredNetwork: { [name]: network } });
  if (activation !== undefined) requireArguments({ text: { activation } });
  const compared = activation === undefined ? undefined : comparedActivation(activation);
  const [left, right] = [asMultiLayer(a), asMultiLayer(b)];
  requireAlike(left, right);
  const [ours, theirs] = [withBiases(left), withBiases(right)];
  // Orders of the networks as they are also tell the units of zero blocks apart.
  const orders = exactOrders(ours, theirs);
  if (orders !== undefined) return sameBy("same", orders.map(matchingByOrder));
  const [first, second] = [reduceMultiLayer(ours), reduceMultiLayer(theirs)];
  const matching = sameForEvery(first, second);
  if (matching !== undefined) return sameBy("same", matching);
  const symmetry = compared?.symmetry;
  if (symmetry?.parity === undefined)
    return otherwise(left, right, [plainly(first), plainly(second)], compared);
  const [one, other] = [reduceMultiLayerFor(ours, symmetry), reduceMultiLayerFor(theirs, symmetry)];
  const mirrored = sameForActivation(one, other, symmetry);
  if (mirrored !== undefined) return sameBy("same-for-activation", mirrored);
  return otherwise(left, right, [mirroredly(one), mirroredly(other)], compared);
}

function sameBy(verdict: ComparisonVerdict, matching: readonly LayerMatching[]): Comparison {
  return speaking({ verdict, matching, nearest: undefined, witness: undefined });
}

/** What is found of networks that no matching shows to be the same. */
function otherwise(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  [first, second]: readonly [Reduced, Reduced],
  activation: ComparedActivation | undefined,
): Comparison {
  const symmetry = activation === undefined ? everyActivation : activation.symmetry;
  const nearest = nearestMatching(first, second, symmetry)?.nearest;
  const witness = witnessOf(a, b, activation?.bounded.name, triedInputs(a, undefined));
  const isDifferent = activation === undefined || witness !== undefined;
  const verdict = isDifferent ? "different" : "undecided";
  return speaking({ verdict, matching: nearest?.matching, nearest, witness });
}

function plainly({ matrices, labelledPartitions }: MultiLayerReduction): Reduced {
  return { layers: withBiases(matrices), fates: labelledPartitions.map(plainFates) };
}

function mirroredly({ matrices, layers }: SymmetricMultiLayerReduction): Reduced {
  return { layers: withBiases(matrices), fates: layers };
}
