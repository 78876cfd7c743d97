import { pairings } from "./matrix.js";
import { entry, fields, integer, list, rationals, rows, whole } from "./values.js";
import { demand } from "./verdict.js";

/**
 * Kind `independence`, claim `thm-4.2`. An acceptance proves that the functions x ↦ σ(w_i·x) are linearly
 * independent for every σ whose derivatives at 0, of the orders that it lists, are not 0. With λ_i = w_i·v
 * for the direction v, the matrix of the λ_i to the powers of these orders is regular, since it has an
 * inverse for some modulus. It is for the caller to know which derivatives of an activation are not 0.
 */
export function independence(body: unknown): string {
  const keys = ["direction", "exponents", "inverse", "modulus", "weights"];
  const members = fields(body, keys, "body");
  const weights = whole(rows(members.weights, "body.weights")).rows;
  const direction = entry(whole([rationals(members.direction, "body.direction")]).rows, 0);
  const exponents = list(members.exponents, "body.exponents", integer);
  const inverse = list(members.inverse, "body.inverse", (column, at) =>
    list(column, at, integer).map(BigInt),
  );
  const k = weights.length;
  const modulus = BigInt(integer(members.modulus, "body.modulus"));
  const isAlong = direction.length > 0 && weights.every(({ length }) => length === direction.length);
  const isSquare =
    exponents.length === k && inverse.length === k && inverse.every(({ length }) => length === k);
  const fits = k > 0 && isAlong && isSquare;
  demand(fits, "shape", "body", "not k weights like the direction, and k × k entries");
  const isLow = k <= 64 && exponents.every((n) => n >= 0 && n <= 1000) && modulus > 1n;
  demand(isLow, "size", "body", "k above 64, exponents not from 0 to 1000, or no modulus");
  // u_i: the λ_i times one number, reduced by the modulus.
  const places = pairings(weights, [direction]).flat();
  const residues = places.map((u) => u % modulus);
  const powers = residues.map((u) => exponents.map((n) => u ** BigInt(n) % modulus));
  // The file lists the inverse by columns.
  const product = pairings(powers, inverse);
  const isOne = product.every((row, i) =>
    row.every((value, j) => {
      const identityEntry = i === j ? 1n : 0n;
      return (value - identityEntry) % modulus === 0n;
    }),
  );
  demand(isOne, "inverse", "body.inverse", "its rows are not the columns of an inverse for the modulus");
  return `σ(w·x) are independent for the ${k} w if σ has derivatives ≠ 0 of orders ${exponents.join()} at 0`;
}
