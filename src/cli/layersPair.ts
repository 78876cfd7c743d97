import { InputError } from "../exact/inputError.js";
import { coarsestTuple } from "../manifold/layers/coarsestTuple.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../network/anyNetwork.js";
import { reduceMultiLayer } from "../network/multiLayerReduction.js";
import { parseAnyNetworkFile } from "../network/multiLayerFile.js";
import { type MultiLayerNetwork, hiddenWidths } from "../network/multiLayerNetwork.js";
import { type Source, textOf } from "./inputs.js";
import { type NetworkPair, requirePair } from "./networkPair.js";

/** Two networks of several layers that compute the same for every activation, and what both reduce to. */
export interface LayersPair {
  readonly theta: MultiLayerNetwork;
  readonly from: MultiLayerNetwork;
  readonly to: MultiLayerNetwork;
}

/**
 * Two networks from their files, either of two layers without biases, or of any number with biases or without.
 *
 * @throws InputError that says in what they differ, or that nothing is left of one.
 */
export function pairIn(first: Source, second: Source): NetworkPair | { readonly layers: LayersPair } {
  const [from, to] = [anyNetworkIn(first), anyNetworkIn(second)];
  if (isTwoLayer(from) && isTwoLayer(to)) return requirePair(from, to, first.place, second.place);
  return { layers: requireLayers(asMultiLayer(from), asMultiLayer(to), first.place, second.place) };
}

/** A network of either kind from its file. */
export function anyNetworkIn(source: Source): AnyNetwork {
  return parseAnyNetworkFile(textOf(source), source.place);
}

/** Whether only hidden widths differ. */
function sameEnds(ours: readonly number[] = [], theirs: readonly number[] = []): boolean {
  return ours.length === theirs.length && ours[0] === theirs[0] && ours.at(-1) === theirs.at(-1);
}

function requireLayers(
  from: MultiLayerNetwork,
  to: MultiLayerNetwork,
  other: string,
  place: string,
): LayersPair {
  const [ours, theirs] = [to, from].map((network) => [
    inputsOf(network),
    ...network.weights.map(({ length }) => length),
  ]);
  if (ours?.join() !== theirs?.join()) {
    throw new InputError(
      `layers of widths ${ours?.join("-") ?? ""}, in ${other} ${theirs?.join("-") ?? ""}`,
      sameEnds(ours, theirs)
        ? "give networks of one shape; units whose columns are zero can fill up the smaller"
        : "give networks of as many layers, with as many inputs and outputs",
      place,
    );
  }
  if ((from.biases === undefined) !== (to.biases === undefined)) {
    const [has, lacks] =
      to.biases === undefined ? ["no biases", "there are some"] : ["biases", "there are none"];
    throw new InputError(
      `${has}, in ${other} ${lacks}`,
      "give both biases, of zeros where there are none",
      place,
    );
  }
  const { irreducible: theta, widths } = reduceMultiLayer(from);
  if (theta === undefined) {
    throw new InputError(
      `all units of hidden layer ${widths.lastIndexOf(0) + 1} cancel, so that nothing depends on the input`,
      "give a network that keeps a unit in every hidden layer when it is reduced",
      other,
    );
  }
  if (coarsestTuple(theta, to) !== undefined) return { theta, from, to };
  throw new InputError(
    `computes another function than ${other} for some activation`,
    "give networks that `equiloss reduce` takes to the same one, up to the order of units in hidden layers",
    place,
  );
}

function inputsOf({ weights }: MultiLayerNetwork): number {
  return weights[0]?.[0]?.dimension ?? 0;
}

/** The widths of the hidden layers, as they are written. */
export function hiddenShape(network: MultiLayerNetwork): string {
  return hiddenWidths(network).join("-");
}
