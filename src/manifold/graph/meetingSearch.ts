import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { BlockBounds } from "./mergedBlocks.js";
import { forEachNeighbour } from "./neighbours.js";
import { type SearchSpace, SearchSide } from "./searchSide.js";

/** The result of a search. */
export interface SearchResult<Partition> {
  /**
   * A shortest chain of partitions, where the subspace of each meets that of the next; undefined if there is
   * none or the budget was spent.
   */
  readonly way: readonly Partition[] | undefined;
  /** No chain has fewer edges than this. */
  readonly leastEdges: number;
  /** Partitions reached from both sides together. */
  readonly reached: number;
  /** Whether the search stopped at the budget. */
  readonly stopped: boolean;
}

/**
 * A shortest chain of subspaces from one of some to one of others, of which each meets the next. The search
 * is breadth-first from both sides, goes on each time from the smaller front, and doesn't build the graph.
 * Between the ends it visits only partitions that {@link SearchSpace.isBetween} admits.
 *
 * @param starts names of subspaces of the space, as are the goals; neither empty.
 * @param budget the search stops when it has reached more partitions than this.
 */
export function searchBetween<Partition>(
  space: SearchSpace<Partition>,
  starts: readonly Partition[],
  goals: readonly Partition[],
  budget: number,
): SearchResult<Partition> {
  const forward = new SearchSide(space, starts);
  const backward = new SearchSide(space, goals);
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
 * A shortest chain in the intersection graph from one of some subspaces to one of others, by
 * {@link searchBetween}, with partitions within {@link BLOCKS_BETWEEN} between the ends.
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
): SearchResult<LabelledPartition> {
  const [start] = starts;
  if (start === undefined) throw new RangeError("no subspace to start from");
  return searchBetween(searchSpace(start.r, start.m), starts, goals, budget);
}

function searchSpace(r: number, m: number): SearchSpace<LabelledPartition> {
  const index = new CodeIndex(r, m);
  const unbounded = { labelled: m, zero: m };
  return {
    letterCount: m,
    lettersOf: ({ codes }) => new Int32Array(codes),
    partitionOf: (codes) => LabelledPartition.of(codes, r),
    indexOf: (codes) => index.indexOf(codes),
    forEachNeighbour: (partition, visit, isBounded) => {
      forEachNeighbour(partition, visit, isBounded ? BLOCKS_BETWEEN : unbounded);
    },
    isBetween,
  };
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

/** Whether all blocks are within {@link BLOCKS_BETWEEN}. */
function isBetween(codes: Int32Array): boolean {
  return codes.every((code) => {
    const size = codes.reduce((count, other) => (other === code ? count + 1 : count), 0);
    return size <= (code > 0 ? BLOCKS_BETWEEN.labelled : BLOCKS_BETWEEN.zero);
  });
}
