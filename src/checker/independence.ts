import { pairings } from "./matrix.js";
import { fields, integer, list, rational, rows, whole } from "./values.js";
import { demand } from "./verdict.js";

/** A direction v and orders n_j with det((w_i·v)^{n_j}) ≠ 0, as that matrix has an inverse for some modulus. */
export function independence(body: unknown): string {
  const given = fields(body, "direction exponents inverse modulus weights", "body");
  const weights = whole(rows(given.weights, "body.weights")).rows;
  const direction = whole([list(given.direction, "body.direction", rational)]).rows;
  const exponents = list(given.exponents, "body.exponents", integer);
  const inverse = list(given.inverse, "body.inverse", (row, at) => list(row, at, integer).map(BigInt));
  const [k, modulus] = [weights.length, BigInt(integer(given.modulus, "body.modulus"))];
  const fits = [direction, ...weights].every((row, i) => row.length === (i > 0 ? direction[0]?.length : 1));
  const square = [inverse, exponents, ...inverse].every(({ length }) => length === k);
  demand(fits && square && k > 0, "shape", "body", "not k weights like the direction, and k × k entries");
  const low = k <= 64 && exponents.every((n) => n >= 0 && n <= 1000) && modulus > 1n;
  demand(low, "size", "body", "k above 64, exponents not from 0 to 1000, or no modulus");
  const places = pairings(weights, direction).map(([u = 0n]) => u % modulus);
  const powers = places.map((u) => exponents.map((n) => u ** BigInt(n) % modulus));
  const product = pairings(powers, inverse).flat();
  const isOne = product.every((entry, at) => (entry - (at % (k + 1) === 0 ? 1n : 0n)) % modulus === 0n);
  demand(isOne, "inverse", "body.inverse", "its rows are no columns of an inverse for the modulus");
  return `σ(w·x) are independent for the ${k} w if σ has derivatives ≠ 0 of orders ${exponents.join()} at 0`;
}
