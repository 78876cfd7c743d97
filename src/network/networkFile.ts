import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/requireArguments.js";
import { InputError } from "../exact/inputError.js";
import { NETWORK_FORMAT, readNetworkFile, requireFittingTexts, vectorOf } from "./networkTexts.js";
import type { NetworkTexts, WeightTexts } from "./plainWeights.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "./twoLayerNetwork.js";

export { NETWORK_FORMAT };

/**
 * The content of a network file: W^(1), …, W^(L) as rows of "p/q" strings in lowest terms, and biases if it
 * has any.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])])).format === "equiloss-network/1"
 */
export interface NetworkFile {
  readonly format: typeof NETWORK_FORMAT;
  readonly weights: WeightTexts;
  readonly biases?: readonly (readonly string[])[];
}

/**
 * Reads a two-layer network from the text of a network file. W1 is m × d_in (row i is w_i) and W2 is
 * d_out × m (column i is a_i); entries are "p", "p/q" or JSON integers of any size.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, line and column for anything else: text that is not JSON, other or repeated
 *   keys, floats, matrices that are ragged or don't fit, numbers of layers other than two, biases.
 * @example parseNetworkFile('{"format":"equiloss-network/1","weights":[[["1"]],[["2"]]]}',
 *   "a.json").units.length
 *   === 1
 */
export function parseNetworkFile(text: string, place: string): TwoLayerNetwork {
  return readNetworkFile(text, place, (texts) => twoLayersOf(texts, place));
}

/**
 * The two-layer network of a file's texts.
 *
 * @throws InputError if there are biases or another number of layers than two, matrices don't fit, or a
 *   weight is not a rational.
 */
export function twoLayersOf(texts: NetworkTexts, place: string): TwoLayerNetwork {
  const [incoming, outgoing] = texts.weights;
  if (incoming === undefined || outgoing === undefined || texts.weights.length !== 2) {
    const count = texts.weights.length;
    throw new InputError(
      `the network has ${count} weight ${count === 1 ? "matrix" : "matrices"}`,
      'give a two-layer network: "weights": [W1, W2]',
      place,
    );
  }
  if (texts.biases !== undefined) {
    throw new InputError(
      "the network has biases",
      'give a two-layer network without them: "weights": [W1, W2]',
      place,
    );
  }
  requireFittingTexts(texts);
  const units = incoming.map((row, index) => ({
    incoming: vectorOf(row, `${place}, row ${index + 1} of W1`),
    outgoing: vectorOf(
      outgoing.map((entries) => entry(entries, index)),
      `${place}, column ${index + 1} of W2`,
    ),
  }));
  return twoLayerNetwork(entry(incoming, 0).length, outgoing.length, units);
}

/**
 * The file content of a network, as {@link parseNetworkFile} reads it; null for width 0, where no matrix of
 * weights exists.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])]))?.weights // [[["1"]], [["1/2"]]]
 */
export function networkFile(network: TwoLayerNetwork): NetworkFile | null {
  requireArguments({ network: { network } });
  if (network.units.length === 0) return null;
  const incoming = network.units.map((unit) => unit.incoming.toStrings());
  const columns = network.units.map((unit) => unit.outgoing.toStrings());
  const outgoing = Array.from({ length: network.outputDimension }, (_, row) =>
    columns.map((entries) => entry(entries, row)),
  );
  return { format: NETWORK_FORMAT, weights: [incoming, outgoing] };
}
