import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { partition } from "../manifold/fixtures.js";
import { entry } from "../../src/exact/entry.js";
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
import { multiLayerPath } from "../../src/manifold/layers/multiLayerPath.js";
import { multiLayerFile, parseMultiLayerFile } from "../../src/network/networkFile.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";
import { quickContext } from "./quickContext.js";
import { refuses, visits } from "./checks.js";

describe("a pair of tuples", () => {
  const right = { name: "P and Q", inManifold: true, inFibre: true, byLayers: true, distance: 1, most: 1 };

  refuses(checkTuplePair, right, [
    ["no meeting in Θ", { inManifold: false }, "P and Q: don't intersect in Θ, intersect by the layers"],
    [
      "none in the fibre",
      { inFibre: false },
      "P and Q: don't intersect in the fibre, intersect by the layers",
    ],
    ["none by the layers", { byLayers: false }, "P and Q: intersect in Θ, don't intersect by the layers"],
    ["another distance", { distance: 2 }, "P and Q: 2 edges, not 1, the maximum over the layers"],
    ["no way in a layer", { most: -1 }, "P and Q: 1 edges, not -1, the maximum over the layers"],
  ]);
});

describe("numbers of components", () => {
  refuses(checkComponents, { name: "x", inManifold: 2, inFibre: 2, expected: 2n }, [
    ["a connected Θ", { inManifold: 1 }, "x: 1 components of Θ, 2 of the fibre, expected 2"],
    ["a connected fibre", { inFibre: 1 }, "x: 2 components of Θ, 1 of the fibre, expected 2"],
  ]);
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
    expect([0, 2, 1].map((other) => graph.joins(1, other))).toEqual([true, false, false]);
    expect(graph.joins(0, 1)).toBe(true);
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

  test("is that of the one layer that moves", () => {
    expect(path.layers).toEqual([2]);
  });

  const { points, tuples } = line;
  refuses(checkLength, right, [
    ["no path", { line: undefined }, "x: no path"],
    ["another number", { least: 2 }, "x: 3 segments, at least 3, where 2 are the fewest"],
    ["another bound", { lowerBound: 2 }, "x: 3 segments, at least 2, where 3 are the fewest"],
    [
      "a segment less",
      { line: { points, tuples: tuples.slice(1) } },
      "x: 2 segments, at least 3, where 3 are the fewest",
    ],
    ["another end", { ends: [from, from] }, "x: other ends"],
    ["another start", { ends: [to, to] }, "x: other ends"],
    [
      "swapped corners",
      { line: { points: [0, 2, 1, 3].map((corner) => entry(points, corner)), tuples } },
      "x: segment 1 leaves its subspace",
    ],
    [
      "a wrong subspace at the end",
      { line: { points, tuples: [0, 1, 1].map((segment) => entry(tuples, segment)) } },
      "x: segment 3 leaves its subspace",
    ],
  ]);
});

// Both sums are of squares: 12,076 pairs at the full sizes too, as quickContext has m ≤ 3.
visits(claim, { meetings: 12_076, components: 55, lengths: 1377 });

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
