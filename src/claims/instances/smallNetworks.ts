import { tuples } from "../../combinatorics/tuples.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { entry } from "../../exact/entry.js";

/** A shape, and the integers that each matrix and each bias may have as entries. */
export interface SmallNetworks {
  /** d_in, m_1, …, m_{L−1}, d_out. */
  readonly widths: readonly number[];
  /** For W^(1), …, W^(L), and then for b^(1), …, b^(L) if there are biases. */
  readonly entries: readonly (readonly bigint[])[];
}

/** The number of these networks. */
export function numberOfNetworks({ widths, entries }: SmallNetworks): bigint {
  const layers = widths.length - 1;
  return entries.reduce((product, { length }, index) => {
    const rows = entry(widths, (index % layers) + 1);
    const count = index < layers ? rows * entry(widths, index) : rows;
    return product * BigInt(length) ** BigInt(count);
  }, 1n);
}

/** All networks of a shape with the given entries. */
export function* smallNetworks({ widths, entries }: SmallNetworks): Generator<MultiLayerNetwork> {
  const vectors = (values: readonly bigint[], dimension: number): RationalVector[] =>
    [...tuples(Array.from({ length: dimension }, () => values))].map((vector) => RationalVector.of(vector));
  const layers = widths.length - 1;
  const matrices = widths.slice(1).map((rows, index) => {
    const choices = vectors(entry(entries, index), entry(widths, index));
    return [...tuples(Array.from({ length: rows }, () => choices))];
  });
  const biases = entries.slice(layers).map((values, index) => vectors(values, entry(widths, index + 1)));
  for (const weights of tuples(matrices)) {
    if (biases.length === 0) yield multiLayerNetwork(weights);
    else for (const chosen of tuples(biases)) yield multiLayerNetwork(weights, chosen);
  }
}
