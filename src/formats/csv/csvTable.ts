import { type Reading, GIVE_WHOLE, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
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
  const hasHeader = top.cells.some((cell) => csvNumber(cell) === undefined) && isNamed(top.cells);
  const rows = hasHeader ? below : table;
  if (rows.length === 0) throw formatError(reading, "it holds names, and no numbers", GIVE_WHOLE);
  const other = table.find(({ cells }) => cells.length !== top.cells.length);
  if (other !== undefined) {
    const sizes = `${other.cells.length} entries, and line ${top.line} ${top.cells.length}`;
    throw formatError(reading, `line ${other.line} has ${sizes}`, "give rows of one length");
  }
  return { header: hasHeader ? top.cells : undefined, rows };
}

/** Whether cells are names: none is a number, or what programs write for one that isn't finite. */
function isNamed(cells: readonly string[]): boolean {
  return cells.every((cell) => csvNumber(cell) === undefined && !NOT_FINITE.test(cell));
}

/** A float that is no number, as programs write it. */
const NOT_FINITE = /^[-+]?(?:nan|inf(?:inity)?)$/i;

/** The error of a cell that is no number. */
export function noNumber(cell: string, { line }: CsvRow, reading: Reading): Error {
  const shown = cell === "" ? "an empty entry" : quoted(cell);
  if (NOT_FINITE.test(cell)) {
    const problem = `line ${line} has ${shown}, as training leaves it where it diverges`;
    return formatError(reading, problem, "give the numbers of a run that did not");
  }
  return formatError(reading, `line ${line} has ${shown}`, "write numbers alone, such as -1.5e-3");
}
