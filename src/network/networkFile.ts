import { InputError } from "../exact/inputError.js";
import { RationalVector } from "../exact/rationalVector.js";
import { type WeightTexts, plainWeights } from "./plainWeights.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "./twoLayerNetwork.js";
import { parseWeights } from "./weightsParser.js";

/** The format tag of a network file. */
export const NETWORK_FORMAT = "equiloss-network/1";

/** The content of a network file: W^(1), …, W^(L) as rows of "p/q" strings in lowest terms. */
export interface NetworkFile {
  readonly format: typeof NETWORK_FORMAT;
  readonly weights: WeightTexts;
}

/**
 * Reads a two-layer network from the text of a network file. W1 is m × d_in (row i is w_i) and W2 is
 * d_out × m (column i is a_i); entries are "p", "p/q" or JSON integers of any size.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, line and column for anything else: text that is not JSON, other or repeated
 *   keys, floats, matrices that are ragged or don't fit, numbers of layers other than two.
 * @example parseNetworkFile('{"format":"equiloss-network/1","weights":[[["1"]],[["2"]]]}', "a.json").neurons.length === 1
 */
export function parseNetworkFile(text: string, place: string): TwoLayerNetwork {
  const plain = plainWeights(text, NETWORK_FORMAT);
  try {
    if (plain !== undefined) return networkOf(plain, place);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  // A file with numbers in it, or with something wrong: the reader by events knows digits and places.
  return networkOf(parseWeights(text, place, NETWORK_FORMAT), place);
}

function networkOf(weights: WeightTexts, place: string): TwoLayerNetwork {
  const [incoming, outgoing] = weights;
  if (incoming === undefined || outgoing === undefined || weights.length !== 2) {
    throw new InputError(
      `the network has ${weights.length} weight matrices`,
      'give a two-layer network: "weights": [W1, W2]',
      place,
    );
  }
  const inputDimension = columnsOf(incoming, "W1", place);
  const width = columnsOf(outgoing, "W2", place);
  if (width !== incoming.length) {
    throw new InputError(
      `W1 has ${incoming.length} rows but W2 has ${width} columns`,
      "give W1 one row and W2 one column for every neuron",
      place,
    );
  }
  const neurons = incoming.map((row, index) => ({
    incoming: vectorOf(row, `row ${index + 1} of W1`, place),
    outgoing: vectorOf(
      outgoing.map((entries) => entries[index] ?? ""),
      `column ${index + 1} of W2`,
      place,
    ),
  }));
  return twoLayerNetwork(inputDimension, outgoing.length, neurons);
}

function vectorOf(entries: readonly string[], name: string, place: string): RationalVector {
  try {
    return RationalVector.fromStrings(entries);
  } catch (error) {
    throw error instanceof InputError ? error.at(`${place}, ${name}`) : error;
  }
}

/**
 * The file content of a network, as {@link parseNetworkFile} reads it; null for width 0, where no matrix of weights
 * exists.
 *
 * @example networkFile(twoLayerNetwork(1, 1, [neuron(["1"], ["2/4"])]))?.weights // [[["1"]], [["1/2"]]]
 */
export function networkFile(network: TwoLayerNetwork): NetworkFile | null {
  if (network.neurons.length === 0) return null;
  const incoming = network.neurons.map((unit) => unit.incoming.toStrings());
  const columns = network.neurons.map((unit) => unit.outgoing.toStrings());
  const outgoing = Array.from({ length: network.outputDimension }, (_, row) =>
    columns.map((entries) => entries[row] ?? ""),
  );
  return { format: NETWORK_FORMAT, weights: [incoming, outgoing] };
}

type Matrix = WeightTexts[number];

/** The common length of the rows: a matrix without entries, or with rows of two lengths, is refused. */
function columnsOf(matrix: Matrix, name: string, place: string): number {
  const columns = matrix[0]?.length ?? 0;
  if (columns === 0) {
    throw new InputError(
      `${name} has no ${matrix.length === 0 ? "rows" : "columns"}`,
      "give every matrix a row and a column",
      place,
    );
  }
  const ragged = matrix.findIndex((row) => row.length !== columns);
  if (ragged >= 0) {
    throw new InputError(
      `row ${ragged + 1} of ${name} has ${matrix[ragged]?.length ?? 0} entries, row 1 has ${columns}`,
      "give all rows of a matrix the same length",
      place,
    );
  }
  return columns;
}
