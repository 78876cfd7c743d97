import { sizes } from "./enumeration.js";
import { subspaceCount } from "./partition.js";
import { rational } from "./rational.js";
import { fields, list } from "./shape.js";
import { type Expected, demand } from "./verdict.js";

/** The formula has up to 2^(m−1) summands. */
const MAX_NEURONS = 16;

/** Theorem 3.1, count, refuted as displayed: both sides evaluated. */
export function formulaFails(body: unknown, expected: Expected): string {
  const given = fields(body, "count formula m r", "body");
  const [r, m] = sizes(given, expected);
  demand(r >= 1 && r <= m && m <= MAX_NEURONS, "size", "body.m", `not 1 ≤ r ≤ m ≤ ${MAX_NEURONS}`);
  const [formula, count] = [literalFormula(r, m), subspaceCount(r, m)];
  demand(given.formula === String(formula), "formula", "body.formula", `the formula's value is ${formula}`);
  demand(given.count === String(count), "count", "body.count", `T is ${count}`);
  demand(formula !== count, "refutation", "body", "both sides are equal");
  return `the displayed formula gives ${formula} at (r, m) = (${r}, ${m}), where T is ${count}`;
}

/**
 * Σ over ordered tuples (k_1, …, k_r, b_1, …, b_j) of positive integers with sum m of
 * m!/(∏k! ∏b!) · 1/(c_1!…c_{m−r}!), c_i counting the i's among the b's. Each summand is a whole number.
 */
function literalFormula(r: number, m: number): bigint {
  let total = 0n;
  const visit = (tuple: readonly number[], left: number): void => {
    for (let part = 1; part <= left; part += 1) visit([...tuple, part], left - part);
    if (left > 0 || tuple.length < r) return;
    const zeros = tuple.slice(r);
    // The how-manieth of its size each b is: the product over all is c_1!…c_{m−r}!.
    const turns = zeros.map((b, index) => zeros.slice(0, index + 1).filter((other) => other === b).length);
    const ways = tuple.reduce((value, part) => value / factorial(part), factorial(m));
    total += turns.reduce((value, turn) => value / BigInt(turn), ways);
  };
  visit([], m);
  return total;
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
  const terms = (["first", "second", "root"] as const).map((name) => {
    const entries = list(given[name], `${at}.${name}`, rational);
    demand(entries.length <= (name === "root" ? 2 : 3), "shape", `${at}.${name}`, "too many coefficients");
    return entries;
  });
  // Over one denominator: first = (at² + bt + c)/scale, second = (dt² + et + f)/scale, root = (pt + q)/scale.
  const scale = terms.flat().reduce((common, term) => common * term.d, 1n);
  const [[c = 0n, b = 0n, a = 0n] = [], [f = 0n, e = 0n, d = 0n] = [], [q = 0n, p = 0n] = []] = terms.map(
    (entries) => entries.map((term) => term.n * (scale / term.d)),
  );
  const square = q * q === scale * (c - f) && 2n * p * q === scale * (b - e) && p * p === scale * (a - d);
  demand(square, "curve", at, "root² is not first − second");
  const turn = leaves ? -1n : 1n;
  const flow = b === -turn * q && 2n * a === -turn * p && e === turn * q && 2n * d === turn * p;
  demand(flow, "curve", at, "first' is not −sign·root, or second' not sign·root");
  const [from, to] = [rational(given.from, `${at}.from`), rational(given.to, `${at}.to`)];
  demand(from.n * to.d < to.n * from.d, "curve", at, "from is not before to");
  const [start, end] = [p * from.n + q * from.d, p * to.n + q * to.d];
  const crosses = leaves ? start === 0n && end > 0n : start > 0n && end === 0n;
  demand(crosses, "curve", at, "the root must be 0 at one end and positive at the other");
  return leaves ? "leaves" : "enters";
}
