import { counted } from "../../exact/counted.js";
import { InputError } from "../../exact/inputError.js";
import { exactNetwork } from "../../formats/exactNetwork.js";
import { FLOAT_TYPES, type FloatType } from "../../formats/floatTypes.js";
import type { FoundNetwork } from "../../formats/foundNetwork.js";
import { readNetwork } from "../../formats/readNetwork.js";
import { formatOf } from "../../formats/recognised.js";
import { coarsestTuple } from "../../manifold/layers/multiLayerSubspace.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { equalSymmetricMeasures, symmetricMeasureOf } from "../../network/activations/symmetricMeasure.js";
import { reduceFor } from "../../network/activations/symmetricReduction.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../network/anyNetwork.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { reduceMultiLayer } from "../../network/multiLayerReduction.js";
import { parseAnyNetworkFile, parseMultiLayerFile, parseNetworkFile } from "../../network/networkFile.js";
import { reduce } from "../../network/reduction.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { note } from "../terminal/notes.js";
import { type Source, textOf } from "./source.js";

/** Reads a two-layer network from its file. */
export function networkIn(source: Source): TwoLayerNetwork {
  const network = foundIn(source);
  if (network === undefined) return parseNetworkFile(textOf(source), source.place);
  if (isTwoLayer(network)) return network;
  const { weights, biases } = network;
  const problem =
    biases === undefined ? `the network has ${weights.length} weight matrices` : "the network has biases";
  throw new InputError(problem, "give a two-layer network without biases", source.place);
}

/** Reads a network of any number of layers from its file, as matrices. */
export function layersIn(source: Source): MultiLayerNetwork {
  const network = foundIn(source);
  if (network === undefined) return parseMultiLayerFile(textOf(source), source.place);
  return asMultiLayer(network);
}

/** Reads a network of either kind from its file. */
export function anyNetworkIn(source: Source): AnyNetwork {
  return foundIn(source) ?? parseAnyNetworkFile(textOf(source), source.place);
}

/** A network, and what its file tells beside it. */
export interface ToldNetwork {
  readonly network: AnyNetwork;
  /** The activation of all hidden layers; undefined if they have several, or none is told. */
  readonly activation: string | undefined;
  /** The widest type of its floats; undefined if it holds none. */
  readonly type: FloatType | undefined;
}

/** Reads a network of either kind from its file, with what the file tells. */
export function toldNetworkIn(source: Source): ToldNetwork {
  const found = notedIn(source);
  if (found === undefined)
    return {
      network: parseAnyNetworkFile(textOf(source), source.place),
      activation: undefined,
      type: undefined,
    };
  const activations = hiddenActivations(found);
  const [activation] = activations.length === 1 ? activations : [];
  return { network: exactNetwork(found, source.place), activation, type: widestType(found) };
}

/** The network of a file that another program wrote, which is told from its bytes; undefined for a text. */
function foundIn(source: Source): AnyNetwork | undefined {
  const found = notedIn(source);
  return found === undefined ? undefined : exactNetwork(found, source.place);
}

function notedIn(source: Source): FoundNetwork | undefined {
  if (formatOf(source.bytes) === "text") return undefined;
  const found = readNetwork(source);
  noteDecisions(found, source.place);
  return found;
}

function widestType({ layers }: FoundNetwork): FloatType | undefined {
  const types = layers.flatMap(({ weights, bias }) => [weights.entries.type, bias?.type]);
  return FLOAT_TYPES.findLast((type) => types.includes(type));
}

/** Tells how a file was read. */
export function noteDecisions(found: FoundNetwork, place: string): void {
  const activations = hiddenActivations(found);
  const told = activations.length === 0 ? [] : [`activation ${activations.join(", ")}`];
  note(`${place}: ${[found.format, ...told, ...found.decisions].join("; ")}`);
}

/** The activations of hidden layers, each once, as far as the file says them. */
export function hiddenActivations({ layers }: FoundNetwork): string[] {
  const names = layers
    .slice(0, -1)
    .flatMap(({ activation }) => (activation === undefined ? [] : [activation]));
  return [...new Set(names)];
}

