import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CertifiedRank, certifiedRank, rankFault } from "../../../src/exact/matrices/certifiedRank.js";
import { type IntegerMatrix, transpose } from "../../../src/exact/vectors/integerMatrix.js";
import { primesBelow } from "../../../src/exact/numbers/primes.js";
import { primeBound } from "../../../src/exact/modular/residueKernel.js";
import { diagonal, matrixOf, pair, randomMatrix } from "../matrices.js";
import { rankFractionFree } from "../../oracles/fractionFree.js";
import { rankModular } from "../../oracles/rankModular.js";

const firstPrimes = primesBelow(primeBound(2));
const [P, Q] = [BigInt(firstPrimes.next().value), BigInt(firstPrimes.next().value)];

describe("certifiedRank", () => {
  it.each([
    [[], 0, 0],
    [[], 3, 0],
    [[[], []], 0, 0],
    [[[0n]], 1, 0],
    [[[-5n]], 1, 1],
    [[[0n, 0n, 0n]], 3, 0],
    [[[1n], [2n]], 1, 1],
    [matrixOf("1 2; 2 4"), 2, 1],
  ])("%# is by hand", (matrix: IntegerMatrix, columns, expected) => {
    const result = certifiedRank(matrix, columns);
    expect(result.rank).toBe(expected);
    expect(rankFault(matrix, columns, result)).toBeUndefined();
  });

  it("isn't taken in by a prime that divides minors", () => {
    for (const matrix of [diagonal(P, 1n), pair(1n, 1n, 1n + P), diagonal(P * Q, P)]) {
      expect(rankModular(matrix, 2, Number(P))).toBeLessThan(2);
      const result = certifiedRank(matrix, 2);
      expect(result.rank).toBe(2);
      expect(rankFault(matrix, 2, result)).toBeUndefined();
    }
    expect(certifiedRank([[P * Q]], 1)).toMatchObject({ rank: 1 });
  });

  it("agrees with elimination without fractions, with evidence that holds", () => {
    const side = fc.integer({ min: 0, max: 8 });
    fc.assert(
      fc.property(side, side, fc.nat(), (rows, columns, seed) => {
        const matrix = randomMatrix(rows, columns, seed);
        const result = certifiedRank(matrix, columns);
        expect(result.rank).toBe(rankFractionFree(matrix, columns));
        expect(rankFault(matrix, columns, result)).toBeUndefined();
      }),
      { seed: 301, numRuns: 300 },
    );
  });

  it("takes whichever vectors are short", () => {
    const wide = [7n ** 40n, 11n ** 40n, 13n ** 40n, 17n ** 40n];
    const twins = [wide, wide, [1n, 2n, 3n, 4n]];
    expect(certifiedRank(twins, 4).kernel?.side).toBe("left");
    expect(certifiedRank(transpose(twins, 4), 3).kernel?.side).toBe("right");
    // Long vectors on both sides: the side that needs fewer.
    const other = [1n, 1n, 0n, 2n];
    const long = [wide, other, wide.map((entry, i) => 3n ** 50n * entry + 5n ** 50n * (other[i] ?? 0n))];
    const result = certifiedRank(long, 4);
    expect([result.rank, result.kernel?.side, result.kernel?.vectors.length]).toEqual([2, "left", 1]);
    expect(rankFault(long, 4, result)).toBeUndefined();
    const turned = certifiedRank(transpose(long, 4), 3);
    expect([turned.rank, turned.kernel?.side, turned.kernel?.vectors.length]).toEqual([2, "right", 1]);
  });

  it("needs no vectors at full rank, and takes those on the right if both sides have short ones", () => {
    const minor = { prime: Number(P), rows: [0], columns: [0] };
    expect(certifiedRank([[1n], [2n]], 1)).toEqual({ rank: 1, minor });
    expect(certifiedRank([[1n, 2n]], 2)).toEqual({ rank: 1, minor });
    const kernel = { side: "right", free: [1], vectors: [[-2n, 1n]] };
    expect(certifiedRank(matrixOf("1 2; 3 6"), 2)).toEqual({ rank: 1, minor, kernel });
  });

  it("takes short vectors before few ones, and those on the right if all are long and as many", () => {
    const a = [7n ** 40n, 11n ** 40n, 13n ** 40n];
    const b = [5n ** 50n, 1n, 3n ** 60n];
    expect(certifiedRank([a, a, b, b], 3).kernel).toEqual({
      side: "left",
      free: [1, 3],
      vectors: matrixOf("-1 1 0 0; 0 0 -1 1"),
    });
    const square = [a, b, a.map((entry, i) => 3n ** 50n * entry + 5n ** 50n * (b[i] ?? 0n))];
    const result = certifiedRank(square, 3);
    expect([result.rank, result.kernel?.side]).toEqual([2, "right"]);
    expect(rankFault(square, 3, result)).toBeUndefined();
  });

  it("refuses ragged matrices", () => {
    expect(() => certifiedRank([[1n], []], 1)).toThrow(
      new RangeError("row 1 has 0 entries, 1 column expected"),
    );
  });
});

