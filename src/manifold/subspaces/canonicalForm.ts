import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { reducedRows } from "../../exact/matrices/reducedRows.js";
import type { AffineSubspace } from "./affineSubspace.js";

/**
 * An affine subspace by its equations alone, in a canonical form: two subspaces have the same form if and
 * only if they are equal. It is the reduced row echelon form of (A | b). Two nonempty solution sets of linear
 * equations in one space are equal if and only if the rows (A | b) span the same space.
 *
 * @example canonicalForm(symmetrySubspace(1, 2, [0, 1])) // "2:1,-1,0"
 */
export function canonicalForm({ ambientDimension, equations }: AffineSubspace): string {
  const rows = reducedRows(clearDenominators(equations), ambientDimension + 1);
  return `${ambientDimension}:${rows.join(";")}`;
}
