import { type TwoLayerNetwork, unitKey } from "./twoLayerNetwork.js";

/**
 * The classes of two or more equal units ϑ_i = ϑ_j, counted from 0, by first appearance: the network lies in the
 * symmetry subspace H_{i_1,…,i_k} (Def. 2.2) exactly when i_1, …, i_k are in one class.
 *
 * @example equalUnits(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["2"])])) // [[0, 1]]
 */
export function equalUnits({ units }: TwoLayerNetwork): number[][] {
  const classes = new Map<string, number[]>();
  units.forEach((unit, index) => {
    const key = unitKey(unit);
    const members = classes.get(key);
    if (members === undefined) classes.set(key, [index]);
    else members.push(index);
  });
  return [...classes.values()].filter(({ length }) => length > 1);
}
