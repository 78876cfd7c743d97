import { describe, expect, it } from "vitest";
import { repositoryTree } from "./guards/tree.js";
import { recordedCalls } from "./publicExamples.js";
import * as library from "../src/index.js";

const { LabelledPartition, RationalVector, rational, twoLayerNetwork, unitOf } = library;

const theta = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["2"])]);
const from = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["2"]), unitOf(["3"], ["0"])]);
const data = library.dataSet([RationalVector.parse("1")], [RationalVector.parse("2")]);
const activation = library.polynomialActivation([rational(0n), rational(1n, 3n)]);
const complex = new library.PlacementComplex(2, 2);

/** The second unit of `from`, which is silent, elsewhere; and the subspace of both. */
const moved = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["2"]), unitOf(["4"], ["0"])]);
const kept = LabelledPartition.of([1, 0], 1);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const ONE = { numerator: "1", denominator: "1" };

/** A value, its text, and its JSON; what is left out of the text is a plain object. */
const VALUES: readonly {
  readonly name: string;
  readonly value: unknown;
  readonly text?: string;
  readonly json: unknown;
}[] = [
  { name: "a vector", value: RationalVector.parse("2/4", "-3"), text: "(1/2, -3)", json: ["1/2", "-3"] },
  { name: "a vector of no coordinates", value: RationalVector.of([]), text: "()", json: [] },
  {
    name: "a labelled partition",
    value: LabelledPartition.of([1, 0, -1], 1),
    text: "[1, 0, -1]",
    json: { codes: [1, 0, -1], r: 1, zeroBlockCount: 2 },
  },
  {
    name: "an interval",
    value: library.Interval.enclosing(rational(1n, 3n), 4),
    text: "[5/16, 3/8]",
    json: ["5/16", "3/8"],
  },
  {
    name: "a measure",
    value: library.measureOf(from),
    text: "{(1/2) ↦ (2)}",
    json: { inputDimension: 1, outputDimension: 1, atoms: [{ point: ["1/2"], mass: ["2"] }] },
  },
  { name: "an activation", value: activation, text: "poly:0,1/3", json: "poly:0,1/3" },
  { name: "a cost", value: library.squaredError, json: { name: "squared", profile: "poly:0,1" } },
  {
    name: "an intersection graph",
    value: new library.IntersectionGraph(1, 2),
    text: "intersection graph of r = 1, m = 2",
    json: { r: 1, m: 2 },
  },
  { name: "a complex", value: complex, text: "placement complex of r = 2, m = 2", json: { r: 2, m: 2 } },
  { name: "a rational", value: rational(1n, 3n), text: "0.(3)", json: "1/3" },
  { name: "a quotient", value: library.quotientOf(2n, 4n), json: { numerator: "2", denominator: "4" } },
  { name: "bounds", value: library.shareOntoBounds(1, 1), json: { lower: ONE, upper: ONE } },
  {
    name: "the size of a graph",
    value: library.intersectionGraphSize(1, 2),
    json: { vertices: "3", edges: "2", degrees: { 1: "2", 2: "1" } },
  },
  { name: "an inertia", value: library.inertia([[2n]]), json: { positive: 1, negative: 0, zero: 0 } },
  {
    name: "an inertia with its evidence",
    value: library.certifiedInertia([]),
    json: { inertia: { positive: 0, negative: 0, zero: 0 }, kernel: [], identityRows: [], congruence: [] },
  },
  {
    name: "a matrix over one denominator",
    value: library.overOneDenominator([RationalVector.parse("1/2")]),
    json: { numerators: [["1"]], denominator: "2" },
  },
  {
    name: "a network",
    value: theta,
    json: { inputDimension: 1, outputDimension: 1, units: [{ incoming: ["1/2"], outgoing: ["2"] }] },
  },
  {
    name: "a network of several layers, as in its file",
    value: library.asMultiLayer(theta),
    json: { weights: [[["1/2"]], [["2"]]] },
  },
  { name: "a data set, as in its file", value: data, json: { inputs: [["1"]], targets: [["2"]] } },
  {
    name: "a subspace",
    value: library.symmetrySubspace(1, 2, [0, 1]),
    json: { ambientDimension: 2, base: ["0", "0"], directions: [["1", "1"]], equations: [["-1", "1", "0"]] },
  },
  {
    name: "a path, with its corners",
    value: library.pathAsInPaper(theta, from, moved),
    text: "path of 1 segment, r = 1, m = 2",
    json: { r: 1, segments: 1, points: [asJson(from), asJson(moved)], partitions: [asJson(kept)] },
  },
  {
    name: "a shortest path",
    value: library.shortestPath(theta, from, moved),
    json: {
      path: { r: 1, segments: 1, points: [asJson(from), asJson(moved)], partitions: [asJson(kept)] },
      lowerBound: 1,
      optimal: true,
      method: "common subspace",
    },
  },
  {
    name: "a path as a list",
    value: library.shortestPath(theta, from, from)?.path.list(),
    json: { points: [asJson(from)], partitions: [] },
  },
];

const calls = await recordedCalls(repositoryTree("src", "properties"));

/** Whose answers are plain records, which are told by their JSON alone. */
const RECORDS =
  "smoothActivation enclosedCost orbitOf SignedLabelledPartition#toJSON redundancies distancePotential placementMatching chainComplexOf latticeOfFlats " +
  "orderComplex boundedActivation realActivation softplusWithSigmoid inertiaAbove unitsOnData checkCertificate certificateNetwork " +
  "enumerationCertificate connectedCertificate gradientFlowCounterexample " +
  "literalFormulaCounterexample criticalCertificate certificateActivation certificateData " +
  "differenceCertificate " +
  "independenceCertificate inertiaCertificate certificateLayers layeredPathCertificate " +
  "morseCertificate nearCriticalCertificate pathCertificate spuriousCertificate writeCertificate " +
  "claimById chooseBackend readNetwork";

describe("what a public value says of itself", () => {
  it.each(VALUES)("is its JSON, with exact numbers only: $name", ({ value, json }) => {
    expect(JSON.parse(JSON.stringify(value))).toEqual(json);
  });

  it.each(VALUES.filter(({ text }) => text !== undefined))("is its text: $name", ({ value, text }) => {
    expect(String(value)).toBe(text);
  });

  it("is JSON that can be read, and a text for all but records, whatever a function answers", async () => {
    const records: string[] = [];
    for (const [name, { answer }] of calls) {
      const value = await answer;
      if (String(value).includes("[object Object]")) records.push(name);
      // A backend holds the engine that runs it.
      if (typeof value !== "object" || value === null || name === "chooseBackend") continue;
      expect(JSON.parse(JSON.stringify(value)), name).toBeDefined();
    }
    expect(records).toEqual(RECORDS.split(" "));
  });

  it("is no JSON where it is a bigint, for which the language has none", () => {
    expect(() => JSON.stringify(library.bell(4))).toThrow("serialize a BigInt");
    expect(String(library.bell(4))).toBe("15");
  });
});