/** Two networks that compute the same for every activation, and the network that both reduce to. */
export interface NetworkPair<Network> {
  readonly theta: Network;
  readonly from: Network;
  readonly to: Network;
}

/** A pair of either kind. */
export type AnyPair =
  /** Two points of one expansion manifold Θ_{r→m}(θ^r). */
  | { readonly units: NetworkPair<TwoLayerNetwork> }
  /** Networks of several layers, or of two with biases. */
  | { readonly layers: NetworkPair<MultiLayerNetwork> };

/** The files of a pair, as messages name them. */
interface Places {
  readonly first: string;
  readonly second: string;
  /** What else can be done with networks of different functions. */
  readonly otherwise?: Otherwise;
}

/** What else can be done with networks that compute different functions, to be told after the repair. */
export type Otherwise = (from: MultiLayerNetwork, to: MultiLayerNetwork) => string;

/**
 * Reads two networks from their files. They have two layers without biases, or any number of layers, with
 * biases or without.
 *
 * @throws InputError that says how they differ, or that one reduces to nothing.
 */
export function pairIn(first: Source, second: Source, otherwise?: Otherwise): AnyPair {
  const [from, to] = [anyNetworkIn(first), anyNetworkIn(second)];
  const places = placesOf(first, second, otherwise);
  return isTwoLayer(from) && isTwoLayer(to)
    ? { units: unitsPair(from, to, places) }
    : { layers: layersPair(asMultiLayer(from), asMultiLayer(to), places) };
}

/**
 * Reads two networks of two layers without biases that compute the same for an odd or even activation.
 *
 * @param symmetry of an activation that has no constant or linear part, and isn't homogeneous.
 * @throws InputError that says how they differ, or that one reduces to nothing, or to a constant neuron.
 */
export function mirroredPairIn(
  first: Source,
  second: Source,
  symmetry: ActivationSymmetry,
  otherwise?: Otherwise,
): NetworkPair<TwoLayerNetwork> {
  const [from, to] = [anyNetworkIn(first), anyNetworkIn(second)];
  const places = placesOf(first, second, otherwise);
  if (!isTwoLayer(from) || !isTwoLayer(to))
    throw new InputError("only for networks of two layers without biases", "leave it out", "--activation");
  requireOneSize(from, to, places);
  const { name } = symmetry;
  const pair = { theta: reduceFor(from, symmetry).irreducible, from, to };
  const [ours, theirs] = [to, from].map((network) => symmetricMeasureOf(network, symmetry));
  if (ours === undefined || theirs === undefined || !equalSymmetricMeasures(ours, theirs))
    throw otherFunction({ from, to }, places, "the order of its neurons and their signs", name);
  requireNeurons(pair.theta, places);
  if (pair.theta.units.every(({ incoming }) => !incoming.isZero())) return pair;
  throw new InputError(
    `for ${name} a neuron with incoming weights 0 is left, which computes a constant and has no mirror image`,
    "give networks of which such neurons cancel, or leave out --activation",
    places.first,
  );
}

/**
 * Reads two networks of one shape from their files, whatever they compute.
 *
 * @throws InputError that says how their shapes differ.
 */
export function nearPairIn(
  first: Source,
  second: Source,
): Pick<NetworkPair<MultiLayerNetwork>, "from" | "to"> & { readonly told: readonly ToldNetwork[] } {
  const [ours, theirs] = [toldNetworkIn(first), toldNetworkIn(second)];
  const [from, to] = [asMultiLayer(ours.network), asMultiLayer(theirs.network)];
  requireOneShape(from, to, { first: first.place, second: second.place });
  return { from, to, told: [ours, theirs] };
}