describe("rankModular", () => {
  it("is the rank of the residues", () => {
    expect(rankModular([[2n]], 1, 2)).toBe(0);
    expect(rankModular([[3n]], 1, 2)).toBe(1);
    const cycle = matrixOf("1 -1 0; 0 1 -1; 1 0 1");
    expect([2, 3, 5].map((prime) => rankModular(cycle, 3, prime))).toEqual([2, 3, 3]);
  });

  it("refuses primes whose sums of products could pass 2^53", () => {
    expect(() => rankModular([[1n]], 1, 16777213)).toThrow(
      new RangeError("the prime 16777213 isn't below 16776192"),
    );
    expect(() => rankModular([[1n]], 1, 16776192)).toThrow("the prime 16776192 isn't below 16776192");
    expect(rankModular([[1n]], 1, Number(P))).toBe(1);
    // The smaller side alone bounds the prime.
    const row = new Array<bigint>(200).fill(1n);
    expect(certifiedRank([row], 200).minor.prime).toBe(Number(P));
  });
});

describe("rankFault", () => {
  const matrix = matrixOf("1 2 3; 2 4 6; 1 0 1");
  const good: CertifiedRank = {
    rank: 2,
    minor: { prime: 101, rows: [0, 2], columns: [0, 1] },
    kernel: { side: "right", free: [2], vectors: [[-1n, -1n, 1n]] },
  };
  const left: CertifiedRank["kernel"] = { side: "left", free: [1], vectors: [[-2n, 1n, 0n]] };
  const fault = (change: Partial<CertifiedRank>) => rankFault(matrix, 3, { ...good, ...change });

  it("finds none in evidence made by hand", () => {
    expect(fault({})).toBeUndefined();
    expect(fault({ kernel: left })).toBeUndefined();
  });

  it.each<[Partial<CertifiedRank>, string]>([
    [{ rank: 1 }, "rank 1 claimed with a minor of size 2"],
    [{ minor: { prime: 101, rows: [0, 1], columns: [0, 1] } }, "the minor is 0 modulo 101"],
    [
      { kernel: { side: "right", free: [2], vectors: [[1n, -1n, 1n]] } },
      "vector 0 isn't orthogonal to row 0",
    ],
    [{ kernel: { side: "left", free: [1], vectors: [[2n, 1n, 0n]] } }, "vector 0 isn't orthogonal to row 0"],
    [{ kernel: { side: "right", free: [2], vectors: [] } }, "0 vectors with 1 free columns, 1 expected"],
  ])("%# finds the planted error", (planted, expected) => {
    expect(fault(planted)).toBe(expected);
  });

  it("asks for a nullspace below full rank", () => {
    const { rank, minor } = good;
    expect(rankFault(matrix, 3, { rank, minor })).toBe("rank 2 of at most 3 without a nullspace");
    expect(rankFault(matrix.slice(0, 2), 3, { rank: 1, minor: { prime: 5, rows: [0], columns: [0] } })).toBe(
      "rank 1 of at most 2 without a nullspace",
    );
  });

  it("refuses ragged matrices", () => {
    expect(() => rankFault([[1n]], 2, good)).toThrow("row 0 has 1 entry, 2 columns expected");
  });
});
