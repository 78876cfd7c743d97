import { requireArguments } from "../exact/requireArguments.js";
import { InputError } from "../exact/inputError.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { requireFittingLayers } from "./multiLayerShapes.js";
import { type NetworkTexts, plainNetwork } from "./plainWeights.js";
import { parseNetworkTexts } from "./weightsParser.js";

/** The format tag of a network file. */
export const NETWORK_FORMAT = "equiloss-network/1";

/**
 * The network of a file's text, by the fast reader if it can read the text.
 *
 * @param place the file's name, for messages.
 * @param build makes a network from the texts; if it throws an InputError, the place is added.
 * @throws InputError with place, and line and column where they are known.
 */
export function readNetworkFile<Network>(
  text: string,
  place: string,
  build: (texts: NetworkTexts) => Network,
): Network {
  requireArguments({ text: { text, place } });
  const plain = plainNetwork(text, NETWORK_FORMAT);
  try {
    if (plain !== undefined) return build(plain);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  // The file contains JSON numbers or an error: the reader by events knows digits and places.
  const texts = parseNetworkTexts(text, place, NETWORK_FORMAT);
  try {
    return build(texts);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}

/** @throws InputError if the matrices, and biases, don't fit one another. */
export function requireFittingTexts({ weights, biases }: NetworkTexts): void {
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
export function vectorOf(entries: readonly string[], place: string): RationalVector {
  try {
    return RationalVector.fromStrings(entries);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}
