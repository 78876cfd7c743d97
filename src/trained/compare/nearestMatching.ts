import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type ActivationSymmetry, everyActivation } from "../../network/activations/activationSymmetry.js";
import { type AlignedPair, alignedPair } from "./alignedPair.js";
import { type BiasedLayers, widthsOf } from "./biasedLayers.js";
import { type Fates, type LayerMatching, type Match, matchingByBlocks } from "./layerMatching.js";
import { type Mismatch, mismatchOf } from "./mismatch.js";
import { type NearestOrders, nearestOrders } from "./nearestOrders.js";
import { type UnitDifference, weightDifferences } from "./weightDifferences.js";
import { weightGrids } from "./weightGrid.js";

/** A reduced network, and what became of the units of each hidden layer. */
export interface Reduced {
  readonly layers: BiasedLayers;
  readonly fates: readonly Fates[];
}

/**
 * The matching that brings one network's weights near to the other's, and where they differ.
 *
 * @example compareNetworks(theta, theta).nearest // undefined
 */
export interface NearestMatching {
  readonly matching: readonly LayerMatching[];
  /** The sum of |differences| of all weights of matched units; and what no matching makes it less than. */
  readonly distance: Rational;
  readonly lowerBound: Rational;
  /** Undefined if all weights of matched units are equal. */
  readonly mismatch: Mismatch | undefined;
  /** For each hidden layer the units without a partner, counted from 0. */
  readonly alone: { readonly a: readonly (readonly number[])[]; readonly b: readonly (readonly number[])[] };
}

/** A matching, and the networks with their units in its order. */
export interface NearestPair {
  readonly nearest: NearestMatching;
  readonly pair: AlignedPair;
}

/**
 * Matches units that are not equal but near, in networks that are reduced first, so that copies are one unit.
 *
 * @param symmetry by which units may be mirrored, unless that leaves a constant or a linear part.
 * @returns undefined if the layers are too wide.
 */
export function nearestMatching(
  a: Reduced,
  b: Reduced,
  symmetry: ActivationSymmetry,
): NearestPair | undefined {
  const isPlain = symmetry.slope.equals(0n) && !symmetry.isHomogeneous;
  const parity = isPlain ? symmetry.parity : undefined;
  const found = nearestOrders(weightGrids(a.layers, b.layers), parity);
  if (found === undefined) return undefined;
  const pair = alignedPair(a.layers, b.layers, found, isPlain ? symmetry : everyActivation);
  const differences = weightDifferences(pair);
  const matches = matchesOf(a.layers, b.layers, found);
  const matching = matches.map((layer, index) =>
    matchingByBlocks(entry(a.fates, index), entry(b.fates, index), layer),
  );
  const nearest = {
    matching,
    distance: differences.reduce((total, { sum }) => total.add(sum), rational(0n)),
    lowerBound: found.lowerBound,
    mismatch: namedByFiles(mismatchOf(differences), a, b),
    alone: aloneIn(matches, a, b),
  };
  return { nearest, pair };
}

/** For each unit of A its match; undefined if that only fills up. */
function matchesOf(
  a: BiasedLayers,
  b: BiasedLayers,
  { orders, signs }: NearestOrders,
): (readonly (Match | undefined)[])[] {
  const [ours, theirs] = [widthsOf(a), widthsOf(b)];
  return orders.map((order, layer) =>
    order.slice(0, entry(ours, layer)).map((unit, place) => {
      if (unit >= entry(theirs, layer)) return undefined;
      return { unit, sign: entry(entry(signs, layer), place), scale: rational(1n) };
    }),
  );
}

/** The units without a match, by the first unit of the file that became each. */
function aloneIn(
  matches: readonly (readonly (Match | undefined)[])[],
  a: Reduced,
  b: Reduced,
): NearestMatching["alone"] {
  return {
    a: matches.map((layer, index) =>
      layer.flatMap((match, unit) => (match === undefined ? [firstOf(a, index, unit)] : [])),
    ),
    b: matches.map((layer, index) => {
      const matched = new Set(layer.map((match) => match?.unit));
      return [...entry(b.layers.weights, index).keys()]
        .filter((unit) => !matched.has(unit))
        .map((unit) => firstOf(b, index, unit));
    }),
  };
}

/** The first unit of the network as it was that became this one. */
function firstOf({ fates }: Reduced, layer: number, unit: number): number {
  const { labelledPartition } = entry(fates, layer);
  const first = labelledPartition.indexOf(unit + 1);
  if (first < 0) throw new RangeError(`no unit became unit ${unit + 1} of layer ${layer + 1}`);
  return first;
}

/** The mismatch with the units and weights of the networks as they were. */
function namedByFiles(mismatch: Mismatch | undefined, a: Reduced, b: Reduced): Mismatch | undefined {
  if (mismatch === undefined) return undefined;
  const { length } = a.fates;
  const outliers = mismatch.outliers.map((difference): UnitDifference => {
    const { layer, unit, partner, weight } = difference;
    return {
      ...difference,
      unit: layer > length ? unit : firstOf(a, layer - 1, unit),
      partner: layer > length ? partner : firstOf(b, layer - 1, partner),
      weight: weight === undefined || layer === 1 ? weight : firstOf(a, layer - 2, weight),
    };
  });
  return { ...mismatch, outliers };
}
