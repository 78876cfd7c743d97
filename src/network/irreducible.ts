import { requireArguments } from "../exact/plainJavaScript.js";
import { type MultiLayerNetwork, rowsWithBias } from "./multiLayerNetwork.js";
import type { TwoLayerNetwork } from "./twoLayerNetwork.js";

/**
 * Why a network is reducible: two units (counted from 0, the earlier one first) have the same incoming
 * vector, or a unit has a = 0.
 *
 * @example redundancies(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]))[0]?.kind === "silent"
 */
export type Redundancy =
  | { readonly kind: "equal incoming"; readonly first: number; readonly second: number }
  | { readonly kind: "silent"; readonly index: number };

/**
 * Every reason why a network is reducible by Def. 3.1, in order of the later unit. The list is empty if and
 * only if the network is irreducible. If units share an incoming vector, each pair of them is a reason.
 *
 * @example redundancies(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]))
 *   // [{ kind: "silent", index: 0 }]
 */
export function redundancies(network: TwoLayerNetwork): Redundancy[] {
  requireArguments({ network: { network } });
  const reasons: Redundancy[] = [];
  const unitsAt = new Map<string, number[]>();
  network.units.forEach(({ incoming: { key }, outgoing }, index) => {
    if (outgoing.isZero()) reasons.push({ kind: "silent", index });
    const earlier = unitsAt.get(key);
    if (earlier === undefined) unitsAt.set(key, [index]);
    else {
      for (const first of earlier) reasons.push({ kind: "equal incoming", first, second: index });
      earlier.push(index);
    }
  });
  return reasons;
}

/**
 * Whether a network is irreducible (Def. 3.1): all incoming vectors are distinct and no outgoing vector is
 * zero. A network of width 0 is irreducible. The paper leaves this case out, but reduction reaches it when
 * everything cancels.
 *
 * @example isIrreducible(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])])) === false
 */
export function isIrreducible(network: TwoLayerNetwork): boolean {
  const points = new Set<string>();
  for (const { incoming, outgoing } of network.units) {
    if (outgoing.isZero() || points.has(incoming.key)) return false;
    points.add(incoming.key);
  }
  return true;
}

/**
 * Whether a network of several layers is irreducible, so that no reduction step applies in any hidden layer
 * (proofs/layers.md, §1): the rows of a layer are distinct, and no column of the next matrix is zero.
 *
 * @example isIrreducibleMultiLayer(asMultiLayer(theta)) === isIrreducible(theta)
 */
export function isIrreducibleMultiLayer(network: MultiLayerNetwork): boolean {
  return network.weights.slice(1).every((next, index) => {
    const rows = rowsWithBias(network, index + 1);
    const isHeard = (unit: number): boolean => next.some(({ numerators }) => numerators[unit] !== 0n);
    return new Set(rows.map(({ key }) => key)).size === rows.length && rows.every((_, unit) => isHeard(unit));
  });
}
