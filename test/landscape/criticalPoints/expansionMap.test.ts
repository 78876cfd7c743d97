import { describe, expect, it } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { expansionMap } from "../../../src/landscape/criticalPoints/expansionMap.js";

describe("expansionMap", () => {
  it("copies w and divides a among the copies", () => {
    const map = expansionMap(
      { inputDimension: 1, outputDimension: 2, width: 1 },
      LabelledPartition.of([1, 1], 1),
      [rational(1n, 3n), rational(2n, 3n)],
    );
    expect(map).toEqual({
      numerators: [
        [3n, 0n, 0n],
        [3n, 0n, 0n],
        [0n, 1n, 0n],
        [0n, 0n, 1n],
        [0n, 2n, 0n],
        [0n, 0n, 2n],
      ],
      denominator: 3n,
    });
  });

  it("takes each place from the unit of its label", () => {
    const map = expansionMap(
      { inputDimension: 1, outputDimension: 1, width: 2 },
      LabelledPartition.of([2, 1], 2),
      [rational(1n), rational(1n)],
    );
    expect(map.numerators).toEqual([
      [0n, 1n, 0n, 0n],
      [1n, 0n, 0n, 0n],
      [0n, 0n, 0n, 1n],
      [0n, 0n, 1n, 0n],
    ]);
  });

  it("needs a weight for every place", () => {
    expect(() =>
      expansionMap({ inputDimension: 1, outputDimension: 1, width: 1 }, LabelledPartition.of([1, 1], 1), [
        rational(1n),
      ]),
    ).toThrow("1 weights for 2 places");
  });
});
