import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../combinatorics/counts/surjections.js";
import { completionTable } from "../../combinatorics/partitions/ranking.js";
import { surjectionsBefore } from "../../combinatorics/partitions/surjectionsBefore.js";
import { InputError } from "../../exact/inputError.js";
import { type RankRange } from "../../manifold/graph/checkDescents.js";
import { isCount } from "../../machine/jsonFields.js";
import type { Failed, JobKind, Piece } from "./job.js";
import { connectedRange } from "./connectedRange.js";

/** Labels and units are bits of a 32-bit word. */
export const MOST_UNITS = 31;

/** Pieces are this many, if there are as many subspaces, and larger pieces would not take too long. */
const USUAL_PIECES = 1024n;
const MOST_RANKS = 1n << 22n;
const MOST_PIECES = 1n << 20n;

/**
 * Theorem 3.1: that Θ_{r→m} is connected, for one r < m, by a walk from each of the T(r,m) subspaces to one
 * of smaller rank. A piece is a range of ranks; its digest is about its subspaces and the ends of their
 * walks.
 */
export const connected: JobKind = {
  name: "connected",
  hasInput: false,
  environment: () => Promise.resolve({}),
  job({ r, m }) {
    if (!isCount(r) || !isCount(m) || r < 1 || r >= m || m > MOST_UNITS)
      throw new InputError(
        `no widths r = ${String(r)}, m = ${String(m)}`,
        `give 1 ≤ r < m ≤ ${MOST_UNITS}: for m = r the subspaces are points that don't meet`,
      );
    const { total } = completionTable(r, m);
    const size = smaller((total + USUAL_PIECES - 1n) / USUAL_PIECES, MOST_RANKS);
    const pieces = (total + size - 1n) / size;
    if (pieces > MOST_PIECES)
      throw new InputError(
        `T(${r},${m}) = ${total} is above ${MOST_RANKS * MOST_PIECES}`,
        "give smaller widths",
      );
    const rangeOf = (piece: number): RankRange => {
      const from = size * BigInt(piece);
      return { r, m, from, to: smaller(from + size, total) };
    };
    return {
      pieces: Number(pieces),
      expected: { visited: String(labelledPartitionCount(r, m)), surjections: String(surjections(r, m)) },
      expectedOf(piece) {
        const { from, to } = rangeOf(piece);
        const withoutZero = surjectionsBefore(r, m, to) - surjectionsBefore(r, m, from);
        return { visited: String(to - from), surjections: String(withoutZero) };
      },
      *make(numbers): Generator<Piece | Failed> {
        for (const piece of numbers) yield { piece, ...connectedRange(rangeOf(piece)) };
      },
    };
  },
};

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);
