import { InputError } from "../../exact/inputError.js";
import { COVER_FORMAT, coverHeader, searchedBlockOf } from "../../exclusion/coverFile.js";
import { PairSearch } from "../../exclusion/pairSearch.js";
import { BLOCKS, pairsOfBlock, rootCount, rootPairs } from "../../exclusion/rootPairs.js";
import { type SearchedBlock, searchedBlock } from "../../exclusion/searchedBlock.js";
import { sha256 } from "../../machine/sha256.js";
import type { JobKind, Piece } from "./job.js";

/** The region of width 2 that `equiloss cover` searches. A piece is a block; the pairs are its root pairs. */
export const cover: JobKind = {
  name: "cover",
  hasInput: false,
  environment: () => Promise.resolve({}),
  job() {
    return {
      pieces: BLOCKS,
      expected: { pairs: String(rootCount()) },
      expectedOf: (piece) => ({ pairs: String(pairsOfBlock(piece + 1)) }),
      *make(numbers): Generator<Piece> {
        const [search, roots] = [new PairSearch(), rootPairs()];
        for (const piece of numbers) {
          const data = searchedBlock(search, roots, piece + 1);
          yield { piece, counts: { pairs: String(data.pairs) }, digest: digestOf(data), data };
        }
      },
      data: {
        digestOf(value, piece, place) {
          const block = searchedBlockOf(value, place);
          if (block.seed === piece + 1) return digestOf(block);
          throw new InputError(`is block ${block.seed}, not ${piece + 1}`, "have it made anew", place);
        },
        file: "cover.json",
        header: ({ version }) => ({ format: COVER_FORMAT, ...coverHeader(version) }),
      },
    };
  },
};

/** All but the seconds, which differ from one run to the next. */
function digestOf({ seed, pairs, cells, undecided, single }: SearchedBlock): string {
  return sha256(JSON.stringify({ seed, pairs, cells, undecided, single }));
}
