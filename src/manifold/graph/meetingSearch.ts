import { entry } from "../../exact/entry.js";
import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { BlockBounds } from "./mergedBlocks.js";
import { forEachNeighbour } from "./neighbours.js";

/** The result of a search. */
export interface SearchResult {
  /**
   * A shortest chain of partitions, where the subspace of each meets that of the next; undefined if there is
   * none or the budget was spent.
   */
  readonly way: readonly LabelledPartition[] | undefined;
  /** No chain has fewer edges than this. */
  readonly leastEdges: number;
  /** Partitions reached from both sides together. */
  readonly reached: number;
  /** Whether the search stopped at the budget. */
  readonly stopped: boolean;
}

/**
 * A shortest chain in the intersection graph from one of some subspaces to one of others. The search is
 * breadth-first from both sides, goes on each time from the smaller front, and doesn't build the graph.
 * Between the ends it visits only partitions within {@link BLOCKS_BETWEEN}.
 *
 * @param starts of sizes (r, m), as are the goals; neither empty.
 * @param budget the search stops when it has reached more partitions than this.
 * @throws RangeError if there is no start, if T(r,m) ≥ 2^53 or m > 31.
 * @example // [1, 0] to [0, 1]: by [1, 1]
 */
export function meetingSearch(
  starts: readonly LabelledPartition[],
  goals: readonly LabelledPartition[],
  budget: number,
): SearchResult {
  const [start] = starts;
  if (start === undefined) throw new RangeError("no subspace to start from");
  const index = new CodeIndex(start.r, start.m);
  const forward = new SearchSide(index, starts);
  const backward = new SearchSide(index, goals);
  let contact = forward.commonWith(backward);
  while (contact === undefined) {
    const [side, other] = forward.frontSize <= backward.frontSize ? [forward, backward] : [backward, forward];
    const outcome = side.advance(other, budget - other.size);
    if (typeof outcome === "string") {
      const leastEdges = forward.depth + backward.depth + 1;
      const reached = forward.size + backward.size;
      return { way: undefined, leastEdges, reached, stopped: outcome === "stopped" };
    }
    contact = outcome.contact;
  }
  const way = [...forward.chainTo(contact).reverse(), ...backward.chainTo(contact).slice(1)];
  return { way, leastEdges: way.length - 1, reached: forward.size + backward.size, stopped: false };
}

/**
 * The largest blocks that partitions between the ends of a shortest chain need to have.
 *
 * Let Q come between P and R. Since Q meets P, for each label t a link leads from block t of P to block t of
 * Q, a sequence of blocks of P and Q by turns, and the links of different labels lie in different blocks of
 * the join. A shortest link enters a zero block of Q by one unit and leaves it by one unit, and it ends at
 * one unit of a labelled block. So for P and R together, links use at most four units of a zero block of Q
 * and at most two of a labelled one. Split all other units off as zero blocks of one unit: the links remain,
 * and the joins only get finer, so no block of a join gets a second label. The new Q meets P and R too, and
 * each partition between the ends can be replaced in this way, one after the other.
 */
export const BLOCKS_BETWEEN: BlockBounds = { labelled: 2, zero: 4 };

/**
 * The outcome of one step: the key of a partition that both sides have reached, undefined if the level is
 * complete without one; or why the search can't go on.
 */
export type Advance = { readonly contact: number | undefined } | "stopped" | "exhausted";

/**
 * One side of a breadth-first search from both ends: the partitions it has reached, in order, each with the
 * one before it.
 */
export class SearchSide {
  private readonly index: CodeIndex;
  /** When each partition was reached, by its key: its index in canonical order. */
  private readonly places = new Map<number, number>();
  private readonly parents: number[] = [];
  /** The codes of all partitions reached, one after the other. */
  private codes: Int8Array;
  private expanded = 0;
  private levels = 0;

  /** @param roots partitions of the sizes of the index, at distance 0. */
  constructor(index: CodeIndex, roots: readonly LabelledPartition[]) {
    this.index = index;
    this.codes = new Int8Array(64 * index.m);
    for (const root of roots) this.reach(Int32Array.from(root.codes), -1);
  }

  /** Number of partitions reached. */
  get size(): number {
    return this.parents.length;
  }

  /** The number of partitions reached whose neighbours are not visited yet. */
  get frontSize(): number {
    return this.size - this.expanded;
  }

  /** All partitions to be searched within this many edges of a root are reached. */
  get depth(): number {
    return this.levels;
  }

  /** The key of some partition that both sides have reached. */
  commonWith(other: SearchSide): number | undefined {
    for (const key of this.places.keys()) if (other.places.has(key)) return key;
    return undefined;
  }

  /**
   * Extends the search by one edge from the whole front, until it meets a partition that the other side has
   * reached. If the sides had none in common before, such a contact gives the least number of edges, since
   * the levels of both sides are complete.
   *
   * @param budget stops when more partitions than this are reached.
   */
  advance(other: SearchSide, budget: number): Advance {
    const end = this.size;
    if (this.expanded === end) return "exhausted";
    const { m } = this.index;
    // Only the other side's roots may have larger blocks.
    const visited = other.depth === 0 ? { labelled: m, zero: m } : BLOCKS_BETWEEN;
    let contact: number | undefined;
    for (; this.expanded < end; this.expanded += 1) {
      const parent = this.expanded;
      const meet = (codes: Int32Array): void => {
        if (contact !== undefined) return;
        const key = this.index.indexOf(codes);
        if (other.places.has(key)) contact = key;
        else if (other.depth === 0 && !between(codes)) return;
        this.reach(codes, parent, key);
      };
      forEachNeighbour(this.partitionAt(parent), meet, visited);
      if (contact !== undefined) return { contact };
      if (this.size > budget) return "stopped";
    }
    this.levels += 1;
    return { contact };
  }

  /** The chain from a partition that is reached back to a root. */
  chainTo(key: number): LabelledPartition[] {
    const last = this.places.get(key);
    if (last === undefined) throw new RangeError(`partition ${key} is not reached`);
    const chain: LabelledPartition[] = [];
    // A root's parent is −1.
    for (let place = last; place >= 0; place = entry(this.parents, place))
      chain.push(this.partitionAt(place));
    return chain;
  }

  private partitionAt(place: number): LabelledPartition {
    const { r, m } = this.index;
    return LabelledPartition.of(this.codes.subarray(m * place, m * (place + 1)), r);
  }

  private reach(codes: Int32Array, parent: number, key = this.index.indexOf(codes)): void {
    if (this.places.has(key)) return;
    const { m } = this.index;
    const place = this.size;
    if (m * (place + 1) > this.codes.length) {
      const wider = new Int8Array(2 * this.codes.length);
      wider.set(this.codes);
      this.codes = wider;
    }
    this.codes.set(codes, m * place);
    this.parents.push(parent);
    this.places.set(key, place);
  }
}

/** Whether all blocks are within {@link BLOCKS_BETWEEN}. */
function between(codes: Int32Array): boolean {
  return codes.every((code) => {
    const size = codes.reduce((count, other) => (other === code ? count + 1 : count), 0);
    return size <= (code > 0 ? BLOCKS_BETWEEN.labelled : BLOCKS_BETWEEN.zero);
  });
}
