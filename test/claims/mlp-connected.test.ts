import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  multiLayerInstanceCount,
  multiLayerInstances,
  multiLayerTeacher,
  freePoint,
} from "../../src/claims/instances/multiLayerInstances.js";
import { type LengthCase, checkLength } from "../../src/claims/instances/layerLengths.js";
import { checkComponents, checkTuplePair, claim } from "../../src/claims/mlp-connected.js";
import { TupleGraph, allTuples } from "../../src/claims/instances/tupleGraph.js";
import { certificateText } from "../../src/certificate/certificateText.js";
import { checkCertificate } from "../../src/checker/check.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { multiLayerPath } from "../../src/manifold/layers/multiLayerPath.js";
import { multiLayerFile, parseMultiLayerFile } from "../../src/network/networkFile.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import { quickContext, verdictOf } from "./quickContext.js";

const partition = (...codes: number[]): LabelledPartition => LabelledPartition.of(codes, Math.max(...codes));

describe("a pair of tuples", () => {
  const right = { name: "P and Q", inManifold: true, inFibre: true, byLayers: true, distance: 1, most: 1 };

  test.each([
    [right, undefined],
    [{ ...right, inManifold: false }, "P and Q: don't meet in Θ, meet by the layers"],
    [{ ...right, inFibre: false }, "P and Q: don't meet in the fibre, meet by the layers"],
    [{ ...right, byLayers: false }, "P and Q: meet in Θ, don't meet by the layers"],
    [{ ...right, distance: 2 }, "P and Q: 2 edges, but 1 are the most in a layer"],
    [{ ...right, most: -1 }, "P and Q: 1 edges, but -1 are the most in a layer"],
  ])("%o", (item, message) => {
    expect(checkTuplePair(item)).toBe(message);
  });
});

test.each([
  [{ name: "x", inManifold: 2, inFibre: 2, expected: 2n }, undefined],
  [
    { name: "x", inManifold: 1, inFibre: 2, expected: 2n },
    "x: 1 components of Θ, 2 of the fibre, expected 2",
  ],
  [
    { name: "x", inManifold: 2, inFibre: 1, expected: 2n },
    "x: 2 components of Θ, 1 of the fibre, expected 2",
  ],
])("components %o", (item, message) => {
  expect(checkComponents(item)).toBe(message);
});

describe("the graph of tuples", () => {
  const theta = randomMultiLayer({ widths: [1, 2, 1, 1], hasBiases: false }, 1);

  test("has two components where the layer of two units has none to spare", () => {
    const graph = new TupleGraph(theta, allTuples([2, 1], [2, 2]), "last to first");
    expect(graph.tuples.map((tuple) => tuple.map(({ key }) => key).join(" "))).toEqual([
      ...["1,2 1,1", "1,2 1,0", "1,2 0,1", "2,1 1,1", "2,1 1,0", "2,1 0,1"],
    ]);
    expect(graph.components).toBe(2);
    expect(graph.distancesFrom([1])).toEqual([1, 0, 2, -1, -1, -1]);
    expect(graph.distancesFrom([1, 5])).toEqual([1, 0, 2, 1, 2, 0]);
    expect([graph.joins(0, 1), graph.joins(1, 0), graph.joins(1, 2), graph.joins(1, 1)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("a length", () => {
  const theta = randomMultiLayer({ widths: [1, 1, 1, 1], hasBiases: true }, 1);
  const [from, to] = [
    freePoint(theta, [partition(1, 0), partition(1, 0)]),
    freePoint(theta, [partition(1, 0), partition(0, 1)]),
  ];
  const path = multiLayerPath(theta, from, to);
  if ("isolatedLayer" in path) throw new Error("no path");
  const line = path.list();
  const right: LengthCase = { name: "x", theta, ends: [from, to], line, lowerBound: 3, least: 3 };

  test("as it is is accepted", () => {
    expect(path.layers).toEqual([2]);
    expect(checkLength(right)).toBeUndefined();
  });

  const { points, tuples } = line;
  test.each([
    ["no path", { ...right, line: undefined }, "x: no path"],
    ["another number", { ...right, least: 2 }, "x: 3 segments, at least 3, where 2 are the fewest"],
    ["another bound", { ...right, lowerBound: 2 }, "x: 3 segments, at least 2, where 3 are the fewest"],
    [
      "a segment less",
      { ...right, line: { points, tuples: tuples.slice(1) } },
      "x: 2 segments, at least 3, where 3 are the fewest",
    ],
    ["another end", { ...right, ends: [from, from] }, "x: other ends"],
    ["another start", { ...right, ends: [to, to] }, "x: other ends"],
    [
      "swapped corners",
      { ...right, line: { points: [points[0], points[2], points[1], points[3]], tuples } },
      "x: segment 1 leaves its subspace",
    ],
    [
      "a wrong subspace at the end",
      { ...right, line: { points, tuples: [tuples[0], tuples[1], tuples[1]] } },
      "x: segment 3 leaves its subspace",
    ],
  ] as [string, LengthCase, string][])("with %s is caught", (_, wrong, message) => {
    expect(checkLength(wrong)).toBe(message);
  });
});

// Both sums are of squares: 12,076 pairs at the full sizes too, as quickContext has m ≤ 3.
test.each([
  ["meetings", "12076"],
  ["components", "55"],
  ["lengths", "1377"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});

describe("certificates", () => {
  test("are all accepted, as many as there are permuted minima", async () => {
    const evidence = claim.evidence.find(({ name }) => name === "certificates");
    expect(await evidence?.run(quickContext)).toMatchObject({ held: true, accepted: "51", expected: "51" });
    // 2·2 and 3!·2! and 2·2·2, and one of 3-3-3, with biases and without; and the teacher.
    expect(multiLayerInstanceCount()).toBe(2n * (4n + 12n + 8n + 1n) + 1n);
  });

  test("are rejected for a minimum of another network", async () => {
    const [first] = multiLayerInstances(1);
    const [second] = multiLayerInstances(2);
    if (first === undefined || second === undefined) return expect.fail("no instances");
    const text = certificateText(first.certificate, { command: "", version: "" });
    expect(await checkCertificate(text, first.asked)).toMatchObject({ accepted: true });
    const { theta, ...ends } = second.asked;
    expect(await checkCertificate(text, ends)).toMatchObject({ accepted: false, rule: "end" });
    expect(await checkCertificate(text, { ...first.asked, ...(theta && { theta }) })).toMatchObject({
      rule: "parameters",
    });
  });

  test("are of the teacher of the examples", () => {
    const name = "teacher-4-4-4.json";
    const text = readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
    expect(multiLayerFile(parseMultiLayerFile(text, name))).toEqual(multiLayerFile(multiLayerTeacher()));
  });
});
