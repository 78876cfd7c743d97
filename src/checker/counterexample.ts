import { sizes } from "./enumeration.js";
import { subspaceCount } from "./partition.js";
import { fields, list, rational } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** Theorem 3.1, count, refuted as displayed: both sides evaluated. */
export function formulaFails(body: unknown, expected: Expected): string {
  const given = fields(body, "count formula m r", "body");
  const [r, m] = sizes(given, expected);
  demand(r >= 1 && r <= m && m <= 16, "size", "body.m", "not 1 ≤ r ≤ m ≤ 16");
  const [formula, count] = [literalFormula(r, [], m), subspaceCount(r, m)];
  demand(given.formula === String(formula), "formula", "body.formula", `the formula's value is ${formula}`);
  demand(given.count === String(count), "count", "body.count", `T is ${count}`);
  demand(formula !== count, "refutation", "body", "both sides are equal");
  return `the displayed formula gives ${formula} at (r, m) = (${r}, ${m}), where T is ${count}`;
}

/**
 * Σ over ordered tuples (k_1, …, k_r, b_1, …, b_j) of positive integers with sum m of
 * m!/(∏k! ∏b!) · 1/(c_1!…c_{m−r}!), c_i counting the i's among the b's: those tuples that begin as given, with `left`
 * to come. Each summand is a whole number.
 */
function literalFormula(r: number, tuple: readonly number[], left: number): bigint {
  const zeros = tuple.slice(r);
  // The how-manieth of its size each b is: the product over all is c_1!…c_{m−r}!.
  const turns = zeros.map((b, index) => zeros.slice(0, index + 1).filter((other) => other === b).length);
  const divisors = [...tuple.map(factorial), ...turns.map(BigInt)];
  const size = tuple.reduce((total, part) => total + part, left);
  if (left === 0) return tuple.length < r ? 0n : divisors.reduce((value, by) => value / by, factorial(size));
  const parts = Array.from({ length: left }, (_, index) => index + 1);
  return parts.reduce((total, part) => total + literalFormula(r, [...tuple, part], left - part), 0n);
}

function factorial(n: number): bigint {
  return n === 0 ? 1n : BigInt(n) * factorial(n - 1);
}

/** Lemma 2.1, refuted for C¹ losses: two curves of the gradient flow of ±(2/3)|ϑ1 − ϑ2|^{3/2}. */
export function flowIsNotUnique(body: unknown): string {
  const named = list(fields(body, "cases", "body").cases, "body.cases", curve);
  demand(named.sort().join() === "enters,leaves", "cases", "body.cases", "not one of each case");
  return "a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it";
}

function curve(value: unknown, at: string): string {
  const { sign, ...given } = fields(value, "case first from root second sign to", at);
  const leaves = given.case === "leaves";
  demand(leaves || given.case === "enters", "cases", `${at}.case`, "neither leaves nor enters");
  demand(sign === (leaves ? -1 : 1), "curve", `${at}.sign`, "-1 belongs to leaves, 1 to enters");
  const lists = ["first", "second", "root"].map((name) => list(given[name], `${at}.${name}`, rational));
  demand(lists.map(({ length }) => length).join() === "3,3,2", "shape", at, "not 3, 3 and 2 coefficients");
  const all = [...lists.flat(), rational(given.from, `${at}.from`), rational(given.to, `${at}.to`)];
  // Over one denominator: first = at² + bt + c, second = dt² + et + f, root = pt + q.
  const scale = all.reduce((common, term) => common * term.d, 1n);
  const whole = all.map((term) => term.n * (scale / term.d));
  const [c = 0n, b = 0n, a = 0n, f = 0n, e = 0n, d = 0n, q = 0n, p = 0n, from = 0n, to = 0n] = whole;
  const square = q * q === scale * (c - f) && 2n * p * q === scale * (b - e) && p * p === scale * (a - d);
  const turn = leaves ? -1n : 1n;
  const flow = b === -turn * q && 2n * a === -turn * p && e === turn * q && 2n * d === turn * p;
  demand(square && flow, "curve", at, "not root² = first − second, first' = −sign·root, second' = sign·root");
  const [start, end] = [p * from + q * scale, p * to + q * scale];
  const crosses = leaves ? start === 0n && end > 0n : start > 0n && end === 0n;
  demand(crosses, "curve", at, "the root must be 0 at one end and positive at the other");
  return leaves ? "leaves" : "enters";
}
