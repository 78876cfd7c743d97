import { type Rational, entry, fields, list, rational, rationals } from "./values.js";
import { demand } from "./verdict.js";

/**
 * Kind `counterexample`, claim `lem-2.1`. An acceptance proves that both halves of the lemma fail for C¹
 * losses of two units: a curve of the gradient flow of −(2/3)|ϑ1 − ϑ2|^{3/2} starts in the symmetry subspace
 * ϑ1 = ϑ2 and leaves it, and one of +(2/3)|ϑ1 − ϑ2|^{3/2} starts outside and enters it in finite time.
 */
export function flowIsNotUnique(body: unknown): string {
  const members = fields(body, ["cases"], "body");
  const names = list(members.cases, "body.cases", curve);
  const hasBoth = names.length === 2 && names.includes("leaves") && names.includes("enters");
  demand(hasBoth, "cases", "body.cases", "not one of each case");
  return "a C¹ loss whose gradient flow leaves the symmetry subspace, and one whose flow enters it";
}

/** A polynomial: its coefficients, ascending. */
type Polynomial = readonly bigint[];

/** Checks one case: ϑ1 (`first`), ϑ2 (`second`) and s (`root`) as polynomials of the time. */
function curve(value: unknown, at: string): "leaves" | "enters" {
  const keys = ["case", "first", "from", "root", "second", "sign", "to"];
  const members = fields(value, keys, at);
  const leaves = members.case === "leaves";
  demand(leaves || members.case === "enters", "cases", `${at}.case`, "neither leaves nor enters");
  const sign = leaves ? -1 : 1;
  demand(members.sign === sign, "curve", `${at}.sign`, "-1 belongs to leaves, 1 to enters");
  const lists = ["first", "second", "root"].map((name) => rationals(members[name], `${at}.${name}`));
  const lengths = lists.map(({ length }) => length);
  demand(lengths.join() === "3,3,2", "shape", at, "not 3, 3 and 2 coefficients");
  const from = rational(members.from, `${at}.from`);
  const to = rational(members.to, `${at}.to`);
  // All numbers are over one denominator, `scale`: each stands for its quotient by `scale`.
  const scale = [...lists.flat(), from, to].reduce((common, x) => common * x.d, 1n);
  const over = ({ n, d }: Rational): bigint => n * (scale / d);
  const first = entry(lists, 0).map(over);
  const second = entry(lists, 1).map(over);
  const root = entry(lists, 2).map(over);
  // s² = ϑ1 − ϑ2, ϑ1' = −sign·s and ϑ2' = sign·s.
  const isRoot = isEqual(squareOf(root), scaledBy(scale, minus(first, second)));
  const firstFlows = isEqual(derivativeOf(first), scaledBy(BigInt(-sign), root));
  const secondFlows = isEqual(derivativeOf(second), scaledBy(BigInt(sign), root));
  const identities = "root² = first − second, first' = −sign·root, second' = sign·root";
  demand(isRoot && firstFlows && secondFlows, "curve", at, `not ${identities}`);
  // s, times scale², at both times: it is 0 where the curve is in the subspace, and positive outside.
  const rootAt = (time: Rational): bigint => entry(root, 0) * scale + entry(root, 1) * over(time);
  const start = rootAt(from);
  const end = rootAt(to);
  const crosses = leaves ? start === 0n && end > 0n : start > 0n && end === 0n;
  demand(crosses, "curve", at, "the root must be 0 at one end and positive at the other");
  return leaves ? "leaves" : "enters";
}

/** The square of a polynomial of degree 1. */
function squareOf(root: Polynomial): Polynomial {
  const constant = entry(root, 0);
  const slope = entry(root, 1);
  return [constant * constant, 2n * constant * slope, slope * slope];
}

function minus(left: Polynomial, right: Polynomial): Polynomial {
  return left.map((coefficient, power) => coefficient - entry(right, power));
}

function scaledBy(factor: bigint, polynomial: Polynomial): Polynomial {
  return polynomial.map((coefficient) => factor * coefficient);
}

function derivativeOf(polynomial: Polynomial): Polynomial {
  return polynomial.slice(1).map((coefficient, index) => BigInt(index + 1) * coefficient);
}

function isEqual(left: Polynomial, right: Polynomial): boolean {
  return left.join() === right.join();
}
