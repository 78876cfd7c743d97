import { type Vector, pairings } from "./matrix.js";
import { fields, integer, list, rows, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** The caller's symmetric matrix has the caller's inertia. */
export function inertia(body: unknown, expected: Expected): string {
  const { matrix, ...block } = fields(body, "congruence identityRows inertia kernel matrix", "body");
  demand(expected.matrix !== undefined, "parameters", "expected", "no matrix");
  const form = whole(rows(matrix, "body.matrix")).rows;
  const isFull = (row: Vector, i: number): boolean =>
    row.length === form.length && row.every((entry, j) => entry === form[j]?.[i]);
  demand(form.length > 0 && form.every(isFull), "symmetric", "body.matrix", "not square and symmetric");
  return `the matrix has inertia (${inertiaOf(form, block, "body").join()})`;
}

/**
 * How many eigenvalues of a symmetric matrix H are positive, negative and zero: as stated, and as shown by vectors x
 * with Hx = 0 that have the identity in some of their entries, and by others on which xᵀHx' is diagonally dominant.
 */
export function inertiaOf(form: Vector[], value: unknown, at: string): [number, number, number] {
  const given = fields(value, "congruence identityRows inertia kernel", at);
  const kernel = whole(rows(given.kernel, `${at}.kernel`));
  const congruence = whole(rows(given.congruence, `${at}.congruence`)).rows;
  const identity = list(given.identityRows, `${at}.identityRows`, integer);
  const all = [...kernel.rows, ...congruence];
  const fits = [all, ...all].every(({ length }) => length === form.length);
  demand(fits && identity.length === kernel.rows.length, "shape", at, "not n vectors of n entries in all");
  const isUnit = (x: Vector, i: number): boolean =>
    identity.every((place, j) => x[place] === (i === j ? kernel.d : 0n));
  const isNull = pairings(kernel.rows, form).every((row) => row.every((entry) => entry === 0n));
  demand(isNull && kernel.rows.every(isUnit), "kernel", at, "not in the kernel, or not the identity there");
  const values = pairings(pairings(congruence, form), congruence);
  const size = (x = 0n): bigint => (x < 0n ? -x : x);
  const leads = (row: Vector, i: number): boolean =>
    row.reduce((sum, x) => sum + size(x), 0n) < 2n * size(row[i]);
  demand(values.every(leads), "congruence", at, "not strictly diagonally dominant");
  const positive = values.filter((row, i) => (row[i] ?? 0n) > 0n).length;
  const found: [number, number, number] = [positive, values.length - positive, identity.length];
  demand(JSON.stringify(given.inertia) === JSON.stringify(found), "inertia", at, `it is ${found.join()}`);
  return found;
}
