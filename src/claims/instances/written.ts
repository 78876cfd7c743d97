import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { entry } from "../../exact/entry.js";

/**
 * The rows of a matrix that is written out.
 *
 * @example matrix("1 -1/2; 0 1") // (1, −1/2) and (0, 1)
 */
export function matrix(text: string): RationalVector[] {
  return text.split("; ").map((row) => RationalVector.parse(...row.split(" ")));
}

/**
 * A network of one hidden layer, by its w_i and its a_i.
 *
 * @example writtenNetwork("2; -3", "3; 0") // (2; 3), (−3; 0)
 */
export function writtenNetwork(incoming: string, outgoing: string): TwoLayerNetwork {
  const [w, a] = [matrix(incoming), matrix(outgoing)];
  const units = w.map((vector, unit) => ({ incoming: vector, outgoing: entry(a, unit) }));
  return twoLayerNetwork(entry(w, 0).dimension, entry(a, 0).dimension, units);
}

/** A network of several layers without biases, by its matrices W^(1), …, W^(L). */
export function writtenLayers(...matrices: readonly string[]): MultiLayerNetwork {
  return multiLayerNetwork(matrices.map(matrix));
}
