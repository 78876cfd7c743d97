import type { CertifiedNullspace } from "../../src/exact/matrices/certifiedNullspace.js";
import { minorFault } from "../../src/exact/modular/nonzeroMinor.js";
import { basisFault } from "../../src/exact/modular/nullspaceBasis.js";
import { type IntegerMatrix, requireColumns } from "../../src/exact/vectors/integerMatrix.js";

/**
 * What is wrong with a claimed nullspace, or `undefined` if nothing is.
 *
 * @throws RangeError on a row of another length.
 */
export function nullspaceFault(
  matrix: IntegerMatrix,
  columns: number,
  { rank, minor, basis }: CertifiedNullspace,
): string | undefined {
  requireColumns(matrix, columns);
  if (minor.rows.length !== rank) return `rank ${rank} claimed with a minor of size ${minor.rows.length}`;
  return minorFault(matrix, columns, minor) ?? basisFault(matrix, columns, columns - rank, basis);
}
