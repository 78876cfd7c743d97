import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minorFault } from "../../../src/exact/modular/nonzeroMinor.js";
import { matrixOf, permutationDeterminant, randomMatrix } from "../matrices.js";

const matrix = matrixOf("0 1 2; 1 0 -3");
const fault = (prime: number, rows: number[], columns: number[]) =>
  minorFault(matrix, 3, { prime, rows, columns });

describe("minorFault", () => {
  it("accepts nonzero minors, the empty one too", () => {
    expect(fault(7, [0, 1], [0, 1])).toBeUndefined();
    expect(fault(2, [1, 0], [2, 1])).toBeUndefined();
    expect(fault(7, [], [])).toBeUndefined();
  });

  it.each([
    [4, [0], [1], "4 is not a prime"],
    [1, [0], [1], "1 is not a prime"],
    [0, [0], [1], "0 is not a prime"],
    [-7, [0], [1], "-7 is not a prime"],
    [7 / 2, [0], [1], "3.5 is not a prime"],
    [7, [0], [0], "the minor is 0 modulo 7"],
    [2, [0], [2], "the minor is 0 modulo 2"],
    [3, [0, 1], [0, 2].reverse(), undefined],
    [3, [1], [2], "the minor is 0 modulo 3"],
    [7, [0, 1], [1], "the minor has 2 rows and 1 columns"],
    [7, [2], [1], "row 2 is not among the 2 of the matrix"],
    [7, [-1], [1], "row -1 is not among the 2 of the matrix"],
    [7, [1 / 2], [1], "row 0.5 is not among the 2 of the matrix"],
    [7, [0], [3], "column 3 is not among the 3 of the matrix"],
    [7, [0, 0], [0, 1], "a row of the minor is repeated"],
    [7, [0, 1], [1, 1], "a column of the minor is repeated"],
  ])("of prime %s, rows %j, columns %j: %s", (prime, rows, columns, expected) => {
    expect(fault(prime, rows, columns)).toBe(expected);
  });

  it("agrees with the determinant by definition", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(2, 3, 5, 7, 101),
        fc.nat(),
        (size, prime, seed) => {
          const square = randomMatrix(size, size, seed);
          const indices = Array.from({ length: size }, (_, index) => index);
          const zero = permutationDeterminant(square) % BigInt(prime) === 0n;
          expect(minorFault(square, size, { prime, rows: indices, columns: indices }) !== undefined).toBe(
            zero,
          );
        },
      ),
      { seed: 302, numRuns: 200 },
    );
  });
});
