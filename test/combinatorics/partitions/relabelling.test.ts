import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import { permutation } from "../../../properties/arbitraries/permutation.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { relabelLabels, relabelUnits } from "../../../src/combinatorics/partitions/relabelling.js";
import { InputError } from "../../../src/exact/inputError.js";

const partition = LabelledPartition.of([1, 0, 2, -1], 2);

describe("relabelling", () => {
  it("moves neuron i to π(i) and renumbers zero blocks", () => {
    expect(relabelUnits(partition, [1, 2, 3, 0]).codes).toEqual([0, 1, -1, 2]);
    expect(relabelUnits(LabelledPartition.of([], 0), []).codes).toEqual([]);
  });

  it("renames label t to τ(t) and leaves zero blocks alone", () => {
    expect(relabelLabels(partition, [1, 0]).codes).toEqual([2, 0, 1, -1]);
    expect(relabelLabels(LabelledPartition.of([1, 2, 3, 0], 3), [2, 0, 1]).codes).toEqual([3, 1, 2, 0]);
  });

  it("is a pair of commuting left actions", () => {
    const compose = (outer: readonly number[], inner: readonly number[]): number[] =>
      inner.map((image) => outer[image] ?? NaN);
    fc.assert(
      fc.property(
        labelledPartitionOf(3, 6),
        permutation(6),
        permutation(6),
        permutation(3),
        permutation(3),
        (p, pi, rho, sigma, tau) => {
          expect(relabelUnits(relabelUnits(p, rho), pi).key).toBe(relabelUnits(p, compose(pi, rho)).key);
          expect(relabelLabels(relabelLabels(p, tau), sigma).key).toBe(
            relabelLabels(p, compose(sigma, tau)).key,
          );
          expect(relabelLabels(relabelUnits(p, pi), tau).key).toBe(
            relabelUnits(relabelLabels(p, tau), pi).key,
          );
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    [[0, 1, 2]],
    [[0, 1, 2, 2]],
    [[0, 1, 2, 4]],
    [[-1, 0, 1, 2]],
    [[0, 1, 2, 1.5]],
    [[0, 1, 2, 3, 3]],
  ])("refuses %j as a permutation of 4 neurons", (images) => {
    const act = (): LabelledPartition => relabelUnits(partition, images);
    expect(act).toThrow(InputError);
    expect(act).toThrow(`[${images.join(", ")}] is not a permutation of 4 neurons; list each of 0…3 once`);
  });

  it("refuses a wrong permutation of labels", () => {
    expect(() => relabelLabels(partition, [1, 2])).toThrow(
      "[1, 2] is not a permutation of 2 labels; list each of 0…1 once",
    );
  });
});
