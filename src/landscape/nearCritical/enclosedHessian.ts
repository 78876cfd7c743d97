import { entry } from "../../exact/entry.js";
import type { EnclosedMatrix } from "../../exact/inertia/worstValues.js";
import type { Interval } from "../../exact/intervals/interval.js";

/**
 * A symmetric matrix of intervals, by its lower triangle, with one error for all entries: in units of
 * 2^(−p−1) for intervals of precision p, in which midpoints are whole numbers.
 */
export function enclosedHessian(triangle: readonly (readonly Interval[])[]): EnclosedMatrix {
  const at = (row: number, column: number): bigint => {
    const { lower, upper } = entry(entry(triangle, Math.max(row, column)), Math.min(row, column));
    return lower + upper;
  };
  return {
    midpoints: triangle.map((_, row) => triangle.map((__, column) => at(row, column))),
    radius: triangle.flat().reduce((most, { lower, upper }) => {
      const width = upper - lower;
      return width > most ? width : most;
    }, 0n),
  };
}
