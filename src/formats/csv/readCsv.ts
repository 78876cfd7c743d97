import { entry } from "../../exact/entry.js";
import type { LowestTerms } from "../../exact/numbers/rational.js";
import type { JsonNumbers } from "../../network/matricesParser.js";
import { textOf } from "../byteReader.js";
import { floatBits } from "../floatBits.js";
import { type Reading, formatError } from "../formatError.js";
import type { FoundNumbers } from "../foundNetwork.js";
import type { NamedTensor } from "../namedTensor.js";
import { nearestFloat } from "../nearestFloat.js";
import { quoted } from "../quoted.js";
import { type CsvRow, csvTable, valueIn } from "./csvTable.js";

/** A first line of numbers, or a comment; the rest of a line may be beyond the bytes that are looked at. */
const BEGINNING = /^\s*(?:#|[-+]?\.?\d[-+.,;\t 0-9a-fxp/]*(?:[\r\n]|$))/i;

/** Whether bytes begin as a table of numbers does. */
export function isCsv(bytes: Uint8Array): boolean {
  return BEGINNING.test(textOf(bytes));
}

/**
 * The array of a CSV file: a matrix, a row or a column.
 *
 * @param name of the array.
 * @param numbers what decimals stand for; undefined if all are doubles, exactly, so that nobody need say.
 * @throws InputError with the line of what is no number, or of the first that is no double.
 */
export function readCsv(
  bytes: Uint8Array,
  name: string,
  numbers: JsonNumbers | undefined,
  reading: Reading,
): NamedTensor {
  const { header, rows } = csvTable(textOf(bytes), reading);
  if (header !== undefined) {
    const problem = `names stand above its columns, as ${quoted(header.join(","))}`;
    throw formatError(reading, problem, "write the entries of the matrix alone");
  }
  const values = rows.flatMap((row) => row.cells.map((cell) => valueIn(cell, row, reading)));
  const columns = entry(rows, 0).cells.length;
  return { name, shape: [rows.length, columns], numbers: numbersOf(values, rows, numbers, reading) };
}

function numbersOf(
  values: readonly LowestTerms[],
  rows: readonly CsvRow[],
  numbers: JsonNumbers | undefined,
  reading: Reading,
): FoundNumbers {
  if (numbers === "decimal") return { type: "rational", values };
  const cellAt = (index: number): string => {
    const cells = rows.flatMap((row) => row.cells.map((cell) => `${cell} in line ${row.line}`));
    return entry(cells, index);
  };
  const bytes = new DataView(new ArrayBuffer(8));
  const doubles = values.map((value, index) => {
    const { numerator, denominator } = value;
    const float = numbers === "double" ? nearestFloat(numerator, denominator, "float64") : value;
    const bits = float === undefined ? undefined : floatBits(float, "float64");
    if (bits === undefined) throw noDouble(cellAt(index), numbers, reading);
    bytes.setBigUint64(0, bits);
    return bytes.getFloat64(0);
  });
  return { type: "float64", values: Float64Array.from(doubles) };
}

function noDouble(cell: string, numbers: JsonNumbers | undefined, reading: Reading): Error {
  const shown = cell.slice(0, 60);
  if (numbers === "double")
    return formatError(reading, `${shown} is larger than any double`, "give smaller numbers");
  return formatError(
    reading,
    `${shown} is no double, so it may stand for the nearest one or for its digits`,
    "import the file with --numbers double, or with --numbers decimal",
  );
}
