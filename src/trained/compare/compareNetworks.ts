import { InputError } from "../../exact/inputError.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type SymmetricMultiLayerReduction,
  reduceMultiLayerFor,
} from "../../network/activations/symmetricReduction.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type MultiLayerReduction, reduceMultiLayer } from "../../network/multiLayerReduction.js";
import { type BoundedActivation, boundedActivation } from "../bounds/boundedActivation.js";
import type { InputBox } from "../bounds/inputBox.js";
import { knownSymmetry } from "../bounds/knownSymmetry.js";
import { requireAlike, withBiases } from "./biasedLayers.js";
import { exactOrders } from "./exactOrders.js";
import { type Inputs, howFar } from "./howFar.js";
import { type LayerMatching, matchingByOrder, plainFates } from "./layerMatching.js";
import { type NearestMatching, type Reduced, nearestMatching } from "./nearestMatching.js";
import { sameForActivation } from "./sameForActivation.js";
import { sameForEvery } from "./sameForEvery.js";
import { type Witness, triedInputs, witnessOf } from "./witness.js";

/**
 * What two networks have in common: "same" for every activation; "same-for-activation" for the given one;
 * "within" the tolerance of each other on the inputs that count; "different", as an input shows; or
 * "undecided", if none of these is settled.
 *
 * @example compareNetworks(theta, theta).verdict // "same"
 */
export type ComparisonVerdict = "same" | "same-for-activation" | "within" | "different" | "undecided";

/**
 * What {@link compareNetworks} is asked besides.
 *
 * @example compareNetworks(theta, theta, { activation: "tanh" }).verdict // "same"
 */
export interface ComparisonOptions {
  /** One that `boundedActivation` reads; undefined for every activation. */
  readonly activation?: string;
  /** The inputs that count: all of a box, or those of a list; undefined for all. Needs an activation. */
  readonly box?: InputBox;
  readonly inputs?: readonly RationalVector[];
  /** The largest difference of an output on these inputs that is "within"; 0 if left out. */
  readonly tolerance?: Rational;
}

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
  /** No output differs by more on the inputs that count; undefined without such, or if none is known. */
  readonly bound: Rational | undefined;
  /** Unless they are the same: an input where they differ, if one was found. */
  readonly witness: Witness | undefined;
}

/**
 * Whether two networks compute the same: for every activation, if they reduce to the same network (Theorem 1
 * of proofs/layers.md); or for a given one, by mirrored and scaled units. If they don't, the units that are
 * nearest to each other are matched, their difference on given inputs is bounded, and an input shows it.
 * Without an activation, "different" means that some activation tells the networks apart.
 *
 * @param a a network with biases or without.
 * @param b one of as many layers, inputs and outputs; the widths of hidden layers may be others.
 * @throws InputError if the networks differ in these numbers, the activation isn't known, inputs are given
 *   without one or have another dimension, or a tolerance without inputs.
 * @example compareNetworks(from, permuteUnits(from, [1, 0])).matching?.[0]?.partners // [1, 0]
 */
export function compareNetworks(a: AnyNetwork, b: AnyNetwork, options: ComparisonOptions = {}): Comparison {
  for (const [name, network] of Object.entries({ a, b }))
    if (!("units" in Object(network))) requireArguments({ layeredNetwork: { [name]: network } });
  requireArguments({ options: { options } });
  const activation = options.activation === undefined ? undefined : boundedActivation(options.activation);
  const where = inputsOf(options);
  const [left, right] = [asMultiLayer(a), asMultiLayer(b)];
  requireAlike(left, right);
  const [ours, theirs] = [withBiases(left), withBiases(right)];
  // Orders of the networks as they are also tell the units of zero blocks apart.
  const orders = exactOrders(ours, theirs);
  if (orders !== undefined) return sameBy("same", orders.map(matchingByOrder));
  const [first, second] = [reduceMultiLayer(ours), reduceMultiLayer(theirs)];
  const matching = sameForEvery(first, second);
  if (matching !== undefined) return sameBy("same", matching);
  const asked = { a: left, b: right, activation, where, tolerance: options.tolerance };
  const symmetry = knownSymmetry(activation);
  if (symmetry.parity === undefined) return otherwise(asked, [plainly(first), plainly(second)]);
  const [one, other] = [reduceMultiLayerFor(ours, symmetry), reduceMultiLayerFor(theirs, symmetry)];
  const mirrored = sameForActivation(one, other, symmetry);
  if (mirrored !== undefined) return sameBy("same-for-activation", mirrored);
  return otherwise(asked, [mirroredly(one), mirroredly(other)]);
}

/** @throws InputError if a box and a list are given, one without an activation, or a tolerance alone. */
function inputsOf({ activation, box, inputs, tolerance }: ComparisonOptions): Inputs | undefined {
  if (box !== undefined && inputs !== undefined)
    throw new InputError("a box and a list of inputs are given", "give one of both");
  const where = box !== undefined ? { box } : inputs !== undefined ? { inputs } : undefined;
  if (where !== undefined && activation === undefined)
    throw new InputError("what networks compute on inputs depends on σ", "name an activation");
  if (where === undefined && tolerance !== undefined)
    throw new InputError("a tolerance without inputs", "give a box of inputs, or a list");
  return where;
}

function sameBy(verdict: ComparisonVerdict, matching: readonly LayerMatching[]): Comparison {
  return speaking({ verdict, matching, nearest: undefined, bound: undefined, witness: undefined });
}

interface Asked {
  readonly a: MultiLayerNetwork;
  readonly b: MultiLayerNetwork;
  readonly activation: BoundedActivation | undefined;
  readonly where: Inputs | undefined;
  readonly tolerance: Rational | undefined;
}

/** What is found of networks that no matching shows to be the same. */
function otherwise(
  { a, b, activation, where, tolerance = rational(0n) }: Asked,
  reduced: readonly [Reduced, Reduced],
): Comparison {
  const found = nearestMatching(...reduced, knownSymmetry(activation));
  const bound =
    activation === undefined || where === undefined
      ? undefined
      : howFar(a, b, found?.pair, activation, where);
  const box = where !== undefined && "box" in where ? where.box : undefined;
  const inputs = where !== undefined && "inputs" in where ? where.inputs : triedInputs(a, box);
  const witness = witnessOf(a, b, activation?.name, inputs, tolerance);
  const isWithin = bound !== undefined && bound.compare(tolerance) <= 0;
  const isDifferent =
    activation === undefined || (witness !== undefined && witness.difference.compare(tolerance) > 0);
  const verdict = isWithin ? "within" : isDifferent ? "different" : "undecided";
  const nearest = found?.nearest;
  return speaking({ verdict, matching: nearest?.matching, nearest, bound, witness });
}

function plainly({ matrices, labelledPartitions }: MultiLayerReduction): Reduced {
  return { layers: withBiases(matrices), fates: labelledPartitions.map(plainFates) };
}

function mirroredly({ matrices, layers }: SymmetricMultiLayerReduction): Reduced {
  return { layers: withBiases(matrices), fates: layers };
}
