import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CertifiedNullspace,
  certifiedNullspace,
} from "../../../src/exact/matrices/certifiedNullspace.js";
import { nullspaceFractionFree } from "../../../src/exact/matrices/fractionFree.js";
import { product, transpose } from "../../../src/exact/vectors/integerMatrix.js";
import { primesBelow } from "../../../src/exact/numbers/primes.js";
import { primeBound } from "../../../src/exact/modular/residueKernel.js";
import { matrixOf, randomMatrix } from "../matrices.js";
import { nullspaceFault } from "../../oracles/nullspaceFault.js";

describe("certifiedNullspace", () => {
  it("is by hand for small shapes", () => {
    expect(certifiedNullspace([[1n, 2n]], 2)).toEqual({
      rank: 1,
      minor: { prime: 16776191, rows: [0], columns: [0] },
      basis: { free: [1], vectors: [[-2n, 1n]] },
    });
    const identity = { free: [0, 1], vectors: matrixOf("1 0; 0 1") };
    expect(certifiedNullspace([], 2).basis).toEqual(identity);
    expect(certifiedNullspace([[], []], 0).basis).toEqual({ free: [], vectors: [] });
    const basis = { free: [0, 2], vectors: matrixOf("1 0 0; 0 -2 3") };
    expect(certifiedNullspace([[0n, 6n, 4n]], 3).basis).toEqual(basis);
    expect(certifiedNullspace([[5n]], 1)).toMatchObject({ rank: 1, basis: { free: [], vectors: [] } });
  });

  it("is elimination's, and goes to 0, for all sizes of entries", () => {
    const side = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(side, side, fc.nat(), (rows, columns, seed) => {
        const matrix = randomMatrix(rows, columns, seed);
        const result = certifiedNullspace(matrix, columns);
        const { vectors } = result.basis;
        expect(vectors).toEqual(nullspaceFractionFree(matrix, columns));
        expect(nullspaceFault(matrix, columns, result)).toBeUndefined();
        const zero = matrix.map(() => vectors.map(() => 0n));
        expect(product(matrix, transpose(vectors, columns), vectors.length)).toEqual(zero);
      }),
      { seed: 303, numRuns: 300 },
    );
  });

  it("moves on from a prime that hides a pivot", () => {
    const P = BigInt(primesBelow(primeBound(2)).next().value);
    const matrix = [
      [P, P, P],
      [1n, 2n, 4n],
    ];
    const result = certifiedNullspace(matrix, 3);
    expect(result.minor.prime).toBeLessThan(Number(P));
    expect(result.basis.vectors).toEqual([[2n, -3n, 1n]]);
  });

  it("reaches entries beyond one prime, positive at the free column", () => {
    const [a, b] = [3n ** 40n, -(7n ** 60n)];
    expect(certifiedNullspace([[a, b]], 2).basis.vectors).toEqual([[-b, a]]);
    expect(certifiedNullspace([[b, a]], 2).basis.vectors).toEqual([[a, -b]]);
  });
});

describe("nullspaceFault", () => {
  const matrix = [[1n, 2n, 3n]];
  const good: CertifiedNullspace = {
    rank: 1,
    minor: { prime: 5, rows: [0], columns: [0] },
    basis: {
      free: [1, 2],
      vectors: matrixOf("-2 1 0; -3 0 1"),
    },
  };
  const withVectors = (...vectors: bigint[][]) => ({ ...good, basis: { free: [1, 2], vectors } });

  it("finds none in evidence made by hand", () => {
    expect(nullspaceFault(matrix, 3, good)).toBeUndefined();
    expect(nullspaceFault(matrix, 3, withVectors([4n, -2n, 0n], [-3n, 0n, 1n]))).toBeUndefined();
  });

  it.each([
    [{ ...good, rank: 0 }, "rank 0 claimed with a minor of size 1"],
    [{ ...good, minor: { prime: 3, rows: [0], columns: [2] } }, "the minor is 0 modulo 3"],
    [withVectors([-2n, 1n, 0n]), "1 vectors with 2 free columns, 2 expected"],
    [{ ...good, basis: { ...good.basis, free: [1] } }, "2 vectors with 1 free columns, 2 expected"],
    [withVectors([-2n, 1n, 0n], [-2n, 1n, 0n]), "vector 1 isn't independent of the others in column 1"],
    [withVectors([-5n, 1n, 1n], [-3n, 0n, 1n]), "vector 0 isn't independent of the others in column 2"],
    [withVectors([0n, 0n, 0n], [-3n, 0n, 1n]), "vector 0 isn't independent of the others in column 1"],
    [withVectors([-2n, 1n, 0n], [3n, 0n, 1n]), "vector 1 isn't orthogonal to row 0"],
    [withVectors([-2n, 1n], [-3n, 0n, 1n]), "vector 0 has 2 entries, 3 columns expected"],
    [
      { ...good, basis: { ...good.basis, free: [1, 3] } },
      "vector 0 isn't independent of the others in column 3",
    ],
  ])("%# finds the planted error", (planted, expected) => {
    expect(nullspaceFault(matrix, 3, planted)).toBe(expected);
  });

  it("refuses ragged matrices", () => {
    expect(() => nullspaceFault(matrix, 2, good)).toThrow("row 0 has 3 entries, 2 columns expected");
  });
});
