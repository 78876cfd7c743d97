import { type Reading, GIVE_WHOLE, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import { InputError } from "../../exact/inputError.js";
import type { LowestTerms } from "../../exact/numbers/rational.js";
import { csvNumber } from "./csvNumber.js";

/** A row of a table, and the line of the file where it stands. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a table, row by row. */
export interface CsvTable {
  /** The names above the columns; undefined if the first row is of numbers. */
  readonly header: readonly string[] | undefined;
  /** One or more, all of as many cells. */
  readonly rows: readonly CsvRow[];
}

/** What may stand between numbers; blanks and tabs if none of the others does. */
const SEPARATORS = [",", ";"] as const;

/**
 * The table of a CSV file. Empty lines and those that begin with # are passed over; NumPy's savetxt writes
 * blanks between numbers, and such files are read, too.
 *
 * @throws InputError if there are no numbers, or rows differ in length.
 */
export function csvTable(text: string, reading: Reading): CsvTable {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, content: line.trim() }))
    .filter(({ content }) => content !== "" && !content.startsWith("#"));
  const [first] = lines;
  if (first === undefined) throw formatError(reading, "it holds no numbers", GIVE_WHOLE);
  const separator = SEPARATORS.find((mark) => first.content.includes(mark)) ?? /[ \t]+/;
  const table = lines.map(({ line, content }) => ({
    line,
    cells: content.split(separator).map((cell) => cell.trim()),
  }));
  const [top, ...below] = table;
  if (top === undefined) throw new RangeError("no row");
  const hasHeader = top.cells.every(
    (cell) => numberIn(cell, top, reading) === undefined && !NOT_FINITE.test(cell),
  );
  if (below.length > 0 && isCount(top.cells)) {
    const problem = `line ${top.line} counts columns, as pandas does above a table`;
    const repair = "write it without (header=False); if it has numbers, write 0.0 for 0";
    throw formatError(reading, problem, repair);
  }
  const rows = hasHeader ? below : table;
  if (rows.length === 0) throw formatError(reading, "it holds names, and no numbers", GIVE_WHOLE);
  const other = table.find(({ cells }) => cells.length !== top.cells.length);
  if (other !== undefined) {
    const sizes = `${other.cells.length} entries, and line ${top.line} ${top.cells.length}`;
    throw formatError(reading, `line ${other.line} has ${sizes}`, "give rows of one length");
  }
  return { header: hasHeader ? top.cells : undefined, rows };
}

/** Whether cells are 0, 1, 2, …, two or more. */
function isCount(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => cell === index.toString());
}

/**
 * The value of a cell.
 *
 * @throws InputError with the line of what is no number.
 */
export function valueIn(cell: string, row: CsvRow, reading: Reading): LowestTerms {
  const value = numberIn(cell, row, reading);
  if (value === undefined) throw noNumber(cell, row, reading);
  return value;
}

/** @throws InputError with the line, if it has more digits than numbers may have. */
function numberIn(cell: string, { line }: CsvRow, reading: Reading): LowestTerms | undefined {
  try {
    return csvNumber(cell);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw formatError(reading, `line ${line}: ${error.problem}`, error.repair);
  }
}

/** A float that is no number, as programs write it. */
const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?)$/i;

/** The error of a cell that is no number. */
function noNumber(cell: string, { line }: CsvRow, reading: Reading): Error {
  const shown = cell === "" ? "an empty entry" : quoted(cell);
  if (NOT_FINITE.test(cell)) {
    const problem = `line ${line} has ${shown}, as training leaves it where it diverges`;
    return formatError(reading, problem, "give the numbers of a run that did not");
  }
  return formatError(reading, `line ${line} has ${shown}`, "write numbers alone, such as -1.5e-3");
}
