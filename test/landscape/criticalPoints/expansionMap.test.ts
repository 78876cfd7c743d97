import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { expansionMap } from "../../../src/landscape/criticalPoints/expansionMap.js";
import { integers, rationals } from "../fixtures.js";

const line = (outputDimension: number, width: number) => ({ inputDimension: 1, outputDimension, width });

describe("expansionMap", () => {
  it("copies w and divides a among the copies", () => {
    expect(expansionMap(line(2, 1), LabelledPartition.of([1, 1], 1), rationals("1/3 2/3"))).toEqual({
      numerators: integers("3 0 0; 3 0 0; 0 1 0; 0 0 1; 0 2 0; 0 0 2"),
      denominator: 3n,
    });
  });

  it("takes each place from the unit of its label", () => {
    const map = expansionMap(line(1, 2), LabelledPartition.of([2, 1], 2), rationals("1 1"));
    expect(map.numerators).toEqual(integers("0 1 0 0; 1 0 0 0; 0 0 0 1; 0 0 1 0"));
  });

  it("needs a weight for every place", () => {
    expect(() => expansionMap(line(1, 1), LabelledPartition.of([1, 1], 1), rationals("1"))).toThrow(
      "1 shares β for 2 places",
    );
  });
});
