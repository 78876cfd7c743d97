import {
  COVER_FORMAT,
  type Cover,
  coverHeader,
  parseCover,
  searchedBlockOf,
} from "../../../exclusion/coverFile.js";
import { PairSearch } from "../../../exclusion/pairSearch.js";
import { rootPairs } from "../../../exclusion/rootPairs.js";
import { searchedBlock } from "../../../exclusion/searchedBlock.js";
import { gatheredRuns, joinedRuns } from "../../files/gatheredRuns.js";
import { type Source, textOf } from "../../files/sources.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import type { Hear } from "../../terminal/progress.js";

/** Which blocks to search. */
export interface CoverRequest {
  readonly blocks: readonly number[];
  /** Files with blocks that needn't be searched again. */
  readonly from: readonly Source[];
  readonly output?: string;
}

/** What the output is, for messages. */
export const WHAT = "a file of searched blocks";

/**
 * The blocks, in their order; what an interrupted command left in the output isn't searched again.
 *
 * @throws InputError if a file of `from` is of another search, or has a block twice or one not asked for.
 */
export async function searchedCover({ blocks, from, output }: CoverRequest, hear: Hear): Promise<Cover> {
  const header = coverHeader(packageVersion());
  const files = from.map((source) => ({
    ...parseCover(textOf(source), source.place),
    place: source.place,
  }));
  const runs = await gatheredRuns({
    seeds: blocks,
    known: joinedRuns(files, { ...header }, blocks),
    file:
      output === undefined
        ? undefined
        : { output, what: WHAT, header: { format: COVER_FORMAT, ...header }, read: searchedBlockOf },
    make: function* (missing) {
      if (missing.length === 0) return;
      const [search, roots] = [new PairSearch(), rootPairs()];
      let done = blocks.length - missing.length;
      for (const block of missing) {
        hear(done, blocks.length);
        yield searchedBlock(search, roots, block);
        done += 1;
      }
    },
  });
  return { ...header, runs };
}
