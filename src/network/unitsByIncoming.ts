import { entry } from "../exact/entry.js";
import type { TwoLayerNetwork } from "./twoLayerNetwork.js";

/**
 * The units of a network by incoming vector: a list of units, counted from 0, for each vector that occurs, in
 * order of first appearance. One pass. `reduce` and `redundancies` group units by their own code, so that
 * comparing reduction with the measure (claim `def-3.1`) doesn't rest on a shared grouping.
 *
 * @example unitsByIncoming(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["5"], ["0"]), unitOf(["1"],
 *   ["3"])]))
 *   // [[0, 2], [1]]
 */
export function unitsByIncoming({ units }: TwoLayerNetwork): number[][] {
  return placesByKey(units.map(({ incoming }) => incoming.key));
}

/**
 * The places of each key in a list, the keys in order of first appearance.
 *
 * @example placesByKey(["a", "b", "a"]) // [[0, 2], [1]]
 */
export function placesByKey(keys: readonly string[]): number[][] {
  const groups: number[][] = [];
  const groupAt = new Map<string, number>();
  keys.forEach((key, place) => {
    const index = groupAt.get(key);
    if (index === undefined) {
      groupAt.set(key, groups.length);
      groups.push([place]);
    } else entry(groups, index).push(place);
  });
  return groups;
}
