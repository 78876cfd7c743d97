import { entry } from "../../exact/entry.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";

/**
 * A chain of subspaces of Θ_{r→m}, m > r, between two of them, where each meets the next. It works at any
 * size, but the chain isn't always shortest.
 *
 * It goes by placements, where each label has one unit and every other unit is alone in a zero block. From
 * the first subspace one edge leads to any placement that has a unit of each of its labelled blocks; and
 * between placements c and c' lead two edges, by the subspace in which label t has the units c(t) and c'(t),
 * if c' takes only those units of c that keep their label. So labels move many at a time: each label whose
 * target is free goes there, and if labels wait for each other in a cycle, some of them step aside, to free
 * units that are not the target of any label. In the end, partitions are dropped where those before and after
 * them meet.
 *
 * @throws RangeError if the sizes differ, or m = r.
 */
export function placementWay(start: LabelledPartition, goal: LabelledPartition): LabelledPartition[] {
  if (start.r !== goal.r || start.m !== goal.m || start.m === start.r) {
    throw new RangeError(`a way from (${start.r}, ${start.m}) to (${goal.r}, ${goal.m})`);
  }
  const { r, m } = start;
  const subspaceOf = (...placed: readonly (readonly number[])[]): LabelledPartition =>
    LabelledPartition.canonical(placementCodes(m, ...placed), r);
  const [first, target] = placements(start.labelledBlocks, goal.labelledBlocks);
  const between = subspacesAlong(first, target, m, subspaceOf);
  return shortened([start, ...between, goal], meetingCriterion);
}

/**
 * The subspaces along placements, each a list of places, one for each label: a unit, or m + unit for that
 * unit mirrored. Only a unit without a label can be turned. So a label whose unit is right but its sign wrong
 * steps aside like the labels of a cycle.
 */
export function subspacesAlong<Subspace>(
  first: readonly number[],
  target: readonly number[],
  m: number,
  subspaceOf: (...placed: readonly (readonly number[])[]) => Subspace,
): Subspace[] {
  const chain = [subspaceOf(first)];
  for (let current = first; current.some((place, label) => place !== target[label]);) {
    const next = nextPlacement(current, target, m);
    // Every unit without a label is silent in both placements.
    chain.push(subspaceOf(current, next), subspaceOf(next));
    current = next;
  }
  return chain;
}

/** For each label a place of its block: the same on both sides if the blocks share one. */
export function placements(
  startBlocks: readonly (readonly number[])[],
  goalBlocks: readonly (readonly number[])[],
): [number[], number[]] {
  const shared = startBlocks.map((block, label) => {
    const other = new Set(entry(goalBlocks, label));
    return block.find((place) => other.has(place));
  });
  // If the blocks share no place, take the first of the block.
  const pick = (blocks: readonly (readonly number[])[]): number[] =>
    shared.map((place, label) => place ?? entry(entry(blocks, label), 0));
  return [pick(startBlocks), pick(goalBlocks)];
}

/**
 * The next placement: each label whose target is free goes there; then, while there are free units that are
 * not the target of any label, labels of cycles step aside.
 */
function nextPlacement(current: readonly number[], target: readonly number[], m: number): number[] {
  const holder = new Int32Array(m).fill(-1);
  const isTarget = new Uint8Array(m);
  current.forEach((place, label) => {
    holder[place % m] = label;
  });
  for (const place of target) isTarget[place % m] = 1;
  const next = current.map((place, label) => {
    const goal = entry(target, label);
    return holder[goal % m] === -1 ? goal : place;
  });
  const free = [...isTarget.keys()].filter((unit) => holder[unit] === -1 && isTarget[unit] === 0);
  for (const label of waiting(current, target, holder)) {
    const aside = free.pop();
    if (aside === undefined) break;
    next[label] = aside;
  }
  return next;
}

/** The labels that wait for each other in cycles: one of each cycle, then the others. */
function waiting(current: readonly number[], target: readonly number[], holder: Int32Array): number[] {
  const seen = new Uint8Array(current.length);
  const heads: number[] = [];
  const others: number[] = [];
  for (const start of current.keys()) {
    if (seen[start] === 1 || target[start] === current[start]) continue;
    const walk: number[] = [];
    let label = start;
    while (label >= 0 && seen[label] !== 1) {
      seen[label] = 1;
      walk.push(label);
      label = entry(holder, entry(target, label) % holder.length);
    }
    // Any other walk ends at a free unit, or joins a walk that does.
    if (label !== start) continue;
    heads.push(start);
    others.push(...walk.slice(1));
  }
  return [...heads, ...others];
}

/**
 * Codes by which each label has its unit of each placement, and every other unit is alone in a zero block,
 * named by a number ≤ 0.
 */
export function placementCodes(m: number, ...placed: readonly (readonly number[])[]): number[] {
  const codes = Array.from({ length: m }, (_, unit) => 0 - unit);
  for (const placement of placed) {
    for (const [label, place] of placement.entries()) codes[place % m] = label + 1;
  }
  return codes;
}

/** How many partitions ahead the search for a meeting goes. */
const WINDOW = 6;

/** The chain without subspaces of which those before and after them meet. */
export function shortened<Subspace>(
  chain: readonly Subspace[],
  meet: (left: Subspace, right: Subspace) => boolean,
): Subspace[] {
  const kept: Subspace[] = [];
  for (let index = 0; index < chain.length;) {
    const subspace = entry(chain, index);
    kept.push(subspace);
    let next = index + 1;
    for (let ahead = index + 2; ahead < chain.length && ahead <= index + WINDOW; ahead += 1) {
      if (meet(subspace, entry(chain, ahead))) next = ahead;
    }
    index = next;
  }
  return kept;
}
