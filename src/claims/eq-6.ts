import { binomial } from "../combinatorics/counts/binomial.js";
import { labelledPartitionTable } from "../combinatorics/counts/labelledPartitionRoutes.js";
import { criticalSubspaces } from "../combinatorics/asymptotics/ratio.js";
import { extremeSum, lastFailing } from "../combinatorics/asymptotics/threshold.js";
import { properties } from "../../properties/eq-6.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { widths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_SUM_WIDTH = 60;
const MAX_R = 30;
const MAX_M = 120;

export const claim: Claim = {
  id: "eq-6",
  title: "In vastly overparameterized networks the global minima dominate",
  statement:
    "Σ_k R_k(r*,m)·a_k ≤ ((r*−1)/r*)^m for all a_k ≤ C(r*−1,k−1) if and only if T(r*,m) ≥ r*^m: the " +
    "largest sum is exactly (r*−1)^m. So the paper's 'm ≫ r*' means that m is above the last m at which " +
    "Eq. (6) fails, see ext-threshold",
  source: "Şimşek et al. 2021, Eq. (6)",
  hypotheses: ["1 ≤ r* ≤ m", "a_k integers, 0 ≤ a_k ≤ C(r*−1,k−1)"],
  evidence: [
    everyCase("extreme sum", {
      what: "Σ_k G(r−k,m)·C(r−1,k−1) = (r−1)^m",
      range: `1 ≤ r ≤ m ≤ ${MAX_SUM_WIDTH}`,
      expected: BigInt((MAX_SUM_WIDTH * (MAX_SUM_WIDTH + 1)) / 2),
      cases: () => widths(MAX_SUM_WIDTH),
      check: ([r, m]) => checkExtremeSum(r, m, extremeSum(r, m)),
    }),
    everyCase("inequality", {
      what:
        "eq. (6) at the largest a_k fails up to the last failing m and holds beyond it, T by its " +
        "recurrence",
      range: `1 ≤ r* ≤ ${MAX_R}, r* ≤ m ≤ ${MAX_M}`,
      expected: BigInt(MAX_R) * BigInt(MAX_M + 1) - BigInt((MAX_R * (MAX_R + 1)) / 2),
      cases: inequalityCases,
      check: checkInequality,
    }),
  ],
  properties,
  theorems: [
    "extreme_sum",
    "inequality_criterion",
    "once_true_always_true",
    "threshold_exists",
    "thresholds",
  ],
};

/** Σ_k G(r−k,m)·C(r−1,k−1), term by term. */
function sumAtLargest(r: number, m: number): bigint {
  return criticalSubspaces(r, m, (k) => binomial(r - 1, k - 1));
}

export function checkExtremeSum(r: number, m: number, claimed: bigint): string | undefined {
  const sum = sumAtLargest(r, m);
  return sum === claimed ? undefined : `the extreme sum is ${sum}, not ${claimed}, at (${r},${m})`;
}

/** Widths with the last failing m at r, and T(r,m) by another route. */
export interface InequalityCase {
  readonly r: number;
  readonly m: number;
  readonly threshold: number | null;
  readonly minima: bigint;
}

/**
 * Eq. (6) at the largest allowed a_k, cleared of denominators: Σ_k G(r−k,m)·a_k · r^m ≤ (r−1)^m · T(r,m).
 * It must hold if and only if m is above the last failing one.
 */
export function checkInequality({ r, m, threshold, minima }: InequalityCase): string | undefined {
  const holds = sumAtLargest(r, m) * BigInt(r) ** BigInt(m) <= BigInt(r - 1) ** BigInt(m) * minima;
  if (holds === (threshold === null || m > threshold)) return undefined;
  return `eq. (6) ${holds ? "holds" : "fails"} at (${r},${m}), last failing m ${threshold ?? "none"}`;
}

function* inequalityCases(): Generator<InequalityCase> {
  const table = labelledPartitionTable(MAX_M);
  for (let r = 1; r <= MAX_R; r += 1) {
    const threshold = lastFailing(r);
    for (let m = r; m <= MAX_M; m += 1) {
      yield { r, m, threshold, minima: entry(entry(table, m), r) };
    }
  }
}
