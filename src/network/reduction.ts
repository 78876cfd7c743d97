import type { RationalVector } from "../exact/rationalVector.js";
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
  const groups = new Map<string, { incoming: RationalVector; outgoing: RationalVector[]; members: number[] }>();
  network.neurons.forEach(({ incoming, outgoing }, index) => {
    const group = groups.get(incoming.key);
    if (group === undefined) groups.set(incoming.key, { incoming, outgoing: [outgoing], members: [index] });
    else {
      group.outgoing.push(outgoing);
      group.members.push(index);
    }
  });
  const kept: Neuron[] = [];
  const codes = new Array<number>(network.neurons.length);
  let zeroBlocks = 0;
  for (const { incoming, outgoing, members } of groups.values()) {
    const sum = outgoing.reduce((total, vector) => total.plus(vector));
    const code = sum.isZero() ? 0 - zeroBlocks++ : kept.push({ incoming, outgoing: sum });
    for (const member of members) codes[member] = code;
  }
  return { irreducible: { ...network, neurons: kept }, labelledPartition: codes };
}
