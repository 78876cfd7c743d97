import { describe, expect, it } from "vitest";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  overOneDenominator,
  requireSymmetric,
  valuesOnPairs,
} from "../../../src/exact/inertia/symmetricMatrix.js";
import { matrixOf } from "../matrices.js";

describe("overOneDenominator", () => {
  it("takes the least denominator of all rows", () => {
    expect(
      overOneDenominator([RationalVector.parse("1/4", "-2/3"), RationalVector.parse("-2/3", "1/6")]),
    ).toEqual({
      numerators: matrixOf("3 -8; -8 2"),
      denominator: 12n,
    });
    expect(overOneDenominator([RationalVector.parse("3")])).toEqual({ numerators: [[3n]], denominator: 1n });
    expect(overOneDenominator([])).toEqual({ numerators: [], denominator: 1n });
  });
});

describe("requireSymmetric", () => {
  it("returns the size", () => {
    expect(requireSymmetric([])).toBe(0);
    expect(requireSymmetric(matrixOf("1 2; 2 3"))).toBe(2);
  });

  it("says where a matrix isn't symmetric", () => {
    const matrix = matrixOf("1 2 3; 2 4 5; 3 6 7");
    expect(() => requireSymmetric(matrix)).toThrow(
      new RangeError("not symmetric: the entries at (1, 2) and (2, 1) differ"),
    );
    expect(() => requireSymmetric([[1n, 2n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});

describe("valuesOnPairs", () => {
  const matrix = matrixOf("1 2; 2 -3");

  it("is the lower triangle of the form in the vectors", () => {
    expect(valuesOnPairs(matrix, [])).toEqual([]);
    expect(valuesOnPairs(matrix, matrixOf("1 0; 1 1; -2 3"))).toEqual([[1n], [3n, 2n], [4n, -9n, -47n]]);
  });

  it("refuses vectors of another length", () => {
    expect(() => valuesOnPairs(matrix, [[1n]])).toThrow("row 0 has 2 entries, 1 column expected");
  });
});
