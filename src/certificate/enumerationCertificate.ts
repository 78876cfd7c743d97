import { labelledPartitions } from "../combinatorics/enumeration.js";
import type { Certificate } from "./certificate.js";

/**
 * All T(r,m) labelled partitions in canonical order, as evidence for claim `thm-3.1-count`.
 *
 * @param r number of labels, 1 ≤ r ≤ m.
 * @param m number of neurons.
 */
export function enumerationCertificate(r: number, m: number): Certificate {
  return { kind: "enumeration", claim: "thm-3.1-count", body: { r, m, partitions: allCodes(r, m) } };
}

/** The codes of all labelled partitions, made while they are asked for. */
export function allCodes(r: number, m: number): Iterable<readonly number[]> {
  return {
    *[Symbol.iterator]() {
      for (const { codes } of labelledPartitions(r, m)) yield codes;
    },
  };
}

/** A lower bound of the certificate's size in bytes: each code takes a digit and a separator. */
export function leastBytes(count: bigint, m: number): bigint {
  return count * BigInt(2 * m + 2);
}
