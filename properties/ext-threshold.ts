import fc from "fast-check";
import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import { inequalityHolds, lastFailing } from "../src/combinatorics/asymptotics/threshold.js";
import { lastFailingAtLeast, lastFailingAtMost } from "../src/combinatorics/asymptotics/thresholdGrowth.js";
import { widths } from "./arbitraries/widths.js";
import { type Property, property } from "./property.js";

/** The exact threshold of eq. 6. */
export const properties: readonly Property[] = [
  property(
    "ext-threshold/growth",
    "T(r,m+1) ≥ (r+1)·T(r,m), so one comparison decides all larger m",
    widths(100),
    ([r, m]) => labelledPartitionCount(r, m + 1) >= BigInt(r + 1) * labelledPartitionCount(r, m),
  ),
  property(
    "ext-threshold/once-holding-always-holding",
    "T(r,m) ≥ r^m implies T(r,n) ≥ r^n for n ≥ m",
    fc.tuple(widths(80, 1), fc.nat(40)),
    ([[r, m], beyond]) => !inequalityHolds(r, m) || inequalityHolds(r, m + beyond),
  ),
  property(
    "ext-threshold/border",
    "the inequality fails at lastFailing(r) and holds at the next m; it never fails if and only if r = 1",
    fc.integer({ min: 1, max: 60 }),
    (r) => {
      const last = lastFailing(r);
      if (last === null) return r === 1 && inequalityHolds(1, 1);
      return !inequalityHolds(r, last) && inequalityHolds(r, last + 1);
    },
  ),
  property(
    "ext-threshold/bounds",
    "eq. 6 fails at the lower bound and holds beyond the upper one",
    fc.integer({ min: 2, max: 120 }),
    (r) => !inequalityHolds(r, lastFailingAtLeast(r)) && inequalityHolds(r, lastFailingAtMost(r) + 1),
  ),
];
