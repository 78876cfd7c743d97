import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import {
  type MultiLayerMatrices,
  type MultiLayerNetwork,
  matricesWithPair,
  multiLayerNetwork,
  pairAt,
} from "../multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../twoLayerNetwork.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";
import type { Rest } from "./mergedClasses.js";
import { type MergedUnits, type UnitFate, mergedUnits } from "./mergedUnits.js";
import { type Place, leavesRest } from "./place.js";

const ONE = rational(1n);

/**
 * What a layer's units become: for each unit its code in a labelled partition, as in `Reduction`, and its
 * sign and scale. A unit of sign −1 is mirrored against the unit that it belongs to, and one of sign 0
 * computes a constant. The incoming vector is sign · scale times that of the unit, or of the first unit of
 * its zero block; scales are 1 unless the activation is homogeneous.
 *
 * @example reduceFor(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["3"])]),
 *   parseSymmetry("tanh")).signs // [1, -1]
 */
export interface SignedPartition {
  readonly labelledPartition: readonly number[];
  readonly signs: readonly (-1 | 0 | 1)[];
  readonly scales: readonly Rational[];
  /** What became of the constant or linear part that merging may leave. */
  readonly rest: Rest;
}

/**
 * The network that a network reduces to for a given activation, and what becomes of its units.
 *
 * @example reduceFor(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["3"])]),
 *   parseSymmetry("tanh")).irreducible.units.length === 1
 */
export interface SymmetricReduction extends SignedPartition {
  /** With units in order of first appearance; the width is 0 if everything cancels. */
  readonly irreducible: TwoLayerNetwork;
}

/**
 * The network of several layers that a network reduces to for a given activation.
 *
 * @example reduceMultiLayerFor(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"],
 *   ["3"])])), parseSymmetry("tanh")).widths
 *   // [1]
 */
export interface SymmetricMultiLayerReduction {
  /** Undefined if no unit is left in some hidden layer. */
  readonly irreducible: MultiLayerNetwork | undefined;
  /** Its matrices, where layers may have width 0. */
  readonly matrices: MultiLayerMatrices;
  /** Its hidden widths. */
  readonly widths: readonly number[];
  /** For every hidden layer. */
  readonly layers: readonly SignedPartition[];
}

/**
 * Reduces a network of two layers without biases for a given activation: mirrored and scaled units merge, and
 * units that compute 0 are dropped. The result computes the same function. docs/activations.md says for which
 * activations no smaller network does.
 *
 * @example reduceFor(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["3"])]),
 *   parseSymmetry("tanh")).irreducible.units[0]?.outgoing.key
 *   === "-1"
 */
export function reduceFor(network: TwoLayerNetwork, symmetry: ActivationSymmetry): SymmetricReduction {
  requireArguments({ network: { network }, symmetry: { symmetry } });
  const { units, fates, rest } = mergedUnits(network, { symmetry, hasBias: false }, true);
  return speaking({ irreducible: speaking({ ...network, units }), ...partitionOf({ fates, rest }) });
}

/**
 * Reduces a network of several layers for a given activation. Layers are reduced in turn, forwards and
 * backwards, until none changes: a mirrored unit turns its column, by which units of the next layer become
 * alike, and a dropped unit leaves units of the layer before without output. The result computes the same
 * function. Unless merging leaves something that has no place, it doesn't depend on the order
 * (proofs/activations.md, §3).
 *
 * @example reduceMultiLayerFor(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"],
 *   ["3"])])), parseSymmetry("tanh")).layers[0]?.signs
 *   // [1, -1]
 */
export function reduceMultiLayerFor(
  network: MultiLayerMatrices,
  symmetry: ActivationSymmetry,
): SymmetricMultiLayerReduction {
  requireArguments({ layeredNetwork: { network }, symmetry: { symmetry } });
  const place = { symmetry, hasBias: network.biases !== undefined };
  const start: State = { matrices: network, parts: hiddenWidthsOf(network).map(untouched) };
  const forwards = start.parts.map((_, index) => index + 1);
  const backwards = [...forwards].reverse();
  const pass = (order: readonly number[], mirrorsToCancel: boolean) => (state: State) =>
    order.reduce((current, layer) => withLayer(current, layer, place, mirrorsToCancel), state);
  // The layer at which a pass turns around is not reduced twice.
  const merged = untilStable(start, pass([...forwards, ...backwards.slice(1)], false));
  // Only now: a unit that will turn out to be silent would count for what must cancel.
  const { matrices, parts } = leavesRest(place)
    ? untilStable(merged, pass([...backwards, ...forwards.slice(1)], true))
    : merged;
  const widths = hiddenWidthsOf(matrices);
  return speaking({
    irreducible: widths.includes(0) ? undefined : multiLayerNetwork(matrices.weights, matrices.biases),
    matrices,
    widths,
    layers: parts.map(partitionOf),
  });
}

/** What became of the units of a layer, as of now. */
type Part = Pick<MergedUnits, "fates" | "rest">;

/** A network on its way to the reduced one, and what became of the units of every hidden layer. */
interface State {
  readonly matrices: MultiLayerMatrices;
  readonly parts: readonly Part[];
}

/** Applies a pass until it leaves all widths as they are. */
function untilStable(start: State, pass: (state: State) => State): State {
  const next = pass(start);
  const [before, after] = [start, next].map(({ matrices }) => hiddenWidthsOf(matrices).join());
  return before === after ? next : untilStable(next, pass);
}

/** The state after a reduction of one layer. */
function withLayer({ matrices, parts }: State, layer: number, place: Place, mirrorsToCancel: boolean): State {
  const pair = pairAt(matrices, layer);
  const merged = mergedUnits(pair, place, mirrorsToCancel);
  const reduced = matricesWithPair(matrices, layer, { ...pair, units: merged.units });
  return {
    matrices: {
      weights: reduced.weights,
      biases: reduced.biases?.map((bias, index) => (index === layer ? bias.plus(merged.bias) : bias)),
    },
    parts: parts.map((part, index) =>
      index === layer - 1 ? { fates: followed(part.fates, merged.fates), rest: merged.rest } : part,
    ),
  };
}

function hiddenWidthsOf({ weights }: MultiLayerMatrices): number[] {
  return weights.slice(0, -1).map((rows) => rows.length);
}

/** Every unit is a block alone. */
function untouched(width: number): Part {
  const fates = Array.from({ length: width }, (_, index): UnitFate => ({
    code: index + 1,
    sign: 1,
    scale: ONE,
  }));
  return { fates, rest: "none" };
}

/** What became of the units of a layer after a further reduction of what they had become. */
function followed(fates: readonly UnitFate[], next: readonly UnitFate[]): UnitFate[] {
  const least = fates.reduce((code, fate) => Math.min(code, fate.code), 1);
  return fates.map((fate) => {
    if (fate.code <= 0) return fate;
    const { code, sign, scale } = entry(next, fate.code - 1);
    return {
      code: code > 0 ? code : code + least - 1,
      sign: sign === 0 || fate.sign === 0 ? 0 : fate.sign === sign ? 1 : -1,
      scale: scale.equals(1n) ? fate.scale : fate.scale.mul(scale),
    };
  });
}

/** With zero blocks numbered in order of first appearance. */
function partitionOf({ fates, rest }: Part): SignedPartition {
  const zeroBlocks = [...new Set(fates.map(({ code }) => code).filter((code) => code <= 0))];
  return {
    labelledPartition: fates.map(({ code }) => (code > 0 ? code : 0 - zeroBlocks.indexOf(code))),
    signs: fates.map(({ sign }) => sign),
    scales: fates.map(({ scale }) => scale),
    rest,
  };
}
