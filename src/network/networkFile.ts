import { counted } from "../exact/counted.js";
import { entry } from "../exact/entry.js";
import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { AnyNetwork } from "./anyNetwork.js";
import type { JsonNumbers, WeightTexts } from "./matricesParser.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";
import { requireFittingLayers } from "./multiLayerShapes.js";
import { NETWORK_FORMAT, type NetworkTexts, parseNetworkTexts, readNetworkFile } from "./networkTexts.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "./twoLayerNetwork.js";

export { NETWORK_FORMAT };

/**
 * The content of a network file: W^(1), …, W^(L) as rows of "p/q" strings in lowest terms, and biases if it
 * has any.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])]))?.format === "equiloss-network/1"
 */
export interface NetworkFile {
  readonly format: typeof NETWORK_FORMAT;
  readonly weights: WeightTexts;
  readonly biases?: readonly (readonly string[])[];
}

/**
 * Reads a two-layer network from the text of a network file. W1 is m × d_in (row i is w_i) and W2 is
 * d_out × m (column i is a_i); entries are "p", "p/q", decimals such as "0.5", hexadecimal floats such as
 * "0x1p-1", or JSON integers of any size.
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
  return readNetworkFile(text, place, (texts) => networkOf(texts, place));
}

/**
 * Reads a network file of either kind whose weights may be JSON numbers with a point or an exponent.
 *
 * @param numbers "decimal" takes the digits as they are, "double" the double nearest to them.
 * @param place the file's name, for messages.
 * @throws InputError as {@link parseMultiLayerFile} does, but for floats.
 */
export function parseNumbersFile(text: string, place: string, numbers: JsonNumbers): AnyNetwork {
  const texts = parseNetworkTexts(text, place, numbers);
  try {
    return networkOf(texts, place);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}

function networkOf(texts: NetworkTexts, place: string): AnyNetwork {
  return texts.weights.length === 2 && texts.biases === undefined
    ? twoLayersOf(texts, place)
    : layersOf(texts, place);
}

function twoLayersOf(texts: NetworkTexts, place: string): TwoLayerNetwork {
  const [incoming, outgoing] = texts.weights;
  if (incoming === undefined || outgoing === undefined || texts.weights.length !== 2) {
    throw wrongCount(texts, 'a two-layer network: "weights": [W1, W2]', place);
  }
  if (texts.biases !== undefined) {
    const repair = 'give a two-layer network without them: "weights": [W1, W2]';
    throw new InputError("the network has biases", repair, place);
  }
  requireFittingTexts(texts);
  const units = incoming.map((row, index) => ({
    incoming: vectorOf(row, `${place}, row ${index + 1} of W1`),
    outgoing: vectorOf(column(outgoing, index), `${place}, column ${index + 1} of W2`),
  }));
  return twoLayerNetwork(entry(incoming, 0).length, outgoing.length, units);
}

function layersOf(texts: NetworkTexts, place: string): MultiLayerNetwork {
  if (texts.weights.length < 2) throw wrongCount(texts, 'two or more: "weights": [W1, …, WL]', place);
  requireFittingTexts(texts);
  const weights = texts.weights.map((rows, layer) =>
    rows.map((row, index) => vectorOf(row, `${place}, row ${index + 1} of W${layer + 1}`)),
  );
  const biases = texts.biases?.map((bias, layer) => vectorOf(bias, `${place}, bias ${layer + 1}`));
  return multiLayerNetwork(weights, biases);
}

function wrongCount({ weights: { length } }: NetworkTexts, expected: string, place: string): InputError {
  const matrices = counted(length, "weight matrix", "weight matrices");
  return new InputError(`the network has ${matrices}`, `give ${expected}`, place);
}

/** @throws InputError if the matrices, and biases, don't fit one another. */
function requireFittingTexts({ weights, biases }: NetworkTexts): void {
  requireFittingLayers({
    weights: weights.map((rows) => rows.map(({ length }) => length)),
    biases: biases?.map(({ length }) => length),
  });
}

/**
 * One row, column or bias as a vector.
 *
 * @param place the file and the row, column or bias, for messages.
 * @throws InputError if an entry is not a rational, or if the entries need too large a common denominator.
 */
function vectorOf(entries: readonly string[], place: string): RationalVector {
  try {
    return RationalVector.fromStrings(entries);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}

function column(rows: WeightTexts[number], index: number): string[] {
  return rows.map((row) => entry(row, index));
}

/**
 * The file content of a network, as {@link parseNetworkFile} reads it; null for width 0, where no matrix of
 * weights exists.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [unitOf(["1"], ["2/4"])]))?.weights // [[["1"]], [["1/2"]]]
 */
export function networkFile(network: TwoLayerNetwork): NetworkFile | null {
  requireArguments({ network: { network } });
  const { units, outputDimension } = network;
  if (units.length === 0) return null;
  const incoming = units.map((unit) => unit.incoming.toStrings());
  const columns = units.map((unit) => unit.outgoing.toStrings());
  const outgoing = Array.from({ length: outputDimension }, (_, row) => column(columns, row));
  return speaking<NetworkFile>({ format: NETWORK_FORMAT, weights: [incoming, outgoing] });
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
  return speaking(biases === undefined ? file : { ...file, biases: biases.map((bias) => bias.toStrings()) });
}
