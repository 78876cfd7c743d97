import { subspaceCount } from "./partition.js";
import { sizes } from "./request.js";
import { fields } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `counterexample`, claim `thm-3.1-count`. An acceptance proves that the displayed formula, read to the
 * letter, is not T(r,m) at this r and m: both sides are evaluated here. An `enumeration` shows that T(r,m) is
 * the true number.
 */
export function formulaFails(body: unknown, expected: Expected): string {
  const members = fields(body, ["count", "formula", "m", "r"], "body");
  const [r, m] = sizes(members, expected);
  demand(r >= 1 && r <= m && m <= 16, "size", "body.m", "not 1 ≤ r ≤ m ≤ 16");
  const formula = displayedFormula(r, m);
  const count = subspaceCount(r, m);
  demand(members.formula === String(formula), "formula", "body.formula", `the formula's value is ${formula}`);
  demand(members.count === String(count), "count", "body.count", `T is ${count}`);
  demand(formula !== count, "refutation", "body", "both sides are equal");
  return `the displayed formula gives ${formula} at (r, m) = (${r}, ${m}), where T is ${count}`;
}

/**
 * Σ over ordered tuples (k_1, …, k_r, b_1, …, b_j) of positive integers with sum m, j = 0, …, m − r, of
 * m!/(k_1!…k_r! b_1!…b_j!) · 1/(c_1!…c_{m−r}!), where c_i is the number of i's among the b's.
 */
function displayedFormula(r: number, m: number): bigint {
  let total = 0n;
  for (const tuple of compositions(m)) {
    if (tuple.length >= r) total += summand(tuple, tuple.slice(r), m);
  }
  return total;
}

/** One summand, which is a whole number. */
function summand(tuple: readonly number[], b: readonly number[], m: number): bigint {
  let divisor = 1n;
  for (const part of tuple) divisor *= factorial(part);
  for (const i of new Set(b)) {
    const count = b.filter((part) => part === i).length;
    divisor *= factorial(count);
  }
  return factorial(m) / divisor;
}

/** All 2^(m−1) ordered tuples of positive integers with sum m ≥ 1; for m = 0 the empty one. */
function compositions(m: number): number[][] {
  if (m === 0) return [[]];
  const firsts = Array.from({ length: m }, (_, index) => index + 1);
  return firsts.flatMap((first) => compositions(m - first).map((rest) => [first, ...rest]));
}

function factorial(n: number): bigint {
  return n === 0 ? 1n : BigInt(n) * factorial(n - 1);
}
