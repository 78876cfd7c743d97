import { entry, noEntry } from "../exact/entry.js";
import { LARGEST, NEAREST, SLACK, SMALLEST, gamma } from "./rounding.js";

/**
 * Bounds of a matrix and of its float32 version on a backend, before anything is computed there. The exact
 * entries are at most `magnitude` in size, and the backend's entries differ from them by at most `error`.
 *
 * Every function here follows an operation of float32 arithmetic with unit roundoff u. Its result is off by a
 * factor 1 + δ, |δ| ≤ u, and by at most the smallest normal number. Bounds are computed in doubles and
 * enlarged by {@link SLACK}. Entries are in row-major order.
 */
export interface BoundedMatrix {
  readonly rows: number;
  readonly columns: number;
  readonly magnitude: Float64Array;
  readonly error: Float64Array;
}

/** Bounds of a matrix of zeros. */
function emptyBounds(rows: number, columns: number): BoundedMatrix {
  const size = rows * columns;
  return { rows, columns, magnitude: new Float64Array(size), error: new Float64Array(size) };
}

/**
 * Bounds of rational entries rounded to float32. They are given by doubles with relative errors of at most
 * 2^−50.
 *
 * @throws RangeError if an entry is too large for float32.
 */
export function roundedEntries(rows: number, columns: number, entries: Float64Array): BoundedMatrix {
  const bounds = emptyBounds(rows, columns);
  entries.forEach((value, index) => {
    const size = Math.abs(value) * SLACK;
    if (!(size <= LARGEST)) throw new RangeError(`${value} overflows float32`);
    bounds.magnitude[index] = size;
    bounds.error[index] = value === 0 ? 0 : size * NEAREST + SMALLEST;
  });
  return bounds;
}

/**
 * Bounds of A·B, whose entries are sums of n products in any order. With errors E_A and E_B of the factors,
 * |fl(ÂB̂) − AB| ≤ (1 + γ_n)(|A| + E_A)(|B| + E_B) − |A||B|.
 *
 * @throws RangeError if the shapes don't fit.
 */
export function boundedProduct(a: BoundedMatrix, b: BoundedMatrix, roundoff: number): BoundedMatrix {
  if (a.columns !== b.rows) throw new RangeError(`${a.columns} columns by ${b.rows} rows`);
  const result = emptyBounds(a.rows, b.columns);
  const { magnitude, error } = result;
  const n = a.columns;
  const growth = 1 + gamma(n, roundoff);
  const lost = 4 * n * SMALLEST;
  for (let row = 0; row < a.rows; row++) {
    const start = row * b.columns;
    for (let inner = 0; inner < n; inner++) {
      const place = row * n + inner;
      const size = a.magnitude[place] ?? noEntry(a.magnitude, place);
      const most = size + (a.error[place] ?? noEntry(a.error, place));
      if (most === 0) continue;
      for (let at = start, other = inner * b.columns; at < start + b.columns; at++, other++) {
        const factor = b.magnitude[other] ?? noEntry(b.magnitude, other);
        const off = b.error[other] ?? noEntry(b.error, other);
        magnitude[at] = (magnitude[at] ?? noEntry(magnitude, at)) + size * factor;
        error[at] = (error[at] ?? noEntry(error, at)) + most * (factor + off);
      }
    }
  }
  result.error.forEach((most, index) => {
    const size = entry(result.magnitude, index);
    result.error[index] = (growth * most - size) * SLACK + lost;
    result.magnitude[index] = size * SLACK;
  });
  return result;
}

/** Bounds of the products of entries of A and B. */
export function boundedTimes(a: BoundedMatrix, b: BoundedMatrix, roundoff: number): BoundedMatrix {
  return entrywise(a, b, (aSize, aError, bSize, bError) => [
    aSize * bSize,
    (1 + roundoff) * (aSize * bError + aError * (bSize + bError)) + roundoff * aSize * bSize,
  ]);
}

/** Bounds of A + B or A − B. */
export function boundedSum(a: BoundedMatrix, b: BoundedMatrix, roundoff: number): BoundedMatrix {
  return entrywise(a, b, (aSize, aError, bSize, bError) => [
    aSize + bSize,
    (1 + roundoff) * (aError + bError) + roundoff * (aSize + bSize),
  ]);
}

/** Bounds of A times a power of two, which is exact unless entries become too small. */
export function boundedScale(a: BoundedMatrix, power: number): BoundedMatrix {
  const factor = Math.abs(power);
  return entrywise(a, a, (size, error) => [size * factor, error * factor]);
}

/** The bounds with smaller magnitudes, where other bounds of the exact entries are known. */
export function atMost(a: BoundedMatrix, largest: (index: number) => number): BoundedMatrix {
  return { ...a, magnitude: a.magnitude.map((size, index) => Math.min(size, largest(index))) };
}

/** Bounds of Aᵀ. */
export function boundedTranspose(a: BoundedMatrix): BoundedMatrix {
  const result = emptyBounds(a.columns, a.rows);
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < a.columns; column++) {
      result.magnitude[column * a.rows + row] = entry(a.magnitude, row * a.columns + column);
      result.error[column * a.rows + row] = entry(a.error, row * a.columns + column);
    }
  }
  return result;
}

/** Bounds of each entry from those of both operands. Adds what a result may lose below normal numbers. */
function entrywise(
  a: BoundedMatrix,
  b: BoundedMatrix,
  bound: (aSize: number, aError: number, bSize: number, bError: number) => readonly [number, number],
): BoundedMatrix {
  if (a.rows !== b.rows || a.columns !== b.columns)
    throw new RangeError(`${a.rows} × ${a.columns} by ${b.rows} × ${b.columns}`);
  const result = emptyBounds(a.rows, a.columns);
  result.magnitude.forEach((_, index) => {
    const [size, error] = bound(
      entry(a.magnitude, index),
      entry(a.error, index),
      entry(b.magnitude, index),
      entry(b.error, index),
    );
    result.magnitude[index] = size * SLACK;
    result.error[index] = error * SLACK + 2 * SMALLEST;
  });
  return result;
}
