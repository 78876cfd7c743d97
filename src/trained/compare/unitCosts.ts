import { entry, noEntry } from "../../exact/entry.js";
import type { Parity } from "../../exact/parity.js";
import type { WeightGrid } from "./weightGrid.js";

/** A unit's incoming weights, the last of which is the bias, and its outgoing ones, on the grid. */
export interface GridUnit {
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  /** Whether it only fills up a narrower layer. */
  readonly isFiller: boolean;
}

/** How the units of one layer are read: in which order of the layer before, and of the next. */
export interface Reading {
  /** For each column its place; "sorted" sorts the incoming weights by size; undefined leaves them. */
  readonly columns: readonly number[] | "sorted" | undefined;
  /** For each row of the next layer its place; "none" leaves outgoing weights out. */
  readonly rows: readonly number[] | "none" | undefined;
}

/** The units of a hidden layer, counted from 0. */
export function gridUnits(grid: WeightGrid, layer: number, { columns, rows }: Reading): GridUnit[] {
  const next = rows === "none" ? [] : entry(grid.layers, layer + 1);
  const ordered = rows === undefined || rows === "none" ? next : rows.map((row) => entry(next, row));
  return entry(grid.layers, layer).map((row, unit) => ({
    incoming: read(row, columns),
    outgoing: ordered.map((weights) => entry(weights, unit)),
    isFiller: unit >= entry(grid.units, layer),
  }));
}

function read(row: readonly number[], columns: Reading["columns"]): readonly number[] {
  if (columns === undefined) return row;
  const [weights, bias] = [row.slice(0, -1), row.slice(-1)];
  if (columns === "sorted") return [...weights.sort((left, right) => left - right), ...bias];
  return [...columns.map((column) => entry(weights, column)), ...bias];
}

/**
 * What it costs that one unit stands for another: the sum of |differences| of their weights. A unit that
 * fills up has the incoming weights of whatever it stands for, and no output.
 */
export function unitCost(a: GridUnit, b: GridUnit): number {
  const outgoing = differences(a.outgoing, b.outgoing);
  return a.isFiller || b.isFiller ? outgoing : differences(a.incoming, b.incoming) + outgoing;
}

/** The same for the mirror image of B's unit, for an odd or an even activation. */
export function mirroredCost(a: GridUnit, b: GridUnit, parity: Parity): number {
  if (a.isFiller || b.isFiller) return unitCost(a, b);
  const outgoing = parity === "odd" ? sums(a.outgoing, b.outgoing) : differences(a.outgoing, b.outgoing);
  return sums(a.incoming, b.incoming) + outgoing;
}

/** Σ |a_i − b_i|. */
export function differences(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1)
    sum += Math.abs((a[index] ?? noEntry(a, index)) - (b[index] ?? noEntry(b, index)));
  return sum;
}

/** Σ |a_i + b_i|. */
function sums(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1)
    sum += Math.abs((a[index] ?? noEntry(a, index)) + (b[index] ?? noEntry(b, index)));
  return sum;
}
