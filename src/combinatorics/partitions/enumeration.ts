import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "./labelledPartition.js";
import { Prefix } from "./prefix.js";
import { advance, completeLeast, walk } from "./spelling.js";
import { requireSize } from "../requireSize.js";

/**
 * Labelled partitions of [m] with r labels in canonical order: lexicographic in the codes, where 1 < 2 < … <
 * r < 0 < −1 < −2 < …. There are T(r,m) of them, and none if r > m. Sizes are integers ≥ 0.
 */

/**
 * The first labelled partition in canonical order, 1…1 2 3…r; undefined if r > m.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example first(2, 4)?.codes // [1, 1, 1, 2]
 */
export function first(r: number, m: number): LabelledPartition | undefined {
  return isEmpty(r, m) ? undefined : completeLeast(new Prefix(r, m, true));
}

/**
 * The labelled partition that follows in canonical order; undefined after the last.
 *
 * @example successorOf(LabelledPartition.of([1, 1, 2], 2))?.codes // [1, 2, 1]
 */
export function successorOf(partition: LabelledPartition): LabelledPartition | undefined {
  requireArguments({ partition: { partition } });
  const prefix = new Prefix(partition.r, partition.m, true);
  for (const letter of Prefix.lettersOf(partition)) prefix.push(letter);
  return advance(prefix);
}

/**
 * All labelled partitions in canonical order, one at a time.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example [...labelledPartitions(1, 2)].map((partition) => partition.key) // ["1,1", "1,0", "0,1"]
 */
export function* labelledPartitions(r: number, m: number): Generator<LabelledPartition, void, undefined> {
  if (!isEmpty(r, m)) yield* walk(new Prefix(r, m, true));
}

/**
 * All labelled partitions without zero blocks, in canonical order: the surjections [m] → [r], which index the
 * critical subspaces of Def. 4.1. There are G(r,m) of them.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example [...surjectionsOf(2, 2)].map((partition) => partition.key) // ["1,2", "2,1"]
 */
export function* surjectionsOf(r: number, m: number): Generator<LabelledPartition, void, undefined> {
  // Without labels and zero blocks there is no block for a unit.
  if (!isEmpty(r, m) && (r > 0 || m === 0)) yield* walk(new Prefix(r, m, false));
}

function isEmpty(r: number, m: number): boolean {
  requireSize("r", r);
  requireSize("m", m);
  return r > m;
}
