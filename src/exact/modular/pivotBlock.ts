import { noEntry } from "../entry.js";
import type { LimbMatrix } from "./limbMatrix.js";
import type { NonzeroMinor } from "./nonzeroMinor.js";
import { primeBound } from "./residueKernel.js";
import { primesBelow } from "../numbers/primes.js";
import { backSubstitute, eliminate } from "./residueElimination.js";

/**
 * What elimination modulo one prime says about an integer matrix: rows and columns with a nonzero minor, of
 * the rank that the matrix has modulo the prime. The rank over Q is at least this number, and equal to it for
 * all but finitely many primes.
 */
export class PivotBlock {
  /** The columns without a pivot, rising. */
  readonly freeColumns: readonly number[];

  private constructor(
    readonly matrix: LimbMatrix,
    readonly minor: NonzeroMinor,
    private readonly entries: Float64Array,
  ) {
    const free: number[] = [];
    let pivots = 0;
    for (let column = 0; column < matrix.columns; column++) {
      if (column === minor.columns[pivots]) pivots++;
      else free.push(column);
    }
    this.freeColumns = free;
  }

  /**
   * @param prime below {@link primeBound} of the smaller side, so that no sum passes 2^53.
   * @throws RangeError on a larger prime.
   */
  static modulo(matrix: LimbMatrix, prime: number): PivotBlock {
    const bound = primeBound(Math.min(matrix.rows, matrix.columns));
    if (prime >= bound) throw new RangeError(`the prime ${prime} isn't below ${bound}`);
    const entries = matrix.residues(prime);
    const { pivotColumns, rowOrder } = eliminate(entries, matrix.rows, matrix.columns, prime);
    const rows = rowOrder.slice(0, pivotColumns.length);
    return new PivotBlock(matrix, { prime, rows, columns: pivotColumns }, entries);
  }

  /**
   * Tries one prime after the other and returns the first answer that a block gives. Only finitely many
   * primes give a block below the rank, so the search ends if every other prime gives an answer.
   */
  static first<Answer>(matrix: LimbMatrix, attempt: (block: PivotBlock) => Answer | undefined): Answer {
    const primes = primesBelow(primeBound(Math.min(matrix.rows, matrix.columns)));
    for (;;) {
      const answer = attempt(PivotBlock.modulo(matrix, primes.next().value));
      if (answer !== undefined) return answer;
    }
  }

  /** The rank modulo the prime. */
  get rank(): number {
    return this.minor.rows.length;
  }

  /**
   * For each free column, the coefficients with which it and the pivot columns add up to 0 modulo the prime:
   * a residue for each pivot column, then 1 for the free column.
   */
  relations(): Float64Array[] {
    const free = this.freeColumns;
    const { prime, columns } = this.minor;
    const coordinates = backSubstitute(this.entries, this.matrix.columns, columns, free, prime);
    return free.map((_, index) => {
      const relation = new Float64Array(this.rank + 1);
      for (let row = 0, at = index; row < this.rank; row++, at += free.length)
        relation[row] = -(coordinates[at] ?? noEntry(coordinates, at));
      relation[this.rank] = 1;
      return relation;
    });
  }
}