/** A pair of two-layer networks of one width and one measure. */
function unitsPair(from: TwoLayerNetwork, to: TwoLayerNetwork, places: Places): NetworkPair<TwoLayerNetwork> {
  requireOneSize(from, to, places);
  if (!equalMeasures(measureOf(from), measureOf(to)))
    throw otherFunction(
      { from, to },
      places,
      "the order of its neurons; or name the activation, such as --activation tanh",
    );
  const theta = reduce(from).irreducible;
  requireNeurons(theta, places);
  return { theta, from, to };
}

function requireOneSize(from: TwoLayerNetwork, to: TwoLayerNetwork, { first, second }: Places): void {
  if (to.inputDimension !== from.inputDimension || to.outputDimension !== from.outputDimension) {
    throw new InputError(
      `d_in = ${to.inputDimension} and d_out = ${to.outputDimension}, in ${first} ` +
        `${from.inputDimension} and ${from.outputDimension}`,
      "give networks of equal dimensions",
      second,
    );
  }
  if (to.units.length !== from.units.length) {
    throw new InputError(
      `${counted(to.units.length, "neuron")}, in ${first} ${from.units.length}`,
      "give networks of one width; equiloss expand makes the smaller one wider",
      second,
    );
  }
}

function requireNeurons({ units }: TwoLayerNetwork, { first }: Places): void {
  if (units.length > 0) return;
  throw new InputError("all neurons cancel", "give a network that reduces to one neuron or more", first);
}

/**
 * A pair of one shape that reduces to one network; with the labelled partitions of the hidden layers that
 * take `to` to what `from` reduces to.
 */
function layersPair(
  from: MultiLayerNetwork,
  to: MultiLayerNetwork,
  places: Places,
): NetworkPair<MultiLayerNetwork> {
  requireOneShape(from, to, places);
  const { irreducible: theta, widths } = reduceMultiLayer(from);
  if (theta === undefined) {
    throw new InputError(
      `all neurons of hidden layer ${widths.lastIndexOf(0) + 1} cancel, so that nothing depends on the input`,
      "give a network that keeps a neuron in every hidden layer when it is reduced",
      places.first,
    );
  }
  if (coarsestTuple(theta, to) !== undefined) return { theta, from, to };
  throw otherFunction({ from, to }, places, "the order of neurons in hidden layers");
}

function requireOneShape(from: MultiLayerNetwork, to: MultiLayerNetwork, { first, second }: Places): void {
  const [ours, theirs] = [layerWidths(to), layerWidths(from)];
  if (ours.join() !== theirs.join()) {
    const sameEnds = ours.length === theirs.length && ours[0] === theirs[0] && ours.at(-1) === theirs.at(-1);
    throw new InputError(
      `layers of widths ${ours.join("-")}, in ${first} ${theirs.join("-")}`,
      sameEnds
        ? "give networks of one shape; equiloss expand makes layers wider"
        : "give networks of as many layers, with as many inputs and outputs",
      second,
    );
  }
  if ((from.biases === undefined) !== (to.biases === undefined)) {
    const [has, lacks] =
      to.biases === undefined ? ["no biases", "there are some"] : ["biases", "there are none"];
    throw new InputError(
      `${has}, in ${first} ${lacks}`,
      "give both biases, of zeros where there are none",
      second,
    );
  }
}

function placesOf(first: Source, second: Source, otherwise: Otherwise | undefined): Places {
  return { first: first.place, second: second.place, ...(otherwise && { otherwise }) };
}

/** @param activation the name of the only activation that is asked for, if there is one. */
function otherFunction(
  { from, to }: { readonly from: AnyNetwork; readonly to: AnyNetwork },
  { first, second, otherwise }: Places,
  upTo: string,
  activation?: string,
): InputError {
  const option = activation === undefined ? "" : ` --activation ${activation}`;
  const more = otherwise === undefined ? "" : otherwise(asMultiLayer(from), asMultiLayer(to));
  return new InputError(
    `computes another function than ${first} for ${activation ?? "some activation"}`,
    `give networks that \`equiloss reduce${option}\` takes to the same one, up to ${upTo}; ` +
      `\`equiloss compare${option}\` says where they differ${more}`,
    second,
  );
}
