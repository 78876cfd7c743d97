import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certifiedSolve, solutionFault } from "../../../src/exact/matrices/certifiedSolve.js";
import { timesVector } from "../../../src/exact/vectors/integerMatrix.js";
import { primesBelow } from "../../../src/exact/numbers/primes.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { primeBound } from "../../../src/exact/modular/residueKernel.js";
import { matrixOf, pair, randomMatrix } from "../matrices.js";
import { solveFractionFree } from "../../oracles/fractionFree.js";

const solved = (...coordinates: string[]) => ({
  solvable: true as const,
  solution: RationalVector.parse(...coordinates),
});
const unsolvable = (...witness: bigint[]) => ({ solvable: false as const, witness });

describe("certifiedSolve", () => {
  it("is by hand for small shapes", () => {
    expect(certifiedSolve([[2n]], [1n], 1)).toEqual(solved("1/2"));
    expect(certifiedSolve([[0n, 2n]], [3n], 2)).toEqual(solved("0", "3/2"));
    expect(certifiedSolve([[0n]], [0n], 1)).toEqual(solved("0"));
    expect(certifiedSolve([], [], 2)).toEqual(solved("0", "0"));
    expect(certifiedSolve([[], []], [0n, 0n], 0)).toEqual(solved());
    expect(certifiedSolve([[1n], [2n]], [3n, 6n], 1)).toEqual(solved("3"));
  });

  it("has a witness where there is none", () => {
    expect(certifiedSolve([[0n]], [1n], 1)).toEqual(unsolvable(1n));
    expect(certifiedSolve([[]], [1n], 0)).toEqual(unsolvable(1n));
    expect(certifiedSolve([[1n], [2n]], [3n, 7n], 1)).toEqual(unsolvable(-2n, 1n));
  });

  it("agrees with elimination without fractions, and its evidence holds", () => {
    const side = fc.integer({ min: 0, max: 7 });
    const counts = { solvable: 0, unsolvable: 0 };
    fc.assert(
      fc.property(side, side, fc.nat(), fc.boolean(), (rows, columns, seed, solvable) => {
        const matrix = randomMatrix(rows, columns, seed);
        const free = randomMatrix(1, solvable ? columns : rows, seed + 1)[0] ?? [];
        const right = solvable ? timesVector(matrix, free) : free;
        const answer = certifiedSolve(matrix, right, columns);
        expect(solutionFault(matrix, right, columns, answer)).toBeUndefined();
        expect(answer.solvable ? answer.solution : undefined).toEqual(
          solveFractionFree(matrix, right, columns),
        );
        counts[answer.solvable ? "solvable" : "unsolvable"]++;
      }),
      { seed: 401, numRuns: 300 },
    );
    expect(Math.min(counts.solvable, counts.unsolvable)).toBeGreaterThan(50);
  });

  it("isn't taken in by a prime that divides the determinant or hides an inconsistency", () => {
    const P = BigInt(primesBelow(primeBound(2)).next().value);
    expect(certifiedSolve([[P]], [1n], 1)).toEqual(solved(`1/${P}`));
    expect(certifiedSolve([[P]], [P], 1)).toEqual(solved("1"));
    // Modulo P the two equations contradict each other; over Q they don't.
    const contradicting = pair(1n, 1n, 1n + P);
    expect(certifiedSolve(contradicting, [0n, 1n], 2)).toEqual(solved(`-1/${P}`, `1/${P}`));
    // Modulo P they agree; over Q they don't.
    expect(certifiedSolve([[1n], [1n]], [0n, P], 1)).toEqual(unsolvable(-1n, 1n));
  });

  it("solves for numbers of very different sizes", () => {
    const [big, small] = [10n ** 300n, 3n];
    expect(certifiedSolve([[small]], [big], 1)).toEqual(solved(`${big}/3`));
    expect(certifiedSolve([[big]], [small], 1)).toEqual(solved(`3/${big}`));
    const mixed = [
      [big, 1n],
      [0n, small],
    ];
    expect(certifiedSolve(mixed, [1n, big], 2)).toEqual(solved(`${3n - big}/${3n * big}`, `${big}/3`));
  });

  it("refuses shapes that don't fit", () => {
    expect(() => certifiedSolve([[1n]], [], 1)).toThrow(
      new RangeError("1 equations with 0 right-hand sides"),
    );
    expect(() => certifiedSolve([[1n], []], [1n, 1n], 1)).toThrow("row 1 has 0 entries, 1 column expected");
  });
});

describe("solutionFault", () => {
  const matrix = matrixOf("1 2; 2 4");

  it("accepts every solution and every witness", () => {
    expect(solutionFault(matrix, [1n, 2n], 2, solved("1/3", "1/3"))).toBeUndefined();
    expect(solutionFault(matrix, [1n, 3n], 2, unsolvable(-4n, 2n))).toBeUndefined();
  });

  it.each([
    [[1n, 2n], solved("1/3", "1/2"), "equation 0 doesn't hold"],
    [[1n, 3n], solved("1/3", "1/3"), "equation 1 doesn't hold"],
    [[1n, 2n], solved("1"), "a solution of 1 entries for 2 unknowns"],
    [[1n, 2n], unsolvable(-2n, 1n), "the witness is orthogonal to the right-hand side"],
    [[1n, 3n], unsolvable(-1n, 1n), "the witness isn't orthogonal to column 0"],
    [[1n, 3n], unsolvable(1n), "a witness of 1 entries for 2 equations"],
  ])("%# finds the planted error", (right, answer, expected) => {
    expect(solutionFault(matrix, right, 2, answer)).toBe(expected);
  });

  it("refuses shapes that don't fit", () => {
    expect(() => solutionFault(matrix, [1n], 2, solved("1", "0"))).toThrow(
      "2 equations with 1 right-hand sides",
    );
    expect(() => solutionFault(matrix, [1n, 2n], 1, solved("1"))).toThrow(
      "row 0 has 2 entries, 1 column expected",
    );
  });
});
