import { type TwoLayerNetwork, unitKey } from "./twoLayerNetwork.js";
import { placesByKey } from "./unitsByIncoming.js";

/**
 * The classes of two or more equal units ϑ_i = ϑ_j, counted from 0, by first appearance: the network lies in
 * the symmetry subspace H_{i_1,…,i_k} (Def. 2.2) if and only if i_1, …, i_k are in one class.
 *
 * @example equalUnits(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["2"])])) // [[0, 1]]
 */
export function equalUnits({ units }: TwoLayerNetwork): number[][] {
  return placesByKey(units.map(unitKey)).filter(({ length }) => length > 1);
}
