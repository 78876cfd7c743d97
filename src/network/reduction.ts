import type { Neuron, TwoLayerNetwork } from "./twoLayerNetwork.js";

/** The irreducible network that a network computes with, and where its units went. */
export interface Reduction {
  /** Irreducible, of the same measure; units in order of first appearance. Width 0 if all cancels. */
  readonly irreducible: TwoLayerNetwork;
  /**
   * Codes of the coarsest labelled partition whose subspace holds the network: units are together exactly
   * when they share an incoming vector; code t ≥ 1 is unit t of `irreducible`, and 0, −1, … are the groups
   * whose outgoing vectors sum to zero, in order of first appearance.
   */
  readonly labelledPartition: readonly number[];
}

/**
 * Reduction as the measure (Def. 3.1): one group a distinct incoming vector, its outgoing vectors summed,
 * groups of sum zero dropped. Linear in the number of weights.
 *
 * @example // (1; 2), (1; -2), (3; 5) reduces to (3; 5) with partition [0, 0, 1]
 */
export function reduce(network: TwoLayerNetwork): Reduction {
  const groups: Neuron[] = [];
  const groupAt = new Map<string, number>();
  const groupOf = network.neurons.map((unit) => {
    const key = unit.incoming.key;
    const index = groupAt.get(key) ?? groups.length;
    const group = groups[index];
    groupAt.set(key, index);
    groups[index] =
      group === undefined ? unit : { incoming: unit.incoming, outgoing: group.outgoing.plus(unit.outgoing) };
    return index;
  });
  const kept: Neuron[] = [];
  let zeroBlocks = 0;
  const codes = groups.map((group) => (group.outgoing.isZero() ? 0 - zeroBlocks++ : kept.push(group)));
  return {
    irreducible: { ...network, neurons: kept },
    labelledPartition: groupOf.map((group) => codes[group] ?? 0),
  };
}
