import { labelledPartitionTable } from "../combinatorics/labelledPartitionRoutes.js";
import { lastFailing } from "../combinatorics/threshold.js";
import { properties } from "../../properties/ext-threshold.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { widths } from "./ranges.js";
import { sampled } from "./sampled.js";

const MAX_R = 60;
const MAX_M = 200;

/** The values in the statement. */
const RECORDED = [
  [2, 2],
  [3, 4],
  [4, 6],
  [5, 7],
  [6, 9],
  [7, 11],
  [8, 13],
  [9, 16],
  [10, 18],
  [30, 65],
] as const;

/** T(r,m) for all r ≤ m ≤ MAX_M. */
export type CountTable = readonly (readonly bigint[])[];

/** T(r,m+1) ≥ (r+1)·T(r,m): growth by more than r a step, so an m that satisfies eq. (6) is never left. */
export function checkGrowth(table: CountTable, r: number, m: number): string | undefined {
  const [now, next] = [table[m]?.[r], table[m + 1]?.[r]];
  if (now === undefined || next === undefined) return `no count at (${r},${m})`;
  return next >= BigInt(r + 1) * now ? undefined : `T(${r},${m + 1}) < ${r + 1}·T(${r},${m})`;
}

/** T(r,m) < r^m for all m from r to a claimed last one and for no later m, by looking at every m of the table. */
export function checkThreshold(table: CountTable, r: number, claimed: number | null): string | undefined {
  const failing = table.flatMap((row, m) => (m >= r && (row[r] ?? 0n) < BigInt(r) ** BigInt(m) ? [m] : []));
  const last = failing.at(-1) ?? null;
  if (last === table.length - 1) return `still failing at m = ${last}, where the table ends`;
  if (last !== claimed) return `last failing m at r = ${r} is ${last ?? "none"}, not ${claimed ?? "none"}`;
  return last === null || failing.length === last - r + 1
    ? undefined
    : `holds at r = ${r} before it fails at ${last}`;
}

export const claim: Claim = {
  id: "ext-threshold",
  title: "The exact threshold of Eq. (6)",
  source: "extension; makes 'm ≫ r*' of Şimşek et al. 2021, Eq. (6), exact",
  statement:
    "Eq. (6) fails exactly for m up to a last failing one, which `equiloss threshold` computes: 2, 4, 6, 7, 9, 11, 13, 16, 18 " +
    `for r* = 2…10 and 65 for r* = 30; compared for r* ≤ ${MAX_R}. That no later m fails is by T(r,m+1) ≥ (r+1)·T(r,m). ` +
    "Theorems show that there is one for every r* ≥ 2, and which it is for r* ≤ 60",
  hypotheses: ["r* ≥ 2; for r* = 1 it never fails"],
  evidence: [
    {
      name: "growth",
      run: ({ progress }) => {
        const table = labelledPartitionTable(MAX_M);
        return exhaustive({
          what: "T(r,m+1) ≥ (r+1)·T(r,m)",
          range: `1 ≤ r ≤ m < ${MAX_M}`,
          expected: BigInt((MAX_M * (MAX_M - 1)) / 2),
          cases: widths(MAX_M - 1),
          check: ([r, m]) => checkGrowth(table, r, m),
          progress,
        });
      },
    },
    {
      name: "table",
      run: ({ progress }) => {
        const table = labelledPartitionTable(MAX_M);
        return exhaustive({
          what: "failing up to the last failing m that bisection finds and at no other, by looking at every m",
          range: `1 ≤ r* ≤ ${MAX_R}, m ≤ ${MAX_M}`,
          expected: BigInt(MAX_R),
          cases: Array.from({ length: MAX_R }, (_, index) => index + 1),
          check: (r) => checkThreshold(table, r, lastFailing(r)),
          progress,
        });
      },
    },
    {
      name: "recorded",
      run: ({ progress }) => {
        const table = labelledPartitionTable(MAX_M);
        return exhaustive({
          what: "the values in the statement, by looking at every m",
          range: `r* = 2…10 and 30, m ≤ ${MAX_M}`,
          expected: 10n,
          cases: RECORDED,
          check: ([r, recorded]) => checkThreshold(table, r, recorded),
          progress,
        });
      },
    },
    ...properties.map(sampled),
  ],
  cites: {
    properties: properties.map((property) => property.name),
    theorems: ["once_true_always_true", "threshold_exists", "thresholds"],
    tests: ["test/claims/ext-threshold.test.ts"],
  },
};
