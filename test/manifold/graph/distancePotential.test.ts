import { describe, expect, it } from "vitest";
import { meetingCriterion } from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { diameters, starDiameter } from "../../../src/manifold/graph/diameters.js";
import { distancePotential, potentialBound } from "../../../src/manifold/graph/distancePotential.js";
import { permuteUnits } from "../../../src/network/twoLayerNetwork.js";
import { line, one, two } from "../fixtures.js";

describe("the potential of a point", () => {
  it.each([
    [line([1, 2], [5, 0]), [1, 0, 2]],
    [line([1, 2], [1, 0]), [0, 0, 1]],
    [line([1, 1], [1, 1]), [0, 1, 1]],
  ])("by hand, %#", (point, values) => {
    const potential = distancePotential(one, point);
    expect(potential.partitions.map(({ key }) => key)).toEqual(["1,1", "1,0", "0,1"]);
    expect(potential.values).toEqual(values);
  });

  it("changes by at most one between subspaces that meet", () => {
    const { partitions, values } = distancePotential(two, line([1, 2], [3, 4], [5, 0], [6, 0]));
    expect(partitions.length).toBe(62);
    for (const [i, p] of partitions.entries()) {
      for (const [j, q] of partitions.entries()) {
        const apart = Math.abs((values[i] ?? 9) - (values[j] ?? -9));
        if (meetingCriterion(p, q)) expect(apart).toBeLessThanOrEqual(1);
      }
    }
    expect(Math.max(...values)).toBe(4);
  });

  it("bounds segments from below", () => {
    const from = line([1, 2], [3, 4], [5, 0]);
    const potential = distancePotential(two, from);
    expect(potentialBound(potential, two, from, permuteUnits(from, [1, 0, 2]))).toBe(7);
    expect(potentialBound(potential, two, from, permuteUnits(from, [2, 1, 0]))).toBe(3);
    expect(potentialBound(potential, two, from, line([1, 2], [3, 4], [1, 0]))).toBe(1);
    const doubled = { ...potential, values: potential.values.map((value) => 2 * value + 1) };
    expect(potentialBound(doubled, two, from, permuteUnits(from, [2, 1, 0]))).toBe(5);
  });

  it("is refused where there is none, or too much to check", () => {
    expect(() => distancePotential(two, two)).toThrow(
      new RangeError("some subspace is not reached from the point"),
    );
    expect(() => distancePotential(one, line([9, 9], [8, 8]))).toThrow("some subspace is not reached");
    const wide = line([1, 2], [5, 0], [5, 0], [5, 0], [5, 0], [5, 0], [5, 0]);
    expect(() => distancePotential(one, wide)).toThrow(new RangeError("T(1, 7) = 3263, above 2500"));
  });
});

describe("diameters", () => {
  it("are exact, with two subspaces so far apart", () => {
    const found = [...diameters(4)];
    expect(found.map(({ r, m, diameter }) => [r, m, diameter])).toEqual([
      [1, 2, 2],
      [1, 3, 2],
      [2, 3, 6],
      [1, 4, 2],
      [2, 4, 4],
      [3, 4, 8],
    ]);
    expect(found[0]?.between.map(({ key }) => key)).toEqual(["1,0", "0,1"]);
  });

  it.each([
    [1, 2],
    [2, 6],
    [3, 8],
    [4, 12],
    [5, 14],
    [100_000, 300_000],
  ])("of the star graph for r = %d: %d", (r, diameter) => {
    expect(starDiameter(r)).toBe(diameter);
  });
});
