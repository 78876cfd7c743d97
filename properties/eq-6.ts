import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { binomial } from "../src/combinatorics/counts/binomial.js";
import { labelledPartitionCount } from "../src/combinatorics/counts/labelledPartitionCount.js";
import { criticalSubspaces } from "../src/combinatorics/asymptotics/ratio.js";
import { extremeSum, inequalityHolds, lastFailing } from "../src/combinatorics/asymptotics/threshold.js";
import { listOf } from "./arbitraries/listOf.js";
import { widths } from "./arbitraries/widths.js";
import { type Property, property } from "./property.js";

/** A width r, a distance of m from the last failing one, and for each level a_k in 1/1000 of its bound. */
const allowed = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.nat(60), listOf(fc.nat(1000), 30));

/** Eq. 6 of Şimşek et al. (2021), with "m ≫ r*" made exact. */
export const properties: readonly Property[] = [
  property(
    "eq-6/extreme-sum",
    "Σ_k G(r−k,m)·C(r−1,k−1) = (r−1)^m for 1 ≤ r ≤ m",
    widths(60, 1),
    ([r, m]) => extremeSum(r, m) === criticalSubspaces(r, m, (k) => binomial(r - 1, k - 1)),
  ),
  property(
    "eq-6/holds-after-threshold",
    "Σ_k R_k(r,m)·a_k ≤ ((r−1)/r)^m for all a_k ≤ C(r−1,k−1) and every m above the last failing one",
    allowed,
    ([r, beyond, shares]) => {
      // Where it fails nowhere, from r on.
      const last = lastFailing(r) ?? r - 1;
      const m = Math.max(last, r - 1) + 1 + beyond;
      const sum = criticalSubspaces(
        r,
        m,
        (k) => (binomial(r - 1, k - 1) * BigInt(entry(shares, k - 1))) / 1000n,
      );
      const exponent = BigInt(m);
      // Both sides times T(r,m)·r^m.
      return sum * BigInt(r) ** exponent <= BigInt(r - 1) ** exponent * labelledPartitionCount(r, m);
    },
  ),
  property(
    "eq-6/fails-up-to-threshold",
    "for r ≤ m ≤ the last failing m, the inequality fails at a_k = C(r−1,k−1)",
    fc.tuple(fc.integer({ min: 2, max: 40 }), fc.nat(1000)),
    ([r, where]) => {
      const last = lastFailing(r);
      return last !== null && last >= r && !inequalityHolds(r, r + (where % (last - r + 1)));
    },
  ),
];
