import {
  labelledPartitionRows,
  labelledPartitionTable,
} from "../combinatorics/counts/labelledPartitionRoutes.js";
import { surjections } from "../combinatorics/counts/surjections.js";
import { lastFailing } from "../combinatorics/asymptotics/threshold.js";
import { lastFailingAtLeast, lastFailingAtMost } from "../combinatorics/asymptotics/thresholdGrowth.js";
import { properties } from "../../properties/ext-threshold.js";
import { entry, lastEntry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_R = 60;
const MAX_SHARE_R = 12;
const MAX_SHARE_M = 60;

export const claim: Claim = {
  id: "ext-threshold",
  title: "The exact threshold of Eq. (6)",
  statement:
    "Eq. (6) fails, for some a_k within its bound, if and only if m is at most a last failing m, which " +
    "`equiloss threshold` computes: 2, 4, 6, 7, 9, 11, 13, 16, 18 for r* = 2…10 and 65 for r* = 30. It is " +
    "asymptotic to ½·r*·ln r*: it is at least the integer part of ½(r*−1)·ln r*, less than (r*+1)·ln(r*+2), " +
    "and less than (r*+q)·(2 + ln q) with q the least integer for which r* + q ≤ 2q²",
  argument:
    "No larger m fails, by T(r,m+1) ≥ (r+1)·T(r,m). The bounds are proved for all r*. The theorems have no " +
    "logarithms: they speak of (1+1/n)^n and (1+1/n)^{n+1} for all n, between which e lies",
  limits:
    `The values are compared with every m for r* ≤ ${MAX_R}, and with a second count of T at that m and ` +
    "the next for r* ≤ 100, 150 and 200; the bounds are compared exactly. The theorems show that there is " +
    "a last failing m for every r* ≥ 2, bound it, and find it for r* ≤ 60",
  source: "extension; makes 'm ≫ r*' of Şimşek et al. 2021, Eq. (6), exact",
  hypotheses: ["r* ≥ 2; for r* = 1 it never fails"],
  provedInPart: {
    part: "growth, values for r* ≤ 60",
    leavesOpen: "the values of the last failing m for r* > 60",
  },
  evidence: [
    everyCase("growth", {
      what: "T(r,m+1) ≥ (r+1)·T(r,m)",
      range: () => `1 ≤ r ≤ m < ${MAX_M}`,
      expected: () => BigInt((MAX_M * (MAX_M - 1)) / 2),
      cases: () => withTable(widths(MAX_M - 1)),
      check: ([table, [r, m]]) => checkGrowth(table, r, m),
    }),
    everyCase("table", {
      what: "eq. (6) fails up to the last failing m that bisection finds and at no other m, by trying every m",
      range: () => `1 ≤ r* ≤ ${MAX_R}, m ≤ ${MAX_M}`,
      expected: BigInt(MAX_R),
      cases: () => withTable(Array.from({ length: MAX_R }, (_, index) => index + 1)),
      check: ([table, r]) => checkThreshold(table, r, lastFailing(r)),
    }),
    everyCase("recorded", {
      what: "the values in the statement, by trying every m",
      range: () => `r* = 2…10 and 30, m ≤ ${MAX_M}`,
      expected: 10n,
      cases: () => withTable(RECORDED),
      check: ([table, [r, last]]) => checkThreshold(table, r, last),
    }),
    everyCase("bounds", {
      what:
        "the last failing m is between the bounds in the statement, e enclosed by rationals; by the " +
        "recurrence eq. (6) fails there and holds at the next m",
      range: "2 ≤ r* ≤ 100, and r* = 150 and 200",
      expected: 101n,
      cases: () => boundedThresholds(BOUNDED),
      check: checkBounds,
      table: boundsTable,
    }),
    everyCase("share onto", {
      what: "G(r,m)/r^m ≤ (1 − (1−1/r)^m)^r, which the lower bound uses",
      range: `1 ≤ r ≤ ${MAX_SHARE_R}, 1 ≤ m ≤ ${MAX_SHARE_M}`,
      expected: BigInt(MAX_SHARE_R * MAX_SHARE_M),
      cases: () =>
        Array.from({ length: MAX_SHARE_R * MAX_SHARE_M }, (_, index) => ({
          r: (index % MAX_SHARE_R) + 1,
          m: Math.trunc(index / MAX_SHARE_R) + 1,
        })),
      check: ({ r, m }) => checkShare(r, m, surjections(r, m)),
    }),
  ],
  properties,
  theorems: [
    "once_true_always_true",
    "threshold_exists",
    "thresholds",
    "share_onto",
    "fails_up_to",
    "holds_from",
    "holds_sooner",
    "threshold_growth",
  ],
};

const MAX_M = 200;

/** Widths at which the threshold is compared with its bounds. */
const BOUNDED: readonly number[] = [...Array.from({ length: 99 }, (_, index) => index + 2), 150, 200];

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

/** Items, each with one table of counts. */
function* withTable<Item>(items: Iterable<Item>): Generator<readonly [table: CountTable, item: Item]> {
  const table = labelledPartitionTable(MAX_M);
  for (const item of items) yield [table, item];
}

/** T(r,m+1) ≥ (r+1)·T(r,m): if m satisfies eq. (6), so does every larger m. */
export function checkGrowth(table: CountTable, r: number, m: number): string | undefined {
  const [here, next] = [table[m]?.[r], table[m + 1]?.[r]];
  if (here === undefined || next === undefined) return `no count at (${r},${m})`;
  return next >= BigInt(r + 1) * here ? undefined : `T(${r},${m + 1}) < ${r + 1}·T(${r},${m})`;
}

/** T(r,m) < r^m for all m from r to a claimed last one and for no larger m, by every m of the table. */
export function checkThreshold(table: CountTable, r: number, claimed: number | null): string | undefined {
  const failing = table.flatMap((row, m) => (m >= r && entry(row, r) < BigInt(r) ** BigInt(m) ? [m] : []));
  const last = failing.length === 0 ? null : lastEntry(failing);
  if (last === table.length - 1) return `still failing at m = ${last}, where the table ends`;
  if (last !== claimed) return `last failing m at r = ${r} is ${last ?? "none"}, not ${claimed ?? "none"}`;
  return last === null || failing.length === last - r + 1
    ? undefined
    : `holds at r = ${r} before it fails at ${last}`;
}

/** A last failing m with its bounds, and T(r,m) at this m and the next by the recurrence. */
export interface BoundedThreshold {
  readonly r: number;
  readonly least: number;
  readonly last: number | null;
  readonly most: number;
  readonly counts: readonly bigint[];
}

/** least ≤ the last failing m ≤ most, and by the recurrence T(r,m) < r^m there and T(r,m+1) ≥ r^{m+1}. */
export function checkBounds({ r, least, last, most, counts }: BoundedThreshold): string | undefined {
  if (last === null || last < least || last > most)
    return `last failing m at r = ${r} is ${last ?? "none"}, not from ${least} to ${most}`;
  const [there, later] = counts;
  if (there === undefined || later === undefined) return `no counts at r = ${r}, m = ${last}`;
  if (there >= BigInt(r) ** BigInt(last))
    return `eq. (6) holds at (${r},${last}), said to be the last failing m`;
  return later >= BigInt(r) ** BigInt(last + 1)
    ? undefined
    : `eq. (6) fails at (${r},${last + 1}), after the last failing m`;
}

/** The thresholds at some widths by bisection, with counts that share nothing with it. */
export function boundedThresholds(
  widths: readonly number[],
  lastOf: (r: number) => number | null = lastFailing,
): BoundedThreshold[] {
  const thresholds = widths.map((r) => ({
    r,
    least: lastFailingAtLeast(r),
    last: lastOf(r),
    most: lastFailingAtMost(r),
    counts: new Array<bigint>(),
  }));
  const end = Math.max(0, ...thresholds.flatMap(({ last }) => (last === null ? [] : [last]))) + 1;
  let m = 0;
  for (const row of labelledPartitionRows()) {
    for (const { r, last, counts } of thresholds) {
      const count = row[r];
      if (last !== null && count !== undefined && (m === last || m === last + 1)) counts.push(count);
    }
    if (m === end) break;
    m += 1;
  }
  return thresholds;
}

/** G(r,m)/r^m ≤ (1 − (1−1/r)^m)^r, times a denominator: the chances that each label occurs, multiplied. */
export function checkShare(r: number, m: number, onto: bigint): string | undefined {
  const [maps, missing] = [BigInt(r) ** BigInt(m), BigInt(r - 1) ** BigInt(m)];
  return onto * maps ** BigInt(r - 1) <= (maps - missing) ** BigInt(r)
    ? undefined
    : `G(${r},${m}) is more than independent hits would give`;
}

export function boundsTable(): FoundTable {
  const thresholds = boundedThresholds([5, 10, 20, 30, 60, 100, 150, 200]);
  return {
    title: "The last m at which Eq. (6) fails, and its bounds, of the order ½·r*·ln r*",
    head: ["r*", "at least", "last failing m", "at most"],
    rows: thresholds.map(({ r, least, last, most }) => [r, least, last ?? "none", most].map(String)),
  };
}
