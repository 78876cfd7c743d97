import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { BLOCKS_BETWEEN, type SearchResult, searchBetween } from "../graph/meetingSearch.js";
import type { SearchSpace } from "../graph/searchSide.js";
import { SignedIndex } from "./signedIndex.js";
import { type SignedBounds, forEachSignedNeighbour, lettersOf } from "./signedNeighbours.js";

/**
 * The largest blocks that signed partitions between the ends of a shortest chain need to have. The argument
 * is that of {@link BLOCKS_BETWEEN}: a link from ±t to ±t uses signs that agree all along it, in blocks of
 * which none is silent. So silent units can be split off like all others that no link uses: joins get finer,
 * and what was not forced to 0 still isn't.
 */
const SIGNED_BETWEEN: SignedBounds = { ...BLOCKS_BETWEEN, silent: 0 };

/**
 * A shortest chain in the intersection graph with mirrored units, from one of some subspaces to one of
 * others, by a search from both sides.
 *
 * @param starts of one size and parity, as are the goals; neither empty.
 * @param budget the search stops when it has reached more signed partitions than this.
 * @throws RangeError if there is no start, or if keys pass 2^53, see `SignedIndex.has`.
 * @example // [1, 0] with signs [1, 0] to [1, 0] with signs [-1, 0]: 6 edges
 */
export function signedSearch(
  starts: readonly SignedLabelledPartition[],
  goals: readonly SignedLabelledPartition[],
  budget: number,
): SearchResult<SignedLabelledPartition> {
  const [start] = starts;
  if (start === undefined) throw new RangeError("no subspace to start from");
  return searchBetween(searchSpace(start), starts, goals, budget);
}

function searchSpace({ r, m, parity }: SignedLabelledPartition): SearchSpace<SignedLabelledPartition> {
  const index = new SignedIndex(r, m, parity);
  const unbounded = { labelled: m, zero: m, silent: m };
  return {
    letterCount: 2 * m,
    lettersOf,
    partitionOf: (letters) => index.partitionOf(letters),
    indexOf: (letters) => index.indexOf(letters),
    forEachNeighbour: (partition, visit, isBounded) => {
      forEachSignedNeighbour(partition, visit, isBounded ? SIGNED_BETWEEN : unbounded);
    },
    isBetween: (letters) => isBetween(letters, m),
  };
}

/** Whether all blocks are within {@link SIGNED_BETWEEN}. */
function isBetween(letters: Int32Array, m: number): boolean {
  const codes = letters.subarray(0, m);
  return codes.every((code, unit) => {
    const size = codes.reduce((count, other) => (other === code ? count + 1 : count), 0);
    const most = code > 0 ? SIGNED_BETWEEN.labelled : SIGNED_BETWEEN.zero;
    return size <= most && entry(letters.subarray(m), unit) !== 0;
  });
}
