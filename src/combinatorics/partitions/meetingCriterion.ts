import { entry, noEntry } from "../../exact/entry.js";
import type { LabelledPartition } from "./labelledPartition.js";

/** What the criterion asks of a labelled partition, so that loops need make none: its codes may change. */
export interface BlockCodes {
  readonly r: number;
  readonly m: number;
  /** As `LabelledPartition` has them. */
  readonly codes: ArrayLike<number>;
  /** Labels and zero blocks. */
  readonly blockCount: number;
}

/**
 * Whether the subspaces of P and Q intersect. They do if and only if every block of the join P ∨ Q has the
 * same labels in P as in Q, and at most one. All units of a block of the join have equal incoming vectors, so
 * two labels would need w_s = w_t. The outgoing vectors can have the sums that P and Q require if and only if
 * both require the same total.
 *
 * For loops over many millions of pairs: nothing is allocated. The blocks of P are the nodes of a union-find.
 * Each block of Q links the blocks of P that it shares units with, and the answer is no as soon as two labels
 * of P are linked. It remains to check, for each t, that block t of Q shares a unit with the component of
 * block t of P.
 *
 * @throws RangeError if P and Q have different sizes r or m.
 * @example meetingCriterion(LabelledPartition.of([1, 1], 1), LabelledPartition.of([1, 0], 1)) === true
 */
export function meetingCriterion(p: LabelledPartition, q: LabelledPartition): boolean {
  return codesMeet(p, q);
}

/** The same for codes that need not be a LabelledPartition, which isn't checked. */
export function codesMeet(p: BlockCodes, q: BlockCodes): boolean {
  requireSameSize(p, q);
  reset(p, q);
  const { r, m } = p;
  for (let unit = 0; unit < m; unit++) {
    const here = find(r - (p.codes[unit] ?? noEntry(p.codes, unit)));
    const blockOfQ = r - (q.codes[unit] ?? noEntry(q.codes, unit));
    const partner = partners[blockOfQ] ?? noEntry(partners, blockOfQ);
    if (partner < 0) {
      partners[blockOfQ] = here;
      continue;
    }
    const there = find(partner);
    if (here === there) continue;
    // The smaller node becomes the root. Nodes below r are labels, so a label is the root of its component.
    if (here < r && there < r) return false;
    if (here < there) parent[there] = here;
    else parent[here] = there;
  }
  for (let node = 0; node < r; node++)
    if (find(partners[node] ?? noEntry(partners, node)) !== node) return false;
  return true;
}

/**
 * The numbers that determine the dimension of an intersection, besides the numbers of blocks of P and of Q.
 */
export interface IntersectionShape {
  /** The number of blocks of the join without a label of P or of Q: each has a free incoming vector. */
  readonly unlabelledBlocks: number;
  /** The number of blocks of the join: as many of the outgoing sums that P and Q fix are redundant. */
  readonly blocks: number;
}

/**
 * Counts the blocks of the join P ∨ Q. Where the subspaces intersect, their intersection has dimension
 * `unlabelledBlocks·d_in + (m − blocks of P − blocks of Q + blocks)·d_out`: the bipartite graph of blocks,
 * with an edge for each unit, has rank blocks of P + blocks of Q − components.
 *
 * @throws RangeError if P and Q have different sizes.
 * @example intersectionShape(LabelledPartition.of([1, 0], 1), LabelledPartition.of([1, 0], 1))
 * // { unlabelledBlocks: 1, blocks: 2 }
 */
export function intersectionShape(p: LabelledPartition, q: LabelledPartition): IntersectionShape {
  requireSameSize(p, q);
  reset(p, q);
  const { r, m } = p;
  let blocks = p.blockCount;
  let labelled = r;
  for (let unit = 0; unit < m; unit++) {
    const here = find(r - (p.codes[unit] ?? noEntry(p.codes, unit)));
    const blockOfQ = r - (q.codes[unit] ?? noEntry(q.codes, unit));
    const partner = partners[blockOfQ] ?? noEntry(partners, blockOfQ);
    if (partner < 0) partners[blockOfQ] = here;
    const there = partner < 0 ? here : find(partner);
    if (here === there) continue;
    blocks--;
    if (here < r && there < r) labelled--;
    if (here < there) parent[there] = here;
    else parent[here] = there;
  }
  // These are the components with a label of P; the loop adds those with a label of Q only.
  let unlabelled = blocks - labelled;
  for (let node = 0; node < r; node++) {
    const root = find(partners[node] ?? noEntry(partners, node));
    if (root < r) continue;
    // A component that is linked to the node of a label counts once, however many labels of Q it has.
    parent[root] = 0;
    unlabelled--;
  }
  return { unlabelledBlocks: unlabelled, blocks };
}

/**
 * Union-find over the blocks of P, where the block of code c is node r − c: labels are 0…r−1, and zero blocks
 * follow. A root is its own parent.
 */
let parent = new Int32Array(64);
/**
 * For each block of Q, numbered in the same way, a block of P that shares a unit with it; −1 before there is
 * one.
 */
let partners = new Int32Array(64);

function reset(p: BlockCodes, q: BlockCodes): void {
  if (p.blockCount > parent.length) parent = new Int32Array(2 * p.blockCount);
  if (q.blockCount > partners.length) partners = new Int32Array(2 * q.blockCount);
  for (let block = 0; block < p.blockCount; block++) parent[block] = block;
  for (let block = 0; block < q.blockCount; block++) partners[block] = -1;
}

function find(start: number): number {
  // Trees have at most m nodes, and mostly one or two, so path compression doesn't pay.
  for (let at = start; ;) {
    const above = parent[at] ?? noEntry(parent, at);
    if (above === at) return at;
    at = above;
  }
}

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
  const blockOf = [p, q].map(takenBlocks);
  const unitsSoFar = new Set<number>();
  const blocks: JoinBlock[] = [];
  for (let start = 0; start < p.m; start++) {
    if (unitsSoFar.has(start)) continue;
    const component = new Set([start]);
    for (const member of component)
      for (const block of blockOf) for (const unit of block(member)) component.add(unit);
    const units = [...component].sort((a, b) => a - b);
    for (const unit of units) unitsSoFar.add(unit);
    blocks.push({ units, labelsInP: labelsOn(units, p), labelsInQ: labelsOn(units, q) });
  }
  return blocks;
}

/** The units of the block of a unit; none when they were asked for before. */
function takenBlocks({ codes }: LabelledPartition): (unit: number) => readonly number[] {
  const blocks = new Map<number, number[]>();
  for (const [unit, code] of codes.entries()) {
    const block = blocks.get(code);
    if (block === undefined) blocks.set(code, [unit]);
    else block.push(unit);
  }
  return (unit) => {
    const code = entry(codes, unit);
    const block = blocks.get(code);
    blocks.delete(code);
    if (block === undefined) return [];
    return block;
  };
}

function labelsOn(units: readonly number[], partition: LabelledPartition): number[] {
  const labels = units.map((unit) => entry(partition.codes, unit)).filter((code) => code > 0);
  return [...new Set(labels)].sort((a, b) => a - b);
}

/** @throws RangeError unless both have the same number of labels and of units. */
export function requireSameSize(p: BlockCodes, q: BlockCodes): void {
  if (p.r === q.r && p.m === q.m) return;
  throw new RangeError(`labelled partitions of sizes (${p.r}, ${p.m}) and (${q.r}, ${q.m})`);
}
