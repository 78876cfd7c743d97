import type { Move } from "../graph/starGraph.js";

/**
 * Moves of labels, one at a time to a free unit, that lead from one placement of labels 1…r on m > r units to
 * another: each label to its target once that is free, and first one label of each circle out of the way. For
 * m = r + 1 so many are needed, see starDistance. Linear in m.
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
  const wantedBy = new Int32Array(m).fill(-1);
  targets.forEach((unit, index) => {
    wantedBy[unit] = index;
  });
  const moves: Move[] = [];
  const move = (index: number, to: number): number => {
    const from = places[index] ?? to;
    places[index] = to;
    moves.push({ label: index + 1, from, to });
    return from;
  };
  /** Whoever wants the hole goes there, and leaves another. */
  const fill = (start: number): void => {
    let hole = start;
    for (let index = wantedBy[hole] ?? -1; index >= 0; index = wantedBy[hole] ?? -1) hole = move(index, hole);
  };
  for (let unit = 0; unit < m; unit += 1) if (occupied[unit] === 0) fill(unit);
  // What is left to move waits in circles, and units that nobody wants are free.
  const aside = wantedBy.indexOf(-1);
  targets.forEach((target, index) => {
    if (places[index] !== target) fill(move(index, aside));
  });
  return moves;
}
