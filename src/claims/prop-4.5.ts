import { bell, zeroBlockArrangements } from "../combinatorics/counts/bell.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import {
  labelledPartitionCountByRecurrence,
  labelledPartitionCountBySortedTuples,
  labelledPartitionCountByStirling,
  labelledPartitionCountByZeroBlocks,
} from "../combinatorics/counts/labelledPartitionRoutes.js";
import {
  surjections,
  surjectionsByCompositions,
  surjectionsByRecurrence,
  surjectionsByStirling,
} from "../combinatorics/counts/surjections.js";
import { properties } from "../../properties/prop-4.5.js";
import { entry } from "../exact/entry.js";
import type { Claim, Evidence } from "./evidence/claim.js";
import { widths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 60;
const MAX_DIRECT = 14;

export const claim: Claim = {
  id: "prop-4.5",
  title: "Closed forms of G and T",
  statement:
    "G(r,m) = Σ_i C(r,i)(−1)^{r−i} i^m, which is r!·S2(m,r); T(r,m) = G(r,m) + Σ_u C(m,u)G(r,m−u)g(u) with " +
    "g(u) = B(u), which is r!·Σ_n S2(m,n)C(n,r). G counts the surjections, T the labelled partitions",
  source: "Şimşek et al. 2021, Prop. 4.5",
  hypotheses: ["r ≤ m"],
  evidence: [
    routesEvidence("G", "G(r,m)", MAX_WIDTH, {
      "the closed form": surjections,
      "r!·S2": surjectionsByStirling,
      "its recurrence": surjectionsByRecurrence,
    }),
    routesEvidence("G as defined", "G(r,m)", MAX_DIRECT, {
      "the closed form": surjections,
      "the multinomial sum of Prop. 4.3": surjectionsByCompositions,
    }),
    routesEvidence("T", "T(r,m)", MAX_WIDTH, {
      "the closed form": labelledPartitionCountByZeroBlocks,
      "r!·ΣS2·C": labelledPartitionCountByStirling,
      "its recurrence": labelledPartitionCountByRecurrence,
      "Chinese remainders": labelledPartitionCount,
    }),
    routesEvidence("T as defined", "T(r,m)", MAX_DIRECT, {
      "the closed form": labelledPartitionCountByZeroBlocks,
      "the sum over sorted tuples": labelledPartitionCountBySortedTuples,
    }),
    everyCase("g is Bell", {
      what: "g(u) = Σ_j G(j,u)/j! is the Bell number",
      range: `0 ≤ u ≤ ${MAX_WIDTH}`,
      expected: BigInt(MAX_WIDTH + 1),
      cases: () => Array.from({ length: MAX_WIDTH + 1 }, (_, u) => u),
      check: (u) => checkRoutes({ g: zeroBlockArrangements, Bell: bell }, u, 0),
    }),
  ],
  properties,
  theorems: [
    "surjections_counted",
    "multinomial_sum_is_g",
    "labelled_partitions_counted",
    "sorted_sum_is_t",
    "bell_as_printed",
    "t_closed_forms",
    "recurrences",
  ],
};

/** A way to count something of two sizes. */
export type Route = (r: number, m: number) => bigint;

/** All routes must give the value of the first. */
export function checkRoutes(
  routes: Readonly<Record<string, Route>>,
  r: number,
  m: number,
): string | undefined {
  const values = Object.entries(routes).map(([name, route]) => ({ name, value: route(r, m) }));
  const differing = values.find(({ value }) => value !== values[0]?.value);
  if (differing === undefined) return values.length > 1 ? undefined : "nothing to compare";
  return `${entry(values, 0).name} and ${differing.name} differ at (${r},${m})`;
}

/** The text names exactly the routes that are compared. */
function routesEvidence(
  name: string,
  symbol: string,
  last: number,
  routes: Readonly<Record<string, Route>>,
): Evidence {
  return everyCase(name, {
    what: `${symbol} is the same by ${Object.keys(routes).join(", by ")}`,
    range: `1 ≤ r ≤ m ≤ ${last}`,
    expected: BigInt((last * (last + 1)) / 2),
    cases: () => widths(last),
    check: ([r, m]) => checkRoutes(routes, r, m),
  });
}
