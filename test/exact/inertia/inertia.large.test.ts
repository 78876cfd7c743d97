import { describe, expect, it } from "vitest";
import { type CertifiedInertia, certifiedInertia, inertiaFault } from "../../../src/exact/inertia/inertia.js";
import { inertiaByDescartes } from "../../oracles/inertiaByDescartes.js";
import { type IntegerMatrix, product, transpose } from "../../../src/exact/vectors/integerMatrix.js";
import { dense } from "../matrices.js";
import { congruent, unimodular } from "./symmetricMatrices.js";

function certified(matrix: IntegerMatrix): CertifiedInertia {
  const certificate = certifiedInertia(matrix);
  expect(inertiaFault(matrix, certificate)).toBeUndefined();
  return certificate;
}

/** (1/(i + j + 1)) over its common denominator: positive definite, with eigenvalues down to some 33^−n. */
function hilbert(size: number): bigint[][] {
  const denominators = Array.from({ length: 2 * size }, (_, index) => BigInt(index + 1));
  const common = denominators.reduce((product, value) => product * value, 1n);
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (__, j) => common / BigInt(i + j + 1)),
  );
}

describe("large inertias", () => {
  it("of a matrix of size 100 and rank 90, as a sum of signed squares", () => {
    const squares = dense(90, 100, 29, 1);
    const signed = squares.map((row, index) => (index < 30 ? row.map((entry) => -entry) : row));
    const matrix = product(transpose(squares, 100), signed, 100);
    const { inertia, congruence, kernel } = certified(matrix);
    expect(inertia).toEqual({ positive: 60, negative: 30, zero: 10 });
    expect([congruence.length, kernel.length]).toEqual([90, 10]);
    const longest = congruence
      .flat()
      .reduce((most, entry) => (entry * entry > most ? entry * entry : most), 0n);
    expect(longest).toBeLessThan(1n << 40n);
  });

  it("of size 24 agree with the characteristic polynomial", () => {
    const square = dense(24, 24, 60, 2);
    const matrix = square.map((row, i) => row.map((entry, j) => entry + (square[j]?.[i] ?? 0n)));
    expect(certified(matrix).inertia).toEqual(inertiaByDescartes(matrix));
    const low = product(transpose(square.slice(0, 15), 24), dense(15, 24, 60, 2), 24);
    expect(certified(low).inertia).toEqual({ positive: 15, negative: 0, zero: 9 });
    expect(inertiaByDescartes(low)).toEqual({ positive: 15, negative: 0, zero: 9 });
  });

  it("of entries of 10,000 bits, with and without a kernel", () => {
    const square = dense(60, 60, 60, 4);
    const scale = 3n ** 6271n;
    const matrix = square.map((row, i) =>
      row.map((entry, j) => (entry + (square[j]?.[i] ?? 0n)) * scale + BigInt(i * j)),
    );
    const { inertia, kernel } = certified(matrix);
    expect([inertia.positive + inertia.negative, inertia.zero, kernel]).toEqual([60, 0, []]);
    const indices = [0, ...Array.from({ length: 60 }, (_, index) => index)];
    const doubled = indices.map((row) => indices.map((column) => matrix[row]?.[column] ?? 0n));
    expect(certified(doubled).inertia).toEqual({ ...inertia, zero: 1 });
  });

  it("of nearly singular matrices", () => {
    expect(certified(hilbert(30)).inertia).toEqual({ positive: 30, negative: 0, zero: 0 });
    const values = Array.from({ length: 40 }, (_, index) => [1n, -1n, 1n, 0n][index % 4] ?? 0n);
    const hidden = congruent(values, unimodular(40, 20, 3));
    expect(certified(hidden).inertia).toEqual({ positive: 20, negative: 10, zero: 10 });
  });
});
