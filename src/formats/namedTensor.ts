import { counted } from "../exact/counted.js";
import type { FoundMatrix, FoundNumbers } from "./foundNetwork.js";
import { type Reading, formatError } from "./formatError.js";

/**
 * An array of a file, with its name and shape.
 *
 * @example readNpz(bytes, reading)[0]?.name === "W1"
 */
export interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row by row. */
  readonly numbers: FoundNumbers;
}

/** No file that can be read has as many entries, so a product of sizes up to here is exact. */
const MOST_ENTRIES = 2_147_483_647;

/**
 * The number of entries of an array of a shape.
 *
 * @throws InputError if a size is no size, or there are more entries than any file has.
 */
export function entryCount(shape: readonly number[], name: string, reading: Reading): number {
  let count = 1;
  for (const size of shape) {
    if (Number.isSafeInteger(size) && size >= 0 && (size === 0 || count <= MOST_ENTRIES)) count *= size;
    else count = MOST_ENTRIES + 1;
    if (count <= MOST_ENTRIES) continue;
    const problem = `${name} has the shape (${shape.join(", ")}), more than any file holds`;
    throw formatError(reading, problem, "give the file as it was written");
  }
  return count;
}

/** A tensor with two dimensions, as a matrix. */
export function matrixOf({ shape: [rows, columns], numbers }: NamedTensor): FoundMatrix {
  if (rows === undefined || columns === undefined) throw new RangeError("a matrix has two dimensions");
  return { rows, columns, entries: numbers };
}

/** Whether an array can be a bias: a list, a column or a row. */
export function isList({ shape }: NamedTensor): boolean {
  return shape.length === 1 || (shape.length === 2 && shape.includes(1));
}

/** A shape in words: "9 × 3", or "a list of 9". */
export function shapeWords({ shape }: NamedTensor): string {
  const [first] = shape;
  if (first === undefined) return "a single number";
  return shape.length === 1 ? `a list of ${counted(first, "number")}` : shape.join(" × ");
}
