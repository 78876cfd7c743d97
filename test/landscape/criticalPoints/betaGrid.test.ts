import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { betaGrid, betaGridSize } from "../../../src/landscape/criticalPoints/betaGrid.js";

const listed = (codes: readonly number[], r: number, degree: number): string[] =>
  [...betaGrid(LabelledPartition.of(codes, r), degree)].map((weights) =>
    weights.map((weight) => weight.toFraction()).join(" "),
  );

describe("betaGrid", () => {
  it("is one point where no unit is copied", () => {
    expect(listed([2, 1], 2, 5)).toEqual(["1 1"]);
  });

  it("has all free shares with sum up to the degree, and blocks of sum 1", () => {
    expect(listed([1, 1], 1, 2)).toEqual(["1 0", "0 1", "-1 2"]);
    expect(listed([1, 2, 1, 2], 2, 1)).toEqual(["1 1 0 0", "1 0 0 1", "0 1 1 0"]);
    expect(listed([1, 1, 1], 1, 1)).toEqual(["1 0 0", "0 0 1", "0 1 0"]);
  });

  it.each([
    [[1, 1, 1, 1], 1, 3],
    [[1, 2, 2, 1, 1], 2, 2],
    [[1], 1, 4],
    [[1, 1], 1, 0],
  ])("has as many points as polynomials of the degree have coefficients: %j", (codes, r, degree) => {
    const found = listed(codes, r, degree);
    expect(BigInt(new Set(found).size)).toBe(betaGridSize(LabelledPartition.of(codes, r), degree));
    expect(found).toHaveLength(new Set(found).size);
  });
});
