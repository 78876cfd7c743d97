import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { literalFormula } from "../../../src/combinatorics/counts/literalFormula.js";
import { parseRational, type Rational, rational } from "../../../src/exact/numbers/rational.js";
import type { Expected } from "../../../src/checker/verdict.js";
import type { Json } from "../seal.js";
import { entries, matrix, members, need, whole } from "./reading.js";

export function counterexampleHolds(body: Json | undefined, expected: Expected): boolean {
  return expected.claim === "lem-2.1" ? curvesHold(body) : formulaHolds(body, expected);
}

function formulaHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "count", "formula", "m", "r");
  const [r, m] = [whole(parts.r), whole(parts.m)];
  need(expected.r === r && expected.m === m && r >= 1 && r <= m && m <= 16);
  const [formula, count] = [literalFormula(r, m), labelledPartitionCount(r, m)];
  return parts.formula === String(formula) && parts.count === String(count) && formula !== count;
}

/** The identities hold between polynomials of degree at most 2 if they do at five places. */
function curvesHold(body: Json | undefined): boolean {
  const names = entries(members(body, "cases").cases).map((value) => {
    const parts = members(value, "case", "first", "from", "root", "second", "sign", "to");
    const leaves = parts.case === "leaves";
    need((leaves || parts.case === "enters") && parts.sign === (leaves ? -1 : 1));
    const [first, second] = [numbers(parts.first, 3), numbers(parts.second, 3)];
    const root = numbers(parts.root, 2);
    const sign = rational(leaves ? -1n : 1n);
    for (const place of [-2n, -1n, 0n, 1n, 2n]) {
      const t = rational(place);
      const s = valueAt(root, t);
      need(s.mul(s).equals(valueAt(first, t).sub(valueAt(second, t))));
      need(slopeAt(first, t).equals(sign.neg().mul(s)) && slopeAt(second, t).equals(sign.mul(s)));
    }
    const [start, end] = numbers([parts.from ?? null, parts.to ?? null], 2);
    need(start !== undefined && end !== undefined && start.compare(end) < 0);
    const [inside, outside] = leaves ? [start, end] : [end, start];
    need(valueAt(root, inside).equals(0n) && valueAt(root, outside).compare(0n) > 0);
    return parts.case;
  });
  return names.length === 2 && names.includes("leaves") && names.includes("enters");
}

function numbers(list: Json | undefined, most: number): Rational[] {
  const [row] = matrix([list ?? null]);
  need(row !== undefined && row.length <= most);
  return row.map(parseRational);
}

function valueAt(coefficients: readonly Rational[], t: Rational): Rational {
  return coefficients.reduceRight((value, term) => value.mul(t).add(term), rational(0n));
}

function slopeAt(coefficients: readonly Rational[], t: Rational): Rational {
  const terms = coefficients.slice(1).map((term, index) => term.mul(rational(BigInt(index + 1))));
  return valueAt(terms, t);
}
