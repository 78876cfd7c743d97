import { describe, expect, it } from "vitest";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  overOneDenominator,
  requireSymmetric,
  valuesOnPairs,
} from "../../../src/exact/inertia/symmetricMatrix.js";

describe("overOneDenominator", () => {
  it("takes the least denominator of all rows", () => {
    expect(
      overOneDenominator([RationalVector.parse("1/4", "-2/3"), RationalVector.parse("-2/3", "1/6")]),
    ).toEqual({
      numerators: [
        [3n, -8n],
        [-8n, 2n],
      ],
      denominator: 12n,
    });
    expect(overOneDenominator([RationalVector.parse("3")])).toEqual({ numerators: [[3n]], denominator: 1n });
    expect(overOneDenominator([])).toEqual({ numerators: [], denominator: 1n });
  });
});

describe("requireSymmetric", () => {
  it("returns the size", () => {
    expect(requireSymmetric([])).toBe(0);
    expect(
      requireSymmetric([
        [1n, 2n],
        [2n, 3n],
      ]),
    ).toBe(2);
  });

  it("says where a matrix isn't symmetric", () => {
    const matrix = [
      [1n, 2n, 3n],
      [2n, 4n, 5n],
      [3n, 6n, 7n],
    ];
    expect(() => requireSymmetric(matrix)).toThrow(
      new RangeError("not symmetric: the entries at (1, 2) and (2, 1) differ"),
    );
    expect(() => requireSymmetric([[1n, 2n]])).toThrow("row 0 has 2 entries, 1 columns expected");
  });
});

describe("valuesOnPairs", () => {
  const matrix = [
    [1n, 2n],
    [2n, -3n],
  ];

  it("is the lower triangle of the form in the vectors", () => {
    expect(valuesOnPairs(matrix, [])).toEqual([]);
    expect(
      valuesOnPairs(matrix, [
        [1n, 0n],
        [1n, 1n],
        [-2n, 3n],
      ]),
    ).toEqual([[1n], [3n, 2n], [4n, -9n, -47n]]);
  });

  it("refuses vectors of another length", () => {
    expect(() => valuesOnPairs(matrix, [[1n]])).toThrow("row 0 has 2 entries, 1 columns expected");
  });
});
