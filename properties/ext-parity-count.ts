import fc from "fast-check";
import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import { labelledPartitionCountByRecurrence } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import { mirroringOf } from "../src/combinatorics/signed/parity.js";
import {
  rankOfSigned,
  signedOfRank,
  signedSuccessorOf,
} from "../src/combinatorics/signed/signedEnumeration.js";
import { widths } from "./arbitraries/widths.js";
import { type Property, property } from "./property.js";

const parity = fc.constantFrom("odd" as const, "even" as const);

/** Signed labelled partitions at sizes too large to list. */
export const properties: readonly Property[] = [
  property(
    "ext-parity-count/recurrence",
    "T(r,m) at odd and even parity by its recurrence, m ≤ 80",
    fc.tuple(widths(80), parity),
    ([[r, m], kind]) =>
      labelledPartitionCount(r, m, mirroringOf(kind)) ===
      labelledPartitionCountByRecurrence(r, m, mirroringOf(kind)),
  ),
  property(
    "ext-parity-count/rank",
    "the partition at a place has this place as its rank, and the next follows it, m ≤ 20",
    fc.tuple(widths(20, 1), parity, fc.bigInt({ min: 0n, max: 1n << 200n })),
    ([[r, m], kind, number]) => {
      const total = labelledPartitionCount(r, m, mirroringOf(kind));
      const place = number % total;
      const partition = signedOfRank(r, m, kind, place);
      if (rankOfSigned(partition) !== place) return false;
      const next = signedSuccessorOf(partition);
      return next === undefined ? place === total - 1n : rankOfSigned(next) === place + 1n;
    },
  ),
];
