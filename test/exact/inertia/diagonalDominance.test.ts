import { describe, expect, it } from "vitest";
import { diagonalDominance } from "../../../src/exact/inertia/diagonalDominance.js";

describe("diagonalDominance", () => {
  it("counts the signs on the diagonal", () => {
    expect(diagonalDominance([])).toEqual({ positive: 0, negative: 0 });
    expect(diagonalDominance([[-7n]])).toEqual({ positive: 0, negative: 1 });
    expect(diagonalDominance([[4n], [-1n, -3n], [2n, -1n, 4n]])).toEqual({ positive: 2, negative: 1 });
  });

  it.each([
    [[[0n]], { positive: 0, negative: 0, weakRow: 0 }],
    [[[2n], [1n, -1n]], { positive: 1, negative: 1, weakRow: 1 }],
    [[[2n], [-2n, 3n]], { positive: 2, negative: 0, weakRow: 0 }],
    [[[3n], [1n, 5n], [-2n, 1n, 5n]], { positive: 3, negative: 0, weakRow: 0 }],
    [[[4n], [1n, 5n], [2n, 1n, -3n]], { positive: 2, negative: 1, weakRow: 2 }],
    [[[9n], [1n, -2n], [2n, 1n, 4n]], { positive: 2, negative: 1, weakRow: 1 }],
  ])("%# finds the row that isn't dominant", (triangle, expected) => {
    expect(diagonalDominance(triangle)).toEqual(expected);
  });
});
