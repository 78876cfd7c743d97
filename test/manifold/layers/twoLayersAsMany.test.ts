import { describe, expect, it } from "vitest";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../../src/combinatorics/counts/surjections.js";
import { labelledPartitions, surjectionsOf } from "../../../src/combinatorics/partitions/enumeration.js";
import { entry } from "../../../src/exact/entry.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { multiLayerCriticalSubspace } from "../../../src/manifold/layers/multiLayerCriticalSubspace.js";
import { pointOfLayers } from "../../../src/manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../../../src/manifold/layers/multiLayerSubspace.js";
import {
  type AffineSubspace,
  dimensionOf,
  includesSubspace,
} from "../../../src/manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../../../src/manifold/subspaces/criticalSubspace.js";
import { gammaSubspace } from "../../../src/manifold/subspaces/gammaSubspace.js";
import {
  type ParameterSpace,
  parameterCount,
  sparseVector,
  toNetwork,
  toPoint,
} from "../../../src/manifold/subspaces/parameterSpace.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { partition, theta } from "../fixtures.js";

/** r, m, d_in, d_out. */
const SIZES = [
  [1, 1, 1, 1],
  [1, 2, 1, 1],
  [1, 3, 2, 1],
  [1, 3, 1, 2],
  [2, 2, 2, 2],
  [2, 3, 2, 2],
  [2, 4, 1, 2],
  [2, 4, 2, 1],
  [3, 4, 1, 3],
] as const;

/**
 * For each coordinate of (w_1, …, w_m, a_1, …, a_m) its place among those of (V^(1), V^(2)), row by row: read
 * off the point whose coordinates are 1, 2, 3, ….
 */
function placesAmongLayers(space: ParameterSpace): number[] {
  const numbered = RationalVector.of(
    Array.from({ length: parameterCount(space) }, (_, at) => BigInt(at + 1)),
  );
  const moved = pointOfLayers(asMultiLayer(toNetwork(space, numbered))).numerators;
  return numbered.numerators.map((number) => moved.indexOf(number));
}

/** A subspace of the networks by their units, in the coordinates of the networks by their matrices. */
function inLayers(space: ParameterSpace, subspace: AffineSubspace): AffineSubspace {
  const places = placesAmongLayers(space);
  const moved = ({ numerators, denominator }: RationalVector): RationalVector => {
    const image = [...numerators];
    places.forEach((place, at) => (image[place] = entry(numerators, at)));
    return RationalVector.of(image, denominator);
  };
  return {
    ambientDimension: subspace.ambientDimension,
    base: moved(subspace.base),
    directions: subspace.directions.map(moved),
    // The constant of an equation stays behind all coordinates.
    equations: subspace.equations.map(moved),
  };
}

/**
 * Each includes the other, by the equations of the one and the points of the other. As that asks only whether
 * there are too many points or equations, dimensions are compared as well.
 */
function sameSet(left: AffineSubspace, right: AffineSubspace): boolean {
  return (
    includesSubspace(left, right) && includesSubspace(right, left) && dimensionOf(left) === dimensionOf(right)
  );
}

describe("for two layers, a subspace by units and by matrices", () => {
  it.each(SIZES)(
    "is one set for all labelled partitions of (r, m, d_in, d_out) = (%d, %d, %d, %d)",
    (...sizes) => {
      const [r, m, inputDimension, outputDimension] = sizes;
      const space = { inputDimension, outputDimension, width: m };
      const small = theta(r, inputDimension, outputDimension);
      let compared = 0n;
      for (const p of labelledPartitions(r, m)) {
        const units = inLayers(space, gammaSubspace(small, p));
        for (const manifold of ["last to first", "fibre"] as const) {
          expect(sameSet(units, multiLayerSubspace(asMultiLayer(small), [p], manifold))).toBe(true);
        }
        compared += 1n;
      }
      expect(compared).toBe(labelledPartitionCount(r, m));
    },
  );

  it.each(SIZES)("is one critical set for all surjections of (%d, %d, %d, %d)", (...sizes) => {
    const [r, m, inputDimension, outputDimension] = sizes;
    const space = { inputDimension, outputDimension, width: m };
    const small = theta(r, inputDimension, outputDimension);
    let compared = 0n;
    for (const p of surjectionsOf(r, m)) {
      const units = inLayers(space, criticalSubspace(small, p));
      expect(sameSet(units, multiLayerCriticalSubspace(asMultiLayer(small), [p]))).toBe(true);
      compared += 1n;
    }
    expect(compared).toBe(surjections(r, m));
  });
});

describe("the comparison sees a wrong subspace", () => {
  const space = { inputDimension: 2, outputDimension: 2, width: 3 };
  const small = theta(2, 2, 2);
  const [p, surjection] = [partition(1, 2, 0), partition(1, 2, 1)];
  const coordinate = sparseVector(parameterCount(space), new Map([[0, 1n]]));

  it.each([
    ["Γ", gammaSubspace(small, p), multiLayerSubspace(asMultiLayer(small), [p], "fibre")],
    [
      "critical",
      criticalSubspace(small, surjection),
      multiLayerCriticalSubspace(asMultiLayer(small), [surjection]),
    ],
  ])(
    "with a direction less, more, or another, its base moved, or an equation more: %s",
    (_, units, layers) => {
      const wrong: AffineSubspace[] = [
        { ...units, directions: units.directions.slice(1) },
        { ...units, directions: [...units.directions, coordinate] },
        { ...units, directions: [...units.directions.slice(1), coordinate] },
        { ...units, base: units.base.plus(coordinate) },
        {
          ...units,
          equations: [...units.equations, sparseVector(parameterCount(space) + 1, new Map([[2, 1n]]))],
        },
      ];
      expect(sameSet(inLayers(space, units), layers)).toBe(true);
      for (const subspace of wrong) expect(sameSet(inLayers(space, subspace), layers)).toBe(false);
    },
  );

  it("in the coordinates of the units, where the map is left out", () => {
    const layers = multiLayerSubspace(asMultiLayer(small), [p], "fibre");
    expect(sameSet(gammaSubspace(small, p), layers)).toBe(false);
    const places = placesAmongLayers(space);
    expect([...places].sort((a, b) => a - b)).toEqual([...places.keys()]);
    const network = twoLayerNetwork(2, 2, [unitOf(["1", "2"], ["3", "4"]), unitOf(["5", "6"], ["7", "8"])]);
    const [byUnits, byLayers] = [toPoint(network), pointOfLayers(asMultiLayer(network))];
    const moved = placesAmongLayers({ ...space, width: 2 });
    moved.forEach((place, at) => {
      expect(entry(byLayers.numerators, place)).toBe(entry(byUnits.numerators, at));
    });
  });
});
