import { entry, lastEntry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import {
  type SymmetricMeasure,
  equalSymmetricMeasures,
  symmetricMeasureOf,
} from "../../network/activations/symmetricMeasure.js";
import type { SymmetricMultiLayerReduction } from "../../network/activations/symmetricReduction.js";
import { unitClasses } from "../../network/activations/unitClasses.js";
import { vectorKey } from "../../network/multiLayerReduction.js";
import { pairAt } from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type BiasedLayers, widthsOf, withBiases } from "./biasedLayers.js";
import { type LayerMatching, type Match, matchingByBlocks } from "./layerMatching.js";
import { turnedLayer } from "./turnedLayer.js";

type Matches = readonly (Match | undefined)[];

/**
 * The matching of networks that compute the same for a given activation, by the networks that they reduce to.
 * Undefined if this doesn't show that they do.
 */
export function sameForActivation(
  a: SymmetricMultiLayerReduction,
  b: SymmetricMultiLayerReduction,
  symmetry: ActivationSymmetry,
): readonly LayerMatching[] | undefined {
  const [left, right] = [withBiases(a.matrices), withBiases(b.matrices)];
  const matches = matchesThrough(left, right, symmetry) ?? matchesByMeasure(left, right, symmetry);
  return matches?.map((layer, index) =>
    matchingByBlocks(entry(a.layers, index), entry(b.layers, index), layer),
  );
}

/**
 * The matches of all hidden layers, if B's units can be ordered, mirrored and scaled until B is A. The
 * constants that mirroring leaves go to the next bias; the linear parts have to cancel.
 */
function matchesThrough(
  a: BiasedLayers,
  b: BiasedLayers,
  symmetry: ActivationSymmetry,
): (readonly Match[])[] | undefined {
  if (widthsOf(a).join() !== widthsOf(b).join()) return undefined;
  const all: (readonly Match[])[] = [];
  let turned: BiasedLayers | undefined = b;
  for (let layer = 1; layer < a.weights.length; layer += 1) {
    const matches = matchesOf(pairAt(a, layer), pairAt(turned, layer), symmetry);
    const found = matches.filter((match) => match !== undefined);
    if (found.length < matches.length) return undefined;
    turned = turnedLayer(turned, layer, found, symmetry);
    if (turned === undefined) return undefined;
    all.push(found);
  }
  const [outputs, others] = [lastEntry(a.weights), lastEntry(turned.weights)];
  const isSame = outputs.every((row, index) => row.equals(entry(others, index)));
  return isSame && lastEntry(a.biases).equals(lastEntry(turned.biases)) ? all : undefined;
}

/** For each unit of the first pair one of the second of the same direction, on the same side if there is. */
function matchesOf(ours: TwoLayerNetwork, theirs: TwoLayerNetwork, symmetry: ActivationSymmetry): Matches {
  const classes = unitClasses(theirs, symmetry);
  const left = new Map(classes.map(({ direction, members }) => [vectorKey(direction), [...members]]));
  const matches = new Array<Match | undefined>(ours.units.length).fill(undefined);
  for (const { direction, members } of unitClasses(ours, symmetry)) {
    const others = left.get(vectorKey(direction));
    if (others === undefined) continue;
    for (const { unit, side, scale } of members) {
      const same = others.findIndex((other) => other.side === side);
      const [other] = others.splice(Math.max(same, 0), 1);
      if (other === undefined) break;
      matches[unit] = { unit: other.unit, sign: other.side === side ? 1 : -1, scale: other.scale.div(scale) };
    }
  }
  return matches;
}

/**
 * For two layers, the matches if both have the same odd or even measure and the same polynomial part. These
 * also decide where a linear part is left, which the units of both may carry in different ways.
 */
function matchesByMeasure(
  a: BiasedLayers,
  b: BiasedLayers,
  symmetry: ActivationSymmetry,
): Matches[] | undefined {
  // Without a linear part, reduced networks that are the same have the same units up to sign and scale.
  if (a.weights.length !== 2 || symmetry.slope.equals(0n)) return undefined;
  const [ours, theirs] = [pairAt(a, 1), pairAt(b, 1)];
  if (ours.units.length === 0 || theirs.units.length === 0) return undefined;
  if (!haveSameBends(ours, theirs, symmetry)) return undefined;
  const [left, right] = [measureWithBias(a, ours, symmetry), measureWithBias(b, theirs, symmetry)];
  return equalSymmetricMeasures(left, right) ? [matchesOf(ours, theirs, symmetry)] : undefined;
}

/**
 * Whether each direction that has a unit on one side alone in either pair is one of the other's, too. This
 * takes less time than the measures, and mostly settles it.
 */
function haveSameBends(
  ours: TwoLayerNetwork,
  theirs: TwoLayerNetwork,
  symmetry: ActivationSymmetry,
): boolean {
  const [left, right] = [ours, theirs].map((pair) => {
    const classes = unitClasses(pair, symmetry);
    const keys = classes.map(({ direction }) => vectorKey(direction));
    return {
      keys: new Set(keys),
      single: keys.filter((_, index) => entry(classes, index).members.length === 1),
    };
  });
  if (left === undefined || right === undefined) return false;
  return left.single.every((key) => right.keys.has(key)) && right.single.every((key) => left.keys.has(key));
}

/** The measure on weights and biases; what the constant input 1 adds to the linear part is a constant. */
function measureWithBias(
  { biases }: BiasedLayers,
  pair: TwoLayerNetwork,
  symmetry: ActivationSymmetry,
): SymmetricMeasure {
  const { measure, constant, linear } = symmetricMeasureOf(pair, symmetry);
  const rows = pair.inputDimension;
  const starts = Array.from({ length: pair.outputDimension }, (_, output) => output * rows);
  const parts = starts.map((start) => linear.slice(start, start + rows));
  const atBias = RationalVector.fromRationals(parts.map((part) => part.at(rows - 1)));
  const varying = RationalVector.fromRationals(parts.flatMap((part) => part.slice(0, -1).toRationals()));
  return { measure, constant: constant.plus(atBias).plus(lastEntry(biases)), linear: varying };
}
