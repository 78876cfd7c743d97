import { entry, lastEntry } from "../entry.js";
import {
  dot,
  type IntegerMatrix,
  primitive,
  requireColumns,
  spread,
  transpose,
} from "../vectors/integerMatrix.js";
import { LimbMatrix } from "../modular/limbMatrix.js";
import type { NonzeroMinor } from "../modular/nonzeroMinor.js";
import { PadicLifting } from "../modular/padicLifting.js";
import { PivotBlock } from "../modular/pivotBlock.js";
import { RationalVector } from "../vectors/rationalVector.js";

/**
 * Whether A·x = b has a solution, with the evidence: either a solution, or a row vector `witness` with
 * witness·A = 0 and witness·b ≠ 0, which proves that there is none.
 */
export type CertifiedSolution =
  | { readonly solvable: true; readonly solution: RationalVector }
  | { readonly solvable: false; readonly witness: readonly bigint[] };

/**
 * Solves A·x = b over Q for an integer matrix of any shape, by p-adic lifting on rows and columns that are
 * independent modulo a prime. The answer is checked over Z before it is returned ({@link solutionFault}).
 *
 * @param columns number of unknowns.
 * @returns if there are several solutions, the one that is 0 outside the columns of the pivots.
 * @throws RangeError on a ragged matrix, or if b has another number of rows.
 * @example certifiedSolve([[2n]], [1n], 1) // { solvable: true, solution: (1/2) }
 */
export function certifiedSolve(
  matrix: IntegerMatrix,
  right: readonly bigint[],
  columns: number,
): CertifiedSolution {
  requireColumns(matrix, columns);
  requireRows(matrix, right);
  const augmented = LimbMatrix.of(
    matrix.map((row, index) => [...row, entry(right, index)]),
    columns + 1,
  );
  return PivotBlock.first(augmented, ({ minor }) =>
    // The right-hand side is the last column: a pivot there means that there is no solution modulo the prime.
    minor.columns.at(-1) === columns
      ? witnessOn(matrix, right, columns, minor)
      : solutionOn(matrix, right, columns, augmented, minor),
  );
}

/** The solution of the subsystem of the minor, if it solves all equations. */
function solutionOn(
  matrix: IntegerMatrix,
  right: readonly bigint[],
  columns: number,
  limbs: LimbMatrix,
  minor: NonzeroMinor,
): CertifiedSolution | undefined {
  const target = minor.rows.map((row) => entry(right, row));
  for (const { numerators, denominator } of PadicLifting.on(matrix, limbs, minor).candidates(target)) {
    const vector = spread(columns, minor.columns, numerators);
    if (!matrix.every((row, index) => dot(row, vector) === denominator * entry(right, index))) continue;
    return { solvable: true, solution: RationalVector.of(vector, denominator) };
  }
  return undefined;
}

/** The combination of equations, found from the minor, with left side 0 and a nonzero right side. */
function witnessOn(
  matrix: IntegerMatrix,
  right: readonly bigint[],
  columns: number,
  minor: NonzeroMinor,
): CertifiedSolution | undefined {
  const turned = transpose(matrix, columns);
  const unknowns = minor.rows.slice(0, -1);
  const equations = minor.columns.slice(0, -1);
  const beyond = lastEntry(minor.rows);
  const limbs = LimbMatrix.of(turned, matrix.length);
  const lifting = PadicLifting.on(turned, limbs, { ...minor, rows: equations, columns: unknowns });
  const target = equations.map((column) => -entry(entry(matrix, beyond), column));
  for (const { numerators, denominator } of lifting.candidates(target)) {
    const witness = spread(matrix.length, [...unknowns, beyond], [...numerators, denominator]);
    if (dot(witness, right) === 0n || turned.some((column) => dot(column, witness) !== 0n)) continue;
    return { solvable: false, witness: primitive(witness) };
  }
  return undefined;
}

/**
 * The first fault of a claimed solution, or of a claim that there is none, in words; `undefined` if the
 * evidence proves the claim. Uses only multiplication over Z.
 *
 * @throws RangeError on a ragged matrix, or if b has another number of rows.
 */
export function solutionFault(
  matrix: IntegerMatrix,
  right: readonly bigint[],
  columns: number,
  answer: CertifiedSolution,
): string | undefined {
  requireColumns(matrix, columns);
  requireRows(matrix, right);
  if (answer.solvable) {
    const { numerators, denominator } = answer.solution;
    if (numerators.length !== columns)
      return `a solution of ${numerators.length} entries for ${columns} unknowns`;
    const row = matrix.findIndex(
      (entries, index) => dot(entries, numerators) !== denominator * entry(right, index),
    );
    return row < 0 ? undefined : `equation ${row} doesn't hold`;
  }
  const { witness } = answer;
  if (witness.length !== matrix.length)
    return `a witness of ${witness.length} entries for ${matrix.length} equations`;
  const column = transpose(matrix, columns).findIndex((entries) => dot(entries, witness) !== 0n);
  if (column >= 0) return `the witness isn't orthogonal to column ${column}`;
  return dot(witness, right) === 0n ? "the witness is orthogonal to the right-hand side" : undefined;
}

function requireRows(matrix: IntegerMatrix, right: readonly bigint[]): void {
  if (right.length !== matrix.length) {
    throw new RangeError(`${matrix.length} equations with ${right.length} right-hand sides`);
  }
}
