import fc from "fast-check";
import { FEWER_THAN_MINIMA } from "../src/combinatorics/asymptotics/goal.js";
import { firstBelowOne, onlyLevel, levelRatio, staysBelow } from "../src/combinatorics/asymptotics/ratio.js";
import { inequalityHolds, lastFailing } from "../src/combinatorics/asymptotics/threshold.js";
import { labelledPartitionCountByRecurrence } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjectionsByRecurrence } from "../src/combinatorics/counts/surjections.js";
import { mirroringOf } from "../src/combinatorics/signed/parity.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type Property, property } from "./property.js";

const parity = fc.constantFrom("odd" as const, "even" as const);

/** A width r and one of its levels. */
const level = fc
  .integer({ min: 2, max: 20 })
  .chain((r) => fc.tuple(fc.constant(r), fc.integer({ min: 1, max: r - 1 })));

/** Figure 6 and Eq. (6) of Şimşek et al. (2021) with mirrored neurons. */
export const properties: readonly Property[] = [
  property(
    "ext-parity-regimes/ratios",
    "R_k(r,m) is 2^m·G(r−k,m)/T(r,m), with both counts by recurrences",
    fc.tuple(level, fc.nat(60), parity),
    ([[r, k], more, kind]) => {
      const [m, mirroring] = [r + more, mirroringOf(kind)];
      return levelRatio(k, r, m, mirroring).equals(
        rational(
          surjectionsByRecurrence(r - k, m) << BigInt(m),
          labelledPartitionCountByRecurrence(r, m, mirroring),
        ),
      );
    },
  ),
  property(
    "ext-parity-regimes/crossings-are-final",
    "from the first m at which R_k(r,m) < 1 on, it stays below 1",
    fc.tuple(level, parity),
    ([[r, k], kind]) => {
      const mirroring = mirroringOf(kind);
      const first = firstBelowOne(r, onlyLevel(k), mirroring);
      return staysBelow(r, first, onlyLevel(k), FEWER_THAN_MINIMA, mirroring);
    },
  ),
  property(
    "ext-parity-regimes/threshold",
    "eq. (6) at the largest a_k holds if and only if m is above the last failing one",
    fc.tuple(fc.integer({ min: 2, max: 40 }), fc.nat(150), parity),
    ([r, more, kind]) => {
      const [m, mirroring] = [r + more, mirroringOf(kind)];
      const last = lastFailing(r, mirroring);
      return last !== null && inequalityHolds(r, m, mirroring) === m > last;
    },
  ),
];
