import { describe, expect, it } from "vitest";
import { commonMultiple, sumOfMatrices } from "../../../src/landscape/loss/rationalMatrix.js";

describe("sumOfMatrices", () => {
  it("brings the sum to lowest terms", () => {
    const summands = [
      {
        numerators: [
          [1n, 2n],
          [0n, -1n],
        ],
        denominator: 6n,
      },
      {
        numerators: [
          [1n, 1n],
          [0n, 1n],
        ],
        denominator: 3n,
      },
      {
        numerators: [
          [0n, -1n],
          [0n, 1n],
        ],
        denominator: 2n,
      },
    ];
    // (1 + 2, 2 + 2 − 3; 0, −1 + 2 + 3) over 6.
    expect(sumOfMatrices(summands)).toEqual({
      numerators: [
        [3n, 1n],
        [0n, 4n],
      ],
      denominator: 6n,
    });
    expect(sumOfMatrices(summands.slice(0, 2))).toEqual({
      numerators: [
        [3n, 4n],
        [0n, 1n],
      ],
      denominator: 6n,
    });
    expect(sumOfMatrices([{ numerators: [[4n, -6n]], denominator: 8n }])).toEqual({
      numerators: [[2n, -3n]],
      denominator: 4n,
    });
  });

  it("has denominator 1 for zero and for matrices without entries", () => {
    expect(sumOfMatrices([{ numerators: [[0n]], denominator: 8n }])).toEqual({
      numerators: [[0n]],
      denominator: 1n,
    });
    expect(sumOfMatrices([{ numerators: [], denominator: 5n }])).toEqual({ numerators: [], denominator: 1n });
  });

  it("leaves its summands as they were", () => {
    const first = { numerators: [[1n]], denominator: 2n };
    sumOfMatrices([first, first]);
    expect(first).toEqual({ numerators: [[1n]], denominator: 2n });
  });
});

describe("commonMultiple", () => {
  it.each([
    [[], 1n],
    [[1n], 1n],
    [[4n, 6n], 12n],
    [[12n, 4n, 6n], 12n],
    [[4n, 12n], 12n],
  ])("is least (%#)", (denominators, expected) => {
    expect(commonMultiple(denominators)).toBe(expected);
  });
});
