import fc from "fast-check";
import { labelledPartitionCountByStirling } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import {
  criticalSubspaces,
  firstBelowOne,
  onePerLevel,
  onlyLevel,
  levelRatio,
  ratioSum,
  staysBelow,
} from "../src/combinatorics/asymptotics/ratio.js";
import { surjectionsByRecurrence } from "../src/combinatorics/counts/surjections.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type Property, property } from "./property.js";

/** Fig. 6 of Şimşek et al. (2021): the ratios at r* = 30, and where they cross 1. */
export const properties: readonly Property[] = [
  property(
    "fig-6/ratios",
    "R_k(30,m) is G(30−k,m)/T(30,m), with both counts by other routes",
    fc.tuple(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 30, max: 120 })),
    ([k, m]) =>
      levelRatio(k, 30, m).equals(
        rational(surjectionsByRecurrence(30 - k, m), labelledPartitionCountByStirling(30, m)),
      ),
  ),
  property(
    "fig-6/sum",
    "the blue curve is the sum of the others: Σ_k R_k(30,m) with a_k = 1",
    fc.integer({ min: 30, max: 70 }),
    (m) => {
      let sum = rational(0n);
      for (let k = 1; k < 30; k += 1) sum = sum.add(levelRatio(k, 30, m));
      return sum.equals(ratioSum(30, m, onePerLevel));
    },
  ),
  property(
    "fig-6/blue-approaches-first-level",
    "the share of the levels k ≥ 2 in the sum decreases: (Σ_k G(30−k,m))/G(29,m) decreases from m to m+1",
    fc.integer({ min: 30, max: 150 }),
    (m) => {
      const whole = (n: number): bigint => criticalSubspaces(30, n, onePerLevel);
      const first = (n: number): bigint => criticalSubspaces(30, n, onlyLevel(1));
      return whole(m + 1) * first(m) < whole(m) * first(m + 1);
    },
  ),
  property(
    "fig-6/crossings-are-final",
    "from the first m at which R_k(r,m) < 1 on, it stays below 1",
    fc
      .integer({ min: 2, max: 20 })
      .chain((r) => fc.tuple(fc.constant(r), fc.integer({ min: 1, max: r - 1 }))),
    ([r, k]) => staysBelow(r, firstBelowOne(r, onlyLevel(k)), onlyLevel(k)),
  ),
];
