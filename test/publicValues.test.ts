import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";

const { LabelledPartition, RationalVector, rational, twoLayerNetwork, unitOf } = library;

const theta = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["2"])]);
const from = twoLayerNetwork(1, 1, [unitOf(["1/2"], ["2"]), unitOf(["3"], ["0"])]);
const data = library.dataSet([RationalVector.parse("1")], [RationalVector.parse("2")]);
const activation = library.polynomialActivation([rational(0n), rational(1n, 3n)]);
const complex = new library.PlacementComplex(2, 2);

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
    name: "a path as a list",
    value: library.shortestPath(theta, from, from)?.path.list(),
    json: { points: [JSON.parse(JSON.stringify(from))], partitions: [] },
  },
];

describe("what a public value says of itself", () => {
  it.each(VALUES)("is its JSON, with exact numbers only: $name", ({ value, json }) => {
    expect(JSON.parse(JSON.stringify(value))).toEqual(json);
  });

  it.each(VALUES.filter(({ text }) => text !== undefined))("is its text: $name", ({ value, text }) => {
    expect(String(value)).toBe(text);
  });

  it.each([
    ["a rational", rational(1n, 3n)],
    ["a quotient", library.quotientOf(2n, 4n)],
    ["a count", library.bell(4)],
  ])("is refused in JSON, which has no integers of any size: %s", (_, value) => {
    expect(() => JSON.stringify(value)).toThrow("serialize a BigInt");
  });
});
