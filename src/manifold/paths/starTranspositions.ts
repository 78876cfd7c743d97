import { entry } from "../../exact/entry.js";
import type { Move } from "../graph/starGraph.js";

/**
 * Moves of labels, one at a time to a free unit, that lead from one placement of labels 1…r on m > r units to
 * another: each label goes to its target once that is free, and in each cycle one label first moves out of
 * the way. For m = r + 1 no fewer moves suffice, see starDistance. Linear in m.
 *
 * @param carriers entry t − 1 is the unit of label t; `targets` likewise.
 * @example starTranspositions([0, 1], [1, 0], 3) // 1 from 0 to 2, 2 from 1 to 0, 1 from 2 to 1
 */
export function starTranspositions(
  carriers: readonly number[],
  targets: readonly number[],
  m: number,
): Move[] {
  const places = [...carriers];
  const occupied = new Uint8Array(m);
  for (const unit of carriers) occupied[unit] = 1;
  /** For each unit the label whose target it is, counted from 0, or −1. */
  const arrivingAt = new Int32Array(m).fill(-1);
  targets.forEach((unit, index) => {
    arrivingAt[unit] = index;
  });
  const moves: Move[] = [];
  const move = (index: number, to: number): number => {
    const from = entry(places, index);
    places[index] = to;
    moves.push({ label: index + 1, from, to });
    return from;
  };
  /** The label with the hole as its target goes there, and leaves another hole. */
  const fill = (start: number): void => {
    let hole = start;
    for (let index = entry(arrivingAt, hole); index >= 0; index = entry(arrivingAt, hole))
      hole = move(index, hole);
  };
  for (let unit = 0; unit < m; unit += 1) if (occupied[unit] === 0) fill(unit);
  // The labels that still have to move wait in cycles, and the units that are not the target of any label are
  // free.
  const aside = arrivingAt.indexOf(-1);
  targets.forEach((target, index) => {
    if (places[index] !== target) fill(move(index, aside));
  });
  return moves;
}
