import { describe, expect, it } from "vitest";
import { certifiedNullspace } from "../../../src/exact/matrices/certifiedNullspace.js";
import { certifiedRank, rankFault } from "../../../src/exact/matrices/certifiedRank.js";
import { certifiedSolve, solutionFault } from "../../../src/exact/matrices/certifiedSolve.js";
import { determinant } from "../../../src/exact/matrices/determinant.js";
import { nullspaceFractionFree } from "../../../src/exact/matrices/fractionFree.js";
import { product } from "../../../src/exact/vectors/integerMatrix.js";
import { dense } from "../matrices.js";
import { determinantFractionFree, solveFractionFree } from "../../oracles/fractionFree.js";
import { nullspaceFault } from "../../oracles/nullspaceFault.js";

describe("large systems", () => {
  it("of size 36 agree with elimination without fractions", () => {
    const matrix = dense(36, 36, 90, 1);
    const right = dense(1, 36, 90, 2)[0] ?? [];
    expect(determinant(matrix)).toBe(determinantFractionFree(matrix));
    const answer = certifiedSolve(matrix, right, 36);
    expect(answer).toEqual({ solvable: true, solution: solveFractionFree(matrix, right, 36) });
  });

  it("of low rank have the nullspace that elimination finds", () => {
    const matrix = product(dense(24, 15, 60, 3), dense(15, 20, 60, 4), 20);
    const nullspace = certifiedNullspace(matrix, 20);
    expect(nullspace.rank).toBe(15);
    expect(nullspace.basis.vectors).toEqual(nullspaceFractionFree(matrix, 20));
    expect(nullspaceFault(matrix, 20, nullspace)).toBeUndefined();
    expect(certifiedRank(matrix, 20).rank).toBe(15);
    const padded = matrix.map((row) => [...row, 0n, 0n, 0n, 0n]);
    expect(determinant(padded)).toBe(0n);
  });

  it("of size 140, past the first limit on primes, hold their evidence", () => {
    const matrix = dense(140, 140, 8, 5);
    const right = dense(1, 140, 8, 6)[0] ?? [];
    const rank = certifiedRank(matrix, 140);
    expect(rank.rank).toBe(140);
    expect(rank.minor.prime).toBeLessThan(2 ** 23);
    expect(rankFault(matrix, 140, rank)).toBeUndefined();
    const answer = certifiedSolve(matrix, right, 140);
    expect(answer.solvable).toBe(true);
    expect(solutionFault(matrix, right, 140, answer)).toBeUndefined();
  });

  it("of size 70 have multiplicative determinants", () => {
    const [left, right] = [dense(70, 70, 20, 7), dense(70, 70, 20, 8)];
    expect(determinant(product(left, right, 70))).toBe(determinant(left) * determinant(right));
  });
});
