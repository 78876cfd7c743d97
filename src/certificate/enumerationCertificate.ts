import { requireArguments } from "../exact/plainJavaScript.js";
import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { Streamed } from "./canonicalJson.js";
import type { Certificate } from "./certificate.js";
import { listed } from "./listed.js";

/**
 * All T(r,m) labelled partitions in canonical order, as evidence for claim `thm-3.1-count`.
 *
 * @param r number of labels, 1 ≤ r ≤ m.
 * @param m number of units.
 * @param progress is called now and then with the number of partitions written so far.
 * @example enumerationCertificate(1, 2).claim === "thm-3.1-count"
 */
export function enumerationCertificate(r: number, m: number, progress?: (done: number) => void): Certificate {
  requireArguments({ size: { r, m } });
  return {
    kind: "enumeration",
    claim: "thm-3.1-count",
    body: { r, m, partitions: allCodes(r, m, progress) },
  };
}

/** The codes of all labelled partitions, each made when it is asked for. */
export function allCodes(r: number, m: number, progress?: (done: number) => void): Iterable<Streamed> {
  return listed(
    () => labelledPartitions(r, m),
    ({ codes }) => codes,
    progress,
  );
}

/** A lower bound of the certificate's size in bytes: each code takes a digit and a separator. */
export function leastBytes(count: bigint, m: number): bigint {
  return count * BigInt(2 * m + 2);
}
