import { entry } from "../exact/entry.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { MultiLayerMatrices } from "./multiLayerNetwork.js";
import { reduceMultiLayer } from "./multiLayerReduction.js";

/**
 * A key of an irreducible network: two irreducible networks of the same dimensions have equal keys if and
 * only if permuting the units of hidden layers turns one into the other. The rows are distinct, so the order
 * of one layer determines that of the next: layer by layer, the columns follow the order of the layer before,
 * and then the units are sorted by their rows. A network without biases counts as one with biases 0.
 *
 * @throws RangeError if two units of a hidden layer have the same row; then the network is reducible.
 * @example irreducibleKey(network)
 *   === irreducibleKey(withPair(network, 1, permuteUnits(pairAt(network, 1), [1, 0])))
 */
export function irreducibleKey({ weights, biases }: MultiLayerMatrices): string {
  let columns: readonly number[] | undefined;
  return weights
    .map((rows, index) => {
      const bias = biases === undefined ? rows.map(() => "0") : entry(biases, index).toStrings();
      const keys = rows.map((row, unit) => `${arranged(row, columns).key};${entry(bias, unit)}`);
      if (index === weights.length - 1) return keys.join("|");
      const sorted = [...keys.entries()].sort(([, left], [, right]) => (left < right ? -1 : 1));
      if (new Set(keys).size < keys.length) throw new RangeError("a key of a reducible network");
      columns = sorted.map(([unit]) => unit);
      return sorted.map(([, key]) => key).join("|");
    })
    .join("/");
}

/**
 * The row with its entries in another order.
 *
 * @param order for each place the entry that goes there, counted from 0; undefined to leave the row as it is.
 */
export function arranged(row: RationalVector, order: readonly number[] | undefined): RationalVector {
  if (order === undefined) return row;
  return RationalVector.of(
    order.map((index) => entry(row.numerators, index)),
    row.denominator,
  );
}

/**
 * A key of the function of a network: two networks with the same number of layers and the same dimensions
 * have equal keys if and only if they compute the same function for every activation (Theorem 1 of
 * proofs/layers.md). It is the key of the irreducible network that they reduce to.
 *
 * @example functionKey(network) === functionKey(reduceMultiLayer(network).irreducible)
 */
export function functionKey(network: MultiLayerMatrices): string {
  return irreducibleKey(reduceMultiLayer(network).matrices);
}
