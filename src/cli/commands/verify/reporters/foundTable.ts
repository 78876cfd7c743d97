import Table from "cli-table3";
import { entry } from "../../../../exact/entry.js";
import type { FoundTable } from "../../../../claims/evidence/verdict.js";
import { type Layout, fitted } from "../../../terminal/wrapped.js";

/**
 * A table of found values with its title. On a terminal its cells are broken at spaces so that it fits; where
 * even a word for each column is too wide, each row becomes a line of what its columns are.
 */
export function foundTable({ title, head, rows }: FoundTable, layout: Layout): string[] {
  const heading = fitted(`${title}:`, layout);
  const widths = layout.isTerminal ? fittingWidths([head, ...rows], layout.width) : widthsOf([head, ...rows]);
  if (widths === undefined) {
    const named = rows.map((row) => row.map((cell, column) => `${entry(head, column)}: ${cell}`).join("; "));
    return [heading, ...named.map((line) => fitted(`  ${line}`, layout, "    "))];
  }
  const shown = new Table({
    head: [...head],
    colWidths: widths.map((width) => width + PADDING),
    style: { head: [], border: [], compact: true },
    wordWrap: true,
  });
  for (const row of rows) shown.push([...row]);
  return [heading, shown.toString()];
}

/** The spaces beside what a cell holds. */
const PADDING = 2;

type Cells = readonly (readonly string[])[];

/** The width of each column: of its longest cell, or of the longest of these parts of its cells. */
function widthsOf(cells: Cells, parts: (cell: string) => string[] = (cell) => [cell]): number[] {
  return entry(cells, 0).map((_, column) =>
    Math.max(...cells.flatMap((row) => parts(entry(row, column)).map(({ length }) => length))),
  );
}

/** Widths with which the table fits, the widest columns broken first; undefined if words are too long. */
function fittingWidths(cells: Cells, available: number): number[] | undefined {
  const least = widthsOf(cells, (cell) => cell.split(" "));
  const columns = widthsOf(cells).map((width, column) => ({ width, least: entry(least, column) }));
  // A border before each column and one at the end.
  const room = available - 1 - columns.length * (PADDING + 1);
  for (let excess = columns.reduce((sum, { width }) => sum + width, -room); excess > 0; excess -= 1) {
    const [widest] = columns
      .filter((column) => column.width > column.least)
      .sort((a, b) => b.width - a.width);
    if (widest === undefined) return undefined;
    widest.width -= 1;
  }
  return columns.map(({ width }) => width);
}
