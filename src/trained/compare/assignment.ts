import { noEntry } from "../../exact/entry.js";

/**
 * An assignment of n rows to n columns of least cost, and potentials that prove that none costs less: for
 * all rows and columns u_i + v_j is at most the cost, and the sum of all potentials is the cost of the
 * assignment. (Kuhn 1955; linear programming duality.)
 */
export interface Assignment {
  /** For each row its column, counted from 0. */
  readonly columns: readonly number[];
  readonly rowPotentials: readonly number[];
  readonly columnPotentials: readonly number[];
  readonly cost: number;
}

/** Sums of costs stay below this, where integers are exact. */
export const MOST_COST = Number.MAX_SAFE_INTEGER;

/**
 * The Hungarian algorithm by shortest augmenting paths: rows are added one by one, each along a path whose
 * reduced costs are least. At most n³ steps. Costs are integers, so nothing is rounded.
 *
 * @param costs n rows of n integers from 0 on; n times the largest is at most `MOST_COST`.
 * @throws RangeError if the potentials don't prove the assignment; then this code is wrong, or the costs are.
 */
export function leastAssignment(costs: readonly (readonly number[])[]): Assignment {
  const size = costs.length;
  const state: Search = {
    costs,
    // Place 0 stands for no row or column: rows and columns are counted from 1 here.
    rowPotentials: new Array<number>(size + 1).fill(0),
    columnPotentials: new Array<number>(size + 1).fill(0),
    rowOf: new Array<number>(size + 1).fill(0),
  };
  for (let row = 1; row <= size; row += 1) addRow(state, row);
  const columns = new Array<number>(size);
  state.rowOf.forEach((row, column) => {
    if (column > 0) columns[row - 1] = column - 1;
  });
  const potentials = {
    rowPotentials: state.rowPotentials.slice(1),
    columnPotentials: state.columnPotentials.slice(1),
  };
  const cost = columns.reduce((sum, column, row) => sum + at(rowAt(costs, row), column), 0);
  const assignment = { columns, ...potentials, cost };
  const fault = assignmentFault(costs, assignment);
  if (fault !== undefined) throw new RangeError(fault);
  return assignment;
}

/** Why the potentials don't prove that no assignment costs less; undefined if they do. */
export function assignmentFault(
  costs: readonly (readonly number[])[],
  { columns, rowPotentials, columnPotentials, cost }: Assignment,
): string | undefined {
  if (new Set(columns).size !== costs.length) return "two rows have one column";
  const paid = columns.reduce((sum, column, row) => sum + at(rowAt(costs, row), column), 0);
  if (!Number.isSafeInteger(paid) || paid !== cost) return `the assignment costs ${paid}, not ${cost}`;
  for (const [row, line] of costs.entries()) {
    const potential = at(rowPotentials, row);
    for (let column = 0; column < line.length; column += 1) {
      if (potential + at(columnPotentials, column) <= at(line, column)) continue;
      return `the potentials of row ${row + 1} and column ${column + 1} exceed the cost`;
    }
  }
  const bound = [...rowPotentials, ...columnPotentials].reduce((sum, potential) => sum + potential, 0);
  return bound === cost ? undefined : `the potentials prove ${bound}, the assignment costs ${cost}`;
}

/** The search's state; it changes as rows are added. */
interface Search {
  readonly costs: readonly (readonly number[])[];
  readonly rowPotentials: number[];
  readonly columnPotentials: number[];
  /** For each column its row; 0 if it has none yet. */
  readonly rowOf: number[];
}

/** Gives the row a column; rows before it may change theirs. */
function addRow({ costs, rowPotentials, columnPotentials, rowOf }: Search, row: number): void {
  const size = costs.length;
  const slack = new Array<number>(size + 1).fill(MOST_COST);
  const before = new Array<number>(size + 1).fill(0);
  const seen = new Array<boolean>(size + 1).fill(false);
  rowOf[0] = row;
  let column = 0;
  while (at(rowOf, column) !== 0) {
    seen[column] = true;
    const here = at(rowOf, column);
    const [line, potential] = [rowAt(costs, here - 1), at(rowPotentials, here)];
    let [least, next] = [MOST_COST, 0];
    for (let other = 1; other <= size; other += 1) {
      if (seen[other] === true) continue;
      const reduced = at(line, other - 1) - potential - at(columnPotentials, other);
      if (reduced < at(slack, other)) {
        slack[other] = reduced;
        before[other] = column;
      }
      if (at(slack, other) < least) [least, next] = [at(slack, other), other];
    }
    for (let other = 0; other <= size; other += 1) {
      if (seen[other] === true) {
        rowPotentials[at(rowOf, other)] = at(rowPotentials, at(rowOf, other)) + least;
        columnPotentials[other] = at(columnPotentials, other) - least;
      } else slack[other] = at(slack, other) - least;
    }
    column = next;
  }
  for (; column !== 0; column = at(before, column)) rowOf[column] = at(rowOf, at(before, column));
}

function at(list: readonly number[], index: number): number {
  return list[index] ?? noEntry(list, index);
}

function rowAt(costs: readonly (readonly number[])[], row: number): readonly number[] {
  return costs[row] ?? noEntry(costs, row);
}
