import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "./labelledPartition.js";

/** A block of the join of two labelled partitions. */
export interface JoinBlock {
  /** Ascending, counted from 0. */
  readonly units: readonly number[];
  /** The labels that P puts into the block, ascending. */
  readonly labelsInP: readonly number[];
  readonly labelsInQ: readonly number[];
}

/**
 * The join P ∨ Q of the underlying partitions: the finest partition that both refine, with the labels that P
 * and Q put into each block. Blocks come in order of their first unit.
 *
 * This is the plain version; {@link meetingCriterion} decides without building the join.
 *
 * @throws RangeError if P and Q have different sizes.
 * @example join(LabelledPartition.of([1, 1, 0], 1), LabelledPartition.of([0, 1, -1], 1))
 * // [{ units: [0, 1], labelsInP: [1], labelsInQ: [1] }, { units: [2], labelsInP: [], labelsInQ: [] }]
 */
export function join(p: LabelledPartition, q: LabelledPartition): readonly JoinBlock[] {
  requireSameSize(p, q);
  const unitsSoFar = new Set<number>();
  const blocks: JoinBlock[] = [];
  for (let start = 0; start < p.m; start++) {
    if (unitsSoFar.has(start)) continue;
    const units = componentOf(start, p, q);
    for (const unit of units) unitsSoFar.add(unit);
    blocks.push({ units, labelsInP: labelsOn(units, p), labelsInQ: labelsOn(units, q) });
  }
  return blocks;
}

/** All units that a chain of shared blocks reaches; the set grows until nothing is added. */
function componentOf(start: number, p: LabelledPartition, q: LabelledPartition): number[] {
  const component = new Set([start]);
  for (const member of component) {
    for (let unit = 0; unit < p.m; unit++) {
      if (p.codes[unit] === p.codes[member] || q.codes[unit] === q.codes[member]) component.add(unit);
    }
  }
  return [...component].sort((a, b) => a - b);
}

function labelsOn(units: readonly number[], partition: LabelledPartition): number[] {
  const labels = units.map((unit) => entry(partition.codes, unit)).filter((code) => code > 0);
  return [...new Set(labels)].sort((a, b) => a - b);
}

/** @throws RangeError unless both have the same number of labels and of units. */
export function requireSameSize(p: LabelledPartition, q: LabelledPartition): void {
  if (p.r === q.r && p.m === q.m) return;
  throw new RangeError(`labelled partitions of sizes (${p.r}, ${p.m}) and (${q.r}, ${q.m})`);
}
