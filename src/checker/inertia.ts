import { type Vector, pairings } from "./matrix.js";
import { entry, fields, integer, list, rows, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** The numbers of positive, negative and zero eigenvalues of a symmetric matrix. */
export type Inertia = readonly [positive: number, negative: number, zero: number];

/**
 * Kind `inertia`, claims `prop-4.4`, `ext-saddle`, `open-strict-saddles` and `cooper-2.3`. An acceptance
 * proves that the caller's symmetric matrix has the inertia that it states, and no more. It is for the caller
 * to know whether the matrix is the Hessian that the claim is about.
 */
export function inertia(body: unknown, expected: Expected): string {
  const keys = ["congruence", "identityRows", "inertia", "kernel", "matrix"];
  const { matrix, ...block } = fields(body, keys, "body");
  demand(expected.matrix !== undefined, "parameters", "expected", "no matrix");
  const form = whole(rows(matrix, "body.matrix")).rows;
  const isSquare = form.length > 0 && form.every(({ length }) => length === form.length);
  const isSymmetric = isSquare && form.every((row, i) => row.every((x, j) => x === entry(entry(form, j), i)));
  demand(isSymmetric, "symmetric", "body.matrix", "not square and symmetric");
  return `the matrix has inertia (${inertiaOf(form, block, "body").join()})`;
}

/**
 * The inertia of a symmetric n × n matrix H, as the block states it. The evidence is k independent vectors
 * that H sends to 0, and n − k vectors x for which the matrix of the x·H·x' is strictly diagonally dominant.
 * Such a matrix has as many positive and negative eigenvalues as diagonal entries of that sign.
 */
export function inertiaOf(form: readonly Vector[], value: unknown, at: string): Inertia {
  const members = fields(value, ["congruence", "identityRows", "inertia", "kernel"], at);
  const kernel = whole(rows(members.kernel, `${at}.kernel`));
  const congruence = whole(rows(members.congruence, `${at}.congruence`)).rows;
  const identityRows = list(members.identityRows, `${at}.identityRows`, integer);
  const vectors = [...kernel.rows, ...congruence];
  const isFull = vectors.length === form.length && vectors.every(({ length }) => length === form.length);
  const isIndexed = identityRows.length === kernel.rows.length;
  demand(isFull && isIndexed, "shape", at, "not n vectors of n entries, a place for each in the kernel");
  const products = pairings(kernel.rows, form).flat();
  const isNull = products.every((product) => product === 0n);
  // Vector i has 1 at place identityRows[i] and 0 at the others of these, so the vectors are independent.
  const isIdentity = kernel.rows.every((vector, i) =>
    identityRows.every((place, j) => {
      const identityEntry = i === j ? kernel.d : 0n;
      // A place outside the vector has no entry, which is neither 1 nor 0.
      return vector[place] === identityEntry;
    }),
  );
  demand(isNull && isIdentity, "kernel", at, "not in the kernel, or not the identity at identityRows");
  const values = pairings(pairings(congruence, form), congruence);
  const isDominant = values.every((row, i) => {
    const diagonal = absolute(entry(row, i));
    const total = row.reduce((size, x) => size + absolute(x), 0n);
    return diagonal > total - diagonal;
  });
  demand(isDominant, "congruence", at, "not strictly diagonally dominant");
  const positive = values.filter((row, i) => entry(row, i) > 0n).length;
  const negative = values.length - positive;
  const signs: Inertia = [positive, negative, kernel.rows.length];
  const isStated = JSON.stringify(members.inertia) === JSON.stringify(signs);
  demand(isStated, "inertia", at, `it is ${signs.join()}`);
  return signs;
}

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x;
}
