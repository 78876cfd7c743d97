import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Reading } from "../formatError.js";
import type { FoundData } from "../readData.js";
import { csvTable, valueIn } from "./csvTable.js";

/** Names of columns that have targets: y, y1, target_2, … */
const TARGET = /^(?:y|targets?|outputs?|labels?)[ _.-]?\d*$/i;

/**
 * The inputs and targets of a table, a row for each input. The names above the columns tell targets; all
 * other columns are inputs. Decimals are the numbers that their digits say.
 *
 * @throws InputError with the line of what is no number.
 */
export function csvVectors(text: string, reading: Reading): FoundData {
  const { header, rows } = csvTable(text, reading);
  const width = entry(rows, 0).cells.length;
  const columns = Array.from({ length: width }, (_, column) => column);
  const isTarget = (column: number): boolean => header !== undefined && TARGET.test(entry(header, column));
  const [targets, inputs] = [columns.filter(isTarget), columns.filter((column) => !isTarget(column))];
  const values = rows.map((row) => row.cells.map((cell) => valueIn(cell, row, reading)));
  const vectors = (chosen: readonly number[]): RationalVector[] =>
    values.map((row) => RationalVector.fromLowestTerms(chosen.map((column) => entry(row, column))));
  const named = (chosen: readonly number[]): string =>
    header === undefined ? "all columns" : chosen.map((column) => entry(header, column)).join(", ");
  return {
    format: reading.format,
    inputs: vectors(inputs),
    targets: targets.length === 0 ? undefined : vectors(targets),
    decisions: [
      `inputs ${named(inputs)}`,
      ...(targets.length === 0 ? [] : [`targets ${named(targets)}`]),
      "decimals are the numbers that their digits say",
    ],
  };
}
