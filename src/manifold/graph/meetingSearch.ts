import { CodeIndex } from "../../combinatorics/partitions/codeIndex.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { SearchSide } from "./searchSide.js";

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
