import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { genericPoint } from "../../src/claims/instances/genericPoint.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import {
  type TranspositionCase,
  checkLengths,
  checkTransposition,
  claim,
} from "../../src/claims/thm-3.1-path.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { subspacesHolding } from "../../src/manifold/subspaces/subspacesHolding.js";
import { transposition } from "../../src/manifold/paths/transposition.js";
import { unitKey, permuteUnits } from "../../src/network/twoLayerNetwork.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { verdictOf } from "./quickContext.js";
import { refuses, visits } from "./checks.js";

const theta = standardNetwork(1, 1, 1);
const base = LabelledPartition.of([1, 0], 1);
const from = genericPoint(theta, base);
const right: TranspositionCase = {
  theta,
  from,
  to: permuteUnits(from, [1, 0]),
  path: transposition(base, from, 1, 0),
};

describe("three segments", () => {
  const { points, partitions } = right.path;
  refuses(checkTransposition, right, [
    [
      "two segments",
      { path: { points, partitions: partitions.slice(1) } },
      "[1,1] [0,1]: 4 points on 3 segments",
    ],
    [
      "a missing corner",
      { path: { points: points.slice(1), partitions } },
      "[1,0] [1,1] [0,1]: 3 points on 3 segments",
    ],
    ["another end", { to: from }, "[1,0] [1,1] [0,1]: the ends are not the point and its image"],
    ["another start", { from: right.to }, "[1,0] [1,1] [0,1]: the ends are not the point and its image"],
    [
      "swapped corners",
      { path: { points: [0, 2, 1, 3].map((corner) => entry(points, corner)), partitions } },
      "[1,0] [1,1] [0,1]: segment 1 leaves its subspace",
    ],
    [
      "a wrong subspace at the end",
      { path: { points, partitions: [0, 1, 1].map((segment) => entry(partitions, segment)) } },
      "[1,0] [1,1] [1,1]: segment 3 leaves its subspace",
    ],
  ]);
});

describe("lengths", () => {
  test("that are equal are accepted", () => {
    expect(checkLengths({ name: "x", asInPaper: 3, least: 3 })).toBeUndefined();
  });

  refuses(checkLengths, { name: "x", asInPaper: 4, least: 3 }, [
    ["a path below the least", { asInPaper: 2 }, "x: 2 segments, but 3 are the fewest"],
    ["no path as in the proof", { asInPaper: undefined }, "x: no path"],
    ["no shortest path", { least: undefined }, "x: no path"],
  ]);
});

test("a generic point lies in the subspace it is made for, and in no other", () => {
  for (const [r, m] of [
    [1, 4],
    [2, 4],
    [3, 5],
  ] as const) {
    const network = standardNetwork(r, 1, 1);
    for (const partition of labelledPartitions(r, m)) {
      expect([...subspacesHolding(network, genericPoint(network, partition))]).toEqual([partition]);
    }
  }
  const point = genericPoint(theta, LabelledPartition.of([1, 1, 0, -1, -1], 1));
  expect(point.units.map(unitKey)).toEqual(["1;2", "1;-1", "-1;0", "-2;2", "-2;-2"]);
});

visits(claim, { transpositions: 32, "segments saved": 70 });

test("what is saved is told", () => {
  expect(verdictOf(claim, "segments saved")).toMatchObject({
    what:
      "the proof's path between points of two subspaces is never shorter than a shortest path; " +
      "266 segments in all, and 185 by shortest paths",
  });
});
