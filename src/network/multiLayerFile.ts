import { requireArguments } from "../exact/requireArguments.js";
import { InputError } from "../exact/inputError.js";
import type { AnyNetwork } from "./anyNetwork.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";
import { type NetworkFile, twoLayersOf } from "./networkFile.js";
import { NETWORK_FORMAT, readNetworkFile, requireFittingTexts, vectorOf } from "./networkTexts.js";
import type { NetworkTexts } from "./plainWeights.js";

/**
 * Reads a network with any number L ≥ 2 of layers from the text of a network file. If the file has the key
 * "biases", the network has biases: one list for each matrix, where bias ℓ has an entry for every row of W_ℓ.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, line and column for anything else: text that is not JSON, other or repeated
 *   keys, floats, matrices that are ragged or don't fit, fewer than two of them, biases that don't fit.
 * @example parseMultiLayerFile('{"format":"equiloss-network/1","weights":[[["1"]],[["2"]],[["3"]]]}',
 *   "a.json").weights.length
 *   === 3
 */
export function parseMultiLayerFile(text: string, place: string): MultiLayerNetwork {
  return readNetworkFile(text, place, (texts) => layersOf(texts, place));
}

/**
 * Reads a network file of either kind: a two-layer network without biases by its units, any other by its
 * matrices.
 *
 * @param place the file's name, for messages.
 * @throws InputError as {@link parseMultiLayerFile} does.
 * @example isTwoLayer(parseAnyNetworkFile('{"format":"equiloss-network/1","weights":[[["1"]],[["2"]]]}',
 *   "a.json"))
 *   === true
 */
export function parseAnyNetworkFile(text: string, place: string): AnyNetwork {
  return readNetworkFile(text, place, (texts) =>
    texts.weights.length === 2 && texts.biases === undefined
      ? twoLayersOf(texts, place)
      : layersOf(texts, place),
  );
}

function layersOf(texts: NetworkTexts, place: string): MultiLayerNetwork {
  const count = texts.weights.length;
  if (count < 2) {
    throw new InputError(
      `the network has ${count} weight ${count === 1 ? "matrix" : "matrices"}`,
      'give two or more: "weights": [W1, …, WL]',
      place,
    );
  }
  requireFittingTexts(texts);
  const weights = texts.weights.map((rows, layer) =>
    rows.map((row, index) => vectorOf(row, `${place}, row ${index + 1} of W${layer + 1}`)),
  );
  const biases = texts.biases?.map((bias, layer) => vectorOf(bias, `${place}, bias ${layer + 1}`));
  return multiLayerNetwork(weights, biases);
}

/**
 * The file content of a network, as {@link parseMultiLayerFile} reads it.
 *
 * @example multiLayerFile(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])]))).weights
 *   // [[["1"]], [["1/2"]]]
 */
export function multiLayerFile(network: MultiLayerNetwork): NetworkFile {
  requireArguments({ layeredNetwork: { network } });
  const { weights, biases } = network;
  const matrices = weights.map((rows) => rows.map((row) => row.toStrings()));
  const file = { format: NETWORK_FORMAT, weights: matrices } as const;
  return biases === undefined ? file : { ...file, biases: biases.map((bias) => bias.toStrings()) };
}
