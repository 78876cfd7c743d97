import { createHash } from "node:crypto";
import { type RankRange, checkDescents } from "../../manifold/graph/checkDescents.js";
import type { Counts } from "./job.js";

const BUFFER_BYTES = 65_536;

/**
 * The work of a piece of `connected`: a range of ranks in, counts and digest out, or what failed. The digest
 * is the SHA-256 of the codes of each subspace and of the end of its walk, a signed byte each, in order.
 *
 * @example connectedRange({ r: 1, m: 2, from: 0n, to: 3n }) // { counts: { visited: "3", … }, digest: … }
 */
export function connectedRange(
  range: RankRange,
): { readonly counts: Counts; readonly digest: string } | { readonly failure: string } {
  const hash = createHash("sha256");
  const buffer = new Int8Array(BUFFER_BYTES);
  let used = 0;
  const { visited, surjections, failure } = checkDescents(range, (codes, end) => {
    if (used + 2 * range.m > BUFFER_BYTES) {
      hash.update(buffer.subarray(0, used));
      used = 0;
    }
    buffer.set(codes, used);
    buffer.set(end, used + range.m);
    used += 2 * range.m;
  });
  if (failure !== undefined) return { failure };
  hash.update(buffer.subarray(0, used));
  const counts = { visited: String(visited), surjections: String(surjections) };
  return { counts, digest: `sha256:${hash.digest("hex")}` };
}
