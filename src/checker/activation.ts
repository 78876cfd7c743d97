import { type Vector, demandAffordable, dot, longest } from "./matrix.js";
import { type Rational, entry, fields, ratio, rationals, whole } from "./values.js";
import { demand } from "./verdict.js";

/**
 * σ, σ' and σ'' of the rational function σ = P/Q at u/v, for each u of the list: (P'Q − PQ')/Q² and
 * ((P''Q − PQ'')Q − 2Q'(P'Q − PQ'))/Q³.
 */
export function jetsAt(places: Vector, v: bigint, activation: unknown): Rational[][] {
  const members = fields(activation, ["denominator", "numerator"], "body.activation");
  const numerator = rationals(members.numerator, "body.activation.numerator");
  const denominator = rationals(members.denominator, "body.activation.denominator");
  const isFull = numerator.length > 0 && denominator.length > 0;
  demand(isFull, "shape", "body.activation", "no coefficients");
  // Over one denominator, which cancels.
  const both = whole([numerator, denominator]).rows;
  const P = entry(both, 0);
  const Q = entry(both, 1);
  const degree = Math.max(P.length, Q.length) - 1;
  const P1 = derivativeOf(P);
  const P2 = derivativeOf(P1);
  const Q1 = derivativeOf(Q);
  const Q2 = derivativeOf(Q1);
  const digits = degree * longest([v, ...places]) + longest([P, P1, P2, Q, Q1, Q2].flat());
  // Each place takes three greatest common divisors, which cost as much as some hundred products each.
  demandAffordable(300 * places.length, 3 * digits, 3 * digits);
  return places.map((u) => {
    // The powers of u/v, times v to the degree; that factor cancels too.
    const powers = Array.from({ length: degree + 1 }, (_, j) => u ** BigInt(j) * v ** BigInt(degree - j));
    const p = dot(P, powers);
    const p1 = dot(P1, powers);
    const p2 = dot(P2, powers);
    const q = dot(Q, powers);
    const q1 = dot(Q1, powers);
    const q2 = dot(Q2, powers);
    demand(q !== 0n, "activation", "body.activation", "its denominator vanishes at some w·x");
    const first = p1 * q - p * q1;
    const second = (p2 * q - p * q2) * q - 2n * q1 * first;
    return [ratio(p, q), ratio(first, q * q), ratio(second, q * q * q)];
  });
}

/** The derivative of a polynomial, by its coefficients, ascending. */
function derivativeOf(coefficients: Vector): bigint[] {
  return coefficients.slice(1).map((coefficient, j) => coefficient * BigInt(j + 1));
}
