import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { inverseModulo } from "../../../src/exact/numbers/primes.js";
import { backSubstitute, eliminate, invert } from "../../../src/exact/modular/residueElimination.js";
import { permutationDeterminant, words } from "../matrices.js";

const flat = (matrix: IntegerMatrix) => Float64Array.from(matrix.flat(), Number);
const canonical = (value: number, prime: number) => ((value % prime) + prime) % prime;

/** Residues between −p/2 and p/2, with repeated rows now and then. */
function residues(rows: number, columns: number, prime: number, seed: number): bigint[][] {
  const next = words(seed);
  const entry = () => BigInt(((next() >>> 8) % prime) - (prime >> 1));
  const matrix = Array.from({ length: rows }, () => Array.from({ length: columns }, entry));
  if (rows > 1 && seed % 2 === 0) matrix[(next() >>> 8) % rows] = [...(matrix[0] ?? [])];
  return matrix;
}

/** The reduced echelon form modulo a prime, as in the book, with BigInts. */
function reducedEchelon(matrix: IntegerMatrix, columns: number, prime: number) {
  const p = BigInt(prime);
  let rows = matrix.map((row) => row.map((entry) => ((entry % p) + p) % p));
  const pivots: number[] = [];
  for (let column = 0; column < columns; column++) {
    const rank = pivots.length;
    const pivotRow = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    if (pivotRow < 0) continue;
    [rows[rank], rows[pivotRow]] = [rows[pivotRow] ?? [], rows[rank] ?? []];
    const unit = BigInt(inverseModulo((rows[rank] ?? [])[column] ?? 0n, prime));
    const chosen = (rows[rank] ?? []).map((entry) => (entry * unit) % p);
    rows = rows.map((row, index) =>
      index === rank
        ? chosen
        : row.map((entry, at) => (((entry - (row[column] ?? 0n) * (chosen[at] ?? 0n)) % p) + p) % p),
    );
    pivots.push(column);
  }
  return { rows, pivots };
}

const shape = fc.record({
  rows: fc.integer({ min: 0, max: 11 }),
  columns: fc.integer({ min: 0, max: 11 }),
  prime: fc.constantFrom(2, 3, 101, 16776191),
  seed: fc.nat(),
});

describe("eliminate and backSubstitute", () => {
  it("give the reduced echelon form", () => {
    fc.assert(
      fc.property(shape, ({ rows, columns, prime, seed }) => {
        const matrix = residues(rows, columns, prime, seed);
        const entries = flat(matrix);
        const { pivotColumns, rowOrder } = eliminate(entries, rows, columns, prime);
        const expected = reducedEchelon(matrix, columns, prime);
        expect(pivotColumns).toEqual(expected.pivots);
        expect([...rowOrder].sort((a, b) => a - b)).toEqual(matrix.map((_, row) => row));
        const free = Array.from({ length: columns }, (_, column) => column).filter(
          (c) => !pivotColumns.includes(c),
        );
        const coordinates = backSubstitute(entries, columns, pivotColumns, free, prime);
        const expectedCoordinates = expected.rows
          .slice(0, pivotColumns.length)
          .flatMap((row) => free.map((c) => Number(row[c])));
        expect([...coordinates].map((value) => canonical(value, prime))).toEqual(expectedCoordinates);
        // The first rows in the new order alone have all the pivots.
        const chosen = rowOrder.slice(0, pivotColumns.length).map((row) => matrix[row] ?? []);
        expect(reducedEchelon(chosen, columns, prime).pivots).toEqual(expected.pivots);
      }),
      { seed: 901, numRuns: 300 },
    );
  });

  it("give the determinant as the minor", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(3, 101, 16776191),
        fc.nat(),
        (size, prime, seed) => {
          const matrix = residues(size, size, prime, seed);
          const { pivotColumns, minor } = eliminate(flat(matrix), size, size, prime);
          const determinant = canonical(Number(permutationDeterminant(matrix) % BigInt(prime)), prime);
          expect(pivotColumns.length < size ? 0 : canonical(minor, prime)).toBe(determinant);
        },
      ),
      { seed: 902 },
    );
  });

  it("look for pivots in the first columns only", () => {
    const entries = Float64Array.of(0, 1, 5, 0, 2, 7);
    expect(eliminate(entries, 2, 3, 101, 1)).toEqual({ pivotColumns: [], rowOrder: [0, 1], minor: 1 });
    expect(eliminate(entries, 2, 3, 101, 2).pivotColumns).toEqual([1]);
  });
});

describe("invert", () => {
  it("is the inverse or, for a singular matrix, nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(2, 101, 16776191),
        fc.nat(),
        (size, prime, seed) => {
          const matrix = residues(size, size, prime, seed);
          const entries = flat(matrix);
          const inverse = invert(entries, size, prime);
          expect(entries).toEqual(flat(matrix));
          const singular = reducedEchelon(matrix, size, prime).pivots.length < size;
          expect(inverse === undefined).toBe(singular);
          if (inverse === undefined) return;
          matrix.forEach((row, i) => {
            matrix.forEach((_, j) => {
              const sum = row.reduce(
                (total, entry, k) => total + entry * BigInt(inverse[k * size + j] ?? 0),
                0n,
              );
              expect(canonical(Number(sum % BigInt(prime)), prime)).toBe(i === j ? 1 : 0);
            });
          });
        },
      ),
      { seed: 903 },
    );
  });
});
