import { RationalVector } from "../exact/vectors/rationalVector.js";
import { entry } from "../exact/entry.js";
import type { LowestTerms } from "../exact/numbers/rational.js";
import type { FoundMatrix, FoundNumbers } from "./foundNetwork.js";

/** The exact values of a list of numbers. */
export function vectorOf(numbers: FoundNumbers): RationalVector {
  return numbers.type === "rational"
    ? RationalVector.fromLowestTerms(numbers.values)
    : RationalVector.fromDoubles(numbers.values);
}

/** The exact rows of a matrix. */
export function rowsOf({ rows, columns, entries }: FoundMatrix): RationalVector[] {
  return Array.from({ length: rows }, (_, row) => {
    const [start, end] = [row * columns, (row + 1) * columns];
    return entries.type === "rational"
      ? RationalVector.fromLowestTerms(entries.values.slice(start, end))
      : RationalVector.fromDoubles(entries.values.subarray(start, end));
  });
}

/** The matrix with rows and columns exchanged. */
export function transposedMatrix({ rows, columns, entries }: FoundMatrix): FoundMatrix {
  const turned = { rows: columns, columns: rows };
  if (entries.type !== "rational") {
    const values = new Float64Array(entries.values.length);
    exchange(rows, columns, entries.values, values);
    return { ...turned, entries: { type: entries.type, values } };
  }
  const values = new Array<LowestTerms>(entries.values.length);
  exchange(rows, columns, entries.values, values);
  return { ...turned, entries: { type: "rational", values } };
}

function exchange<Value>(
  rows: number,
  columns: number,
  from: ArrayLike<Value>,
  to: Record<number, Value>,
): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      to[column * rows + row] = entry(from, row * columns + column);
  }
}
