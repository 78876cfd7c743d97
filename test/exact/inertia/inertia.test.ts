import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { determinant } from "../../../src/exact/matrices/determinant.js";
import { diagonalDominance } from "../../../src/exact/inertia/diagonalDominance.js";
import { FixedPointCongruence } from "../../../src/exact/inertia/fixedPointCongruence.js";
import {
  type CertifiedInertia,
  certifiedInertia,
  inertia,
  inertiaFault,
} from "../../../src/exact/inertia/inertia.js";
import { inertiaByDescartes } from "../../oracles/inertiaByDescartes.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { valuesOnPairs } from "../../../src/exact/inertia/symmetricMatrix.js";
import { matrixOf, pair } from "../matrices.js";
import { congruent, randomSymmetric, unimodular } from "./symmetricMatrices.js";

function certified(matrix: IntegerMatrix): number[] {
  const certificate = certifiedInertia(matrix);
  expect(inertiaFault(matrix, certificate)).toBeUndefined();
  const { positive, negative, zero } = certificate.inertia;
  return [positive, negative, zero];
}

describe("certifiedInertia", () => {
  it("is by hand for small matrices", () => {
    expect(certifiedInertia([])).toEqual({
      inertia: { positive: 0, negative: 0, zero: 0 },
      kernel: [],
      identityRows: [],
      congruence: [],
    });
    expect(certifiedInertia(pair(2n, 3n, 0n)).inertia).toEqual({ positive: 1, negative: 1, zero: 0 });
    expect(certifiedInertia(pair(4n, 6n, 9n))).toEqual({
      inertia: { positive: 1, negative: 0, zero: 1 },
      kernel: [RationalVector.parse("-3/2", "1")],
      identityRows: [1],
      congruence: [[0n, 2n]],
    });
    expect(certified([[0n]])).toEqual([0, 0, 1]);
    expect(certified([[-3n]])).toEqual([0, 1, 0]);
    expect(certified([[7n]])).toEqual([1, 0, 0]);
    expect(certified(pair(0n, 1n, 0n))).toEqual([1, 1, 0]);
    expect(certified(pair(0n, 0n, 0n))).toEqual([0, 0, 2]);
    expect(certified(pair(0n, 0n, -2n))).toEqual([0, 1, 1]);
  });

  it("does without a diagonal", () => {
    for (let size = 2; size <= 9; size++) {
      const ones = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => (i === j ? 0n : 1n)),
      );
      expect(certified(ones)).toEqual([1, size - 1, 0]);
      const antidiagonal = ones.map((row, i) => row.map((_, j) => (i + j === size - 1 ? 1n : 0n)));
      expect(certified(antidiagonal)).toEqual([(size + 1) >> 1, size >> 1, 0]);
    }
  });

  it("is what Descartes' rule says, for all sizes of entries", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.nat(), (size, seed) => {
        const matrix = randomSymmetric(size, seed);
        const certificate = certifiedInertia(matrix);
        expect(certificate.inertia).toEqual(inertiaByDescartes(matrix));
        expect(inertia(matrix)).toEqual(certificate.inertia);
        expect(inertiaFault(matrix, certificate)).toBeUndefined();
      }),
      { seed: 606, numRuns: 200 },
    );
  });

  it("is what the signs of leading minors say, where none is 0", () => {
    let cases = 0;
    for (let seed = 0; seed < 120; seed++) {
      const matrix = randomSymmetric(1 + (seed % 6), seed);
      const minors = matrix.map((_, last) =>
        determinant(matrix.slice(0, last + 1).map((row) => row.slice(0, last + 1))),
      );
      if (minors.includes(0n)) continue;
      const negative = minors.filter((minor, index) => minor < 0n !== (minors[index - 1] ?? 1n) < 0n).length;
      expect(certified(matrix)).toEqual([minors.length - negative, negative, 0]);
      cases++;
    }
    expect(cases).toBe(26);
  });

  it("takes more precision where the matrix is nearly singular", () => {
    for (const bits of [20n, 60n, 70n, 200n, 2000n]) {
      const large = 1n << bits;
      expect(certified(pair(large, large, large + 1n))).toEqual([2, 0, 0]);
      expect(certified(pair(large, large, large))).toEqual([1, 0, 1]);
      expect(certified(pair(large, large, large - 1n))).toEqual([1, 1, 0]);
      expect(certified(pair(-large, large, -large - 1n))).toEqual([0, 2, 0]);
      expect(certified(pair(0n, large, 1n))).toEqual([1, 1, 0]);
      expect(certified(pair(large, 1n, 0n))).toEqual([1, 1, 0]);
    }
    const values = [1n, -1n, 0n, 1n, 1n, 0n, -1n, 1n];
    expect(certified(congruent(values, unimodular(8, 28, 1)))).toEqual([4, 2, 2]);
  });

  it("reads the leading bits of long entries, and all of them where those don't decide", () => {
    const values = [1n, -1n, 1n, -1n, 1n, 1n];
    let [full, singular] = [0, 0];
    for (let seed = 0; seed < 12; seed++) {
      const vanishing = seed % 3 === 0 ? 0n : 1n;
      const rows = unimodular(6, 8 + 4 * (seed % 5), seed);
      const hidden = congruent([...values.slice(0, 5), vanishing], rows);
      const matrix = hidden.map((row) => row.map((entry) => entry * 3n ** 400n));
      const { kernel, identityRows } = certifiedInertia(matrix);
      expect(certified(matrix)).toEqual([3 + Number(vanishing), 2, 1 - Number(vanishing)]);
      expect([kernel.length, identityRows.length]).toEqual([1 - Number(vanishing), 1 - Number(vanishing)]);
      if (vanishing === 0n) singular++;
      else full++;
    }
    expect([full, singular]).toEqual([8, 4]);
  });

  it("takes longer vectors where those of the first attempt aren't nearly enough orthogonal", () => {
    // A sum of squares: 4·(131·x_0 + …)², 15 of 4·(131·x_k + …)² and 15 of (240·x_l)². Multipliers 1/131 add
    // up.
    const rows = Array.from({ length: 31 }, (_, row) =>
      Array.from({ length: 31 }, (__, column) => {
        if (row === 0) return column === 0 ? 524n : column <= 15 ? 262n : 0n;
        if (row > 15) return row === column ? 240n : 0n;
        return row === column ? 262n : column > 15 ? 2n : 0n;
      }),
    );
    const matrix = congruent(new Array<bigint>(31).fill(1n), rows);
    const first = FixedPointCongruence.vectors(matrix, 31, 60, 5) ?? [];
    expect(diagonalDominance(valuesOnPairs(matrix, first))).toEqual({
      positive: 31,
      negative: 0,
      weakRow: 0,
    });
    expect(certified(matrix)).toEqual([31, 0, 0]);
  });

  it("has short congruences for matrices far from singular", () => {
    const matrix = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 12 }, (__, j) => (1n << 100n) * BigInt(((i * j) % 13) - (i === j ? 40 : 0))),
    );
    const { congruence } = certifiedInertia(matrix);
    for (const vector of congruence)
      for (const entry of vector) expect(entry * entry).toBeLessThan(128n * 128n);
  });

  it("refuses what isn't symmetric", () => {
    const message = "not symmetric: the entries at (0, 1) and (1, 0) differ";
    const matrix = matrixOf("0 1; -1 0");
    expect(() => certifiedInertia(matrix)).toThrow(message);
    expect(() => inertiaFault(matrix, certifiedInertia([]))).toThrow(message);
    expect(() => inertia([[1n, 2n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});

describe("inertiaFault", () => {
  // Eigenvalues 3, −1 and twice 0.
  const matrix = matrixOf("1 2 0 3; 2 1 0 3; 0 0 0 0; 3 3 0 6");
  const good: CertifiedInertia = {
    inertia: { positive: 1, negative: 1, zero: 2 },
    kernel: [RationalVector.parse("-1", "-1", "0", "1"), RationalVector.parse("0", "0", "1", "0")],
    identityRows: [3, 2],
    congruence: matrixOf("1 1 0 0; 1 -1 0 0"),
  };
  const [first, second] = good.kernel as [RationalVector, RationalVector];

  it("finds none in evidence made by hand", () => {
    expect(inertiaFault(matrix, good)).toBeUndefined();
    const fractions = [RationalVector.parse("1", "1", "0", "-1"), second];
    expect(inertiaFault(matrix, { ...good, kernel: fractions, identityRows: [0, 2] })).toBeUndefined();
  });

  const notUnit = (index: number, row: number) =>
    `kernel vector ${index} isn't a unit vector in identity row ${row}`;
  const vector = (text: string) => RationalVector.parse(...text.split(" "));
  const signs = (positive: number, negative: number, zero: number) => ({
    inertia: { positive, negative, zero },
  });
  const on = (congruence: string) => ({ congruence: matrixOf(congruence) });

  it.each<[string, Partial<CertifiedInertia>, string]>([
    ["too few kernel vectors", { kernel: [first] }, "1 kernel vectors with 2 identity rows, 2 expected"],
    ["too few identity rows", { identityRows: [3] }, "2 kernel vectors with 1 identity rows, 2 expected"],
    ["a zero too many", signs(1, 0, 3), "2 kernel vectors with 2 identity rows, 3 expected"],
    ["a short kernel vector", { kernel: [vector("-1 -1 0"), second] }, "kernel vector 0 has 3 entries of 4"],
    ["a repeated row", { identityRows: [3, 3] }, notUnit(0, 3)],
    ["a row that isn't there", { identityRows: [3, 4] }, notUnit(0, 4)],
    ["swapped rows", { identityRows: [2, 3] }, notUnit(0, 2)],
    ["a multiple", { kernel: [vector("-2 -2 0 2"), second] }, notUnit(0, 3)],
    ["dependent vectors", { kernel: [first, vector("-1 -1 0 1")] }, notUnit(1, 3)],
    [
      "a vector outside the kernel",
      { kernel: [first, vector("1/2 -1/2 1 0")] },
      "kernel vector 1 isn't orthogonal to row 0",
    ],
    ["a vector too few", on("1 1 0 0"), "a congruence of 1 vectors, 2 expected"],
    ["a short vector", on("1 1 0 0; 1 -1 0"), "vector 1 of the congruence has 3 entries of 4"],
    ["a short first vector", on("1 1 0; 1 -1 0 0"), "vector 0 of the congruence has 3 entries of 4"],
    ["a flipped sign", on("1 1 0 0; 1 1 0 0"), "the congruence isn't diagonally dominant in row 0"],
    ["a zero vector", on("1 1 0 0; 0 0 0 0"), "the congruence isn't diagonally dominant in row 1"],
    ["other signs", signs(2, 0, 2), "2 positive and 0 negative claimed, 1 and 1 found"],
    ["a positive one too few", signs(0, 1, 2), "0 positive and 1 negative claimed, 1 and 1 found"],
    ["a negative one too many", signs(1, 2, 2), "1 positive and 2 negative claimed, 1 and 1 found"],
  ])("finds %s", (_, planted, expected) => {
    expect(inertiaFault(matrix, { ...good, ...planted })).toBe(expected);
  });
});
