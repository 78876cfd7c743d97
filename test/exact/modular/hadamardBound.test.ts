import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cramerSize, hadamardBits } from "../../../src/exact/modular/hadamardBound.js";
import { matrixOf, randomMatrix } from "../matrices.js";
import { determinantFractionFree, solveFractionFree } from "../../oracles/fractionFree.js";

describe("hadamardBits", () => {
  it("is by hand", () => {
    expect(hadamardBits([])).toBe(1);
    expect(hadamardBits([[0n]])).toBe(0);
    expect(hadamardBits([[-4n]])).toBe(3);
    expect(hadamardBits(matrixOf("1 1; -1 1"))).toBe(2);
    // Columns, not rows: the product of the rows' lengths is much larger.
    expect(hadamardBits(matrixOf("1024 1; 1024 0"))).toBe(11);
  });
});

describe("both bounds", () => {
  it("hold", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(), (size, seed) => {
        const matrix = randomMatrix(size, size, seed);
        const right = randomMatrix(1, size, seed + 1)[0] ?? [];
        const value = determinantFractionFree(matrix);
        expect(value * value < 4n ** BigInt(hadamardBits(matrix))).toBe(true);
        if (value === 0n) return;
        const solution = solveFractionFree(matrix, right, size);
        const bound = cramerSize(matrix, right);
        expect((solution?.denominator ?? 0n) <= 2n ** BigInt(bound.denominator)).toBe(true);
        for (const entry of solution?.numerators ?? []) {
          expect(entry * entry <= 4n ** BigInt(bound.numerator)).toBe(true);
        }
      }),
      { seed: 801 },
    );
  });

  it("are by hand for cramerSize", () => {
    expect(cramerSize([[8n]], [1n])).toEqual({ denominator: 4, numerator: 1 });
    const diagonal = matrixOf("8 0; 0 1");
    expect(cramerSize(diagonal, [16n, 0n])).toEqual({ denominator: 5, numerator: 9 });
    expect(cramerSize([], [])).toEqual({ denominator: 0, numerator: 0 });
  });
});
