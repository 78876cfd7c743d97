import { describe, expect, it } from "vitest";
import * as library from "../src/index.js";

type Call = (wrong: unknown) => unknown;
type Anything = (...given: readonly unknown[]) => unknown;

/** A function as plain JavaScript sees it, where no compiler checks types. */
function plain(call: unknown): Anything {
  return call as Anything;
}

const { Interval, LabelledPartition, RationalVector } = library;
const vectorParse: Anything = (...given) => RationalVector.parse(...(given as string[]));
const vectorOf: Anything = (...given) => RationalVector.of(...(given as [bigint[], bigint?]));
const intervalOf: Anything = (...given) => Interval.of(...(given as [bigint, bigint, number]));
const partitionOf: Anything = (...given) => LabelledPartition.of(...(given as [number[], number]));
const canonical: Anything = (...given) => LabelledPartition.canonical(...(given as [number[], number]));
const unit = library.unitOf(["1"], ["2"]);
const vector = RationalVector.parse("1");
const one = library.rational(1n);

/** For every function that makes a public value from plain ones, each place that can hold a wrong one. */
const TEXTS: Readonly<Record<string, Call>> = {
  parseRational: plain(library.parseRational),
  "RationalVector.parse": (wrong) => vectorParse("1", wrong),
  "unitOf, incoming": (wrong) => plain(library.unitOf)(wrong, ["1"]),
  "unitOf, outgoing": (wrong) => plain(library.unitOf)(["1"], wrong),
  "unitOf, a weight": (wrong) => plain(library.unitOf)([wrong], ["1"]),
  parseNetworkFile: (wrong) => plain(library.parseNetworkFile)(wrong, "a.json"),
  parseMultiLayerFile: (wrong) => plain(library.parseMultiLayerFile)(wrong, "a.json"),
  parseAnyNetworkFile: (wrong) => plain(library.parseAnyNetworkFile)(wrong, "a.json"),
  parseDataFile: (wrong) => plain(library.parseDataFile)(wrong, "a.json"),
  parseActivation: plain(library.parseActivation),
  realActivation: plain(library.realActivation),
};
const INTEGERS: Readonly<Record<string, Call>> = {
  "rational, numerator": plain(library.rational),
  "rational, denominator": (wrong) => plain(library.rational)(1n, wrong),
  "quotientOf, numerator": plain(library.quotientOf),
  "quotientOf, denominator": (wrong) => plain(library.quotientOf)(1n, wrong),
  "RationalVector.of": vectorOf,
  "RationalVector.of, a numerator": (wrong) => vectorOf([1n, wrong]),
  "RationalVector.of, denominator": (wrong) => vectorOf([1n], wrong),
  "Interval.of, lower": (wrong) => intervalOf(wrong, 1n, 1),
  "Interval.of, upper": (wrong) => intervalOf(0n, wrong, 1),
  partitionOfRank: (wrong) => plain(library.partitionOfRank)(1, 2, wrong),
};
const SIZES: Readonly<Record<string, Call>> = Object.fromEntries([
  ...(
    [
      "bell",
      "eulerCharacteristic",
      "firstBelowOne",
      "intersectionGraphSize",
      "labelledPartitionBounds",
      "labelledPartitionCount",
      "lastFailing",
      "partialSurjectionCount",
      "shareOntoBounds",
      "sphereCount",
      "stirling2",
      "surjections",
    ] as const
  ).map((name): [string, Call] => [name, (wrong) => plain(library[name])(wrong, wrong, () => 1n)]),
  [
    "labelledPartitions",
    (wrong: unknown) => [...(plain(library.labelledPartitions)(wrong, 2) as Iterable<unknown>)],
  ],
  ["IntersectionGraph", (wrong: unknown) => new library.IntersectionGraph(wrong as number, 2)],
  ["PlacementComplex", (wrong: unknown) => new library.PlacementComplex(wrong as number, 2)],
  ["Interval.of, precision", (wrong: unknown) => intervalOf(0n, 1n, wrong)],
  ["LabelledPartition.of, r", (wrong: unknown) => partitionOf([1], wrong)],
  ["LabelledPartition.of, a code", (wrong: unknown) => partitionOf([1, wrong], 1)],
  ["twoLayerNetwork, dimension", (wrong: unknown) => plain(library.twoLayerNetwork)(wrong, 1, [])],
]);
const VALUES: Readonly<Record<string, Call>> = {
  "LabelledPartition.of": (wrong) => partitionOf(wrong, 1),
  "LabelledPartition.canonical": (wrong) => canonical(wrong, 1),
  "twoLayerNetwork, units": (wrong) => plain(library.twoLayerNetwork)(1, 1, wrong),
  "twoLayerNetwork, a unit": (wrong) => plain(library.twoLayerNetwork)(1, 1, [unit, wrong]),
  multiLayerNetwork: plain(library.multiLayerNetwork),
  "multiLayerNetwork, a matrix": (wrong) => plain(library.multiLayerNetwork)([[vector], wrong]),
  "multiLayerNetwork, a row": (wrong) => plain(library.multiLayerNetwork)([[vector], [wrong]]),
  "multiLayerNetwork, biases": (wrong) => plain(library.multiLayerNetwork)([[vector], [vector]], [wrong]),
  "dataSet, inputs": (wrong) => plain(library.dataSet)(wrong, [vector]),
  "dataSet, targets": (wrong) => plain(library.dataSet)([vector], wrong),
  "dataSet, an input": (wrong) => plain(library.dataSet)([wrong], [vector]),
  polynomialActivation: plain(library.polynomialActivation),
  "rationalActivation, a coefficient": (wrong) => plain(library.rationalActivation)([one], [one, wrong]),
};

const WRONG: Readonly<Record<string, unknown>> = {
  undefined: undefined,
  null: null,
  NaN: Number.NaN,
  "1/2 as a float": 0.5,
  "-1": -1,
  "a text": "x",
  "an object": {},
  "a bigint": -5n,
  "a function": () => 1,
};

/** Messages of the language itself, which don't tell a caller what to give. */
const UNREADABLE = /Cannot |is not a function|is not iterable|Invalid array|Do not know/;

/** Where undefined is given, the default applies. */
const DEFAULTS = ["rational, denominator", "quotientOf, denominator", "RationalVector.of, denominator"];

function cases(calls: Readonly<Record<string, Call>>, right: readonly string[]): [string, string, Call][] {
  return Object.entries(calls).flatMap(([name, call]) =>
    Object.keys(WRONG)
      .filter((kind) => !right.includes(kind) && !(kind === "undefined" && DEFAULTS.includes(name)))
      .map((kind): [string, string, Call] => [name, kind, call]),
  );
}

describe("a wrong type from plain JavaScript", () => {
  it.each([
    ...cases(TEXTS, ["a text"]),
    ...cases(INTEGERS, ["a bigint"]),
    ...cases(SIZES, []),
    ...cases(VALUES, []),
  ])("is refused by %s in one line that says what it is: %s", (_, kind, call) => {
    let message: string | undefined;
    try {
      call(WRONG[kind]);
    } catch (error) {
      message = error instanceof Error ? error.message : undefined;
    }
    expect(message).toBeDefined();
    expect(message).not.toMatch(UNREADABLE);
    expect(message).not.toContain("\n");
  });

  it.each([
    [() => plain(library.rational)(1), "a numerator is 1, a number; give a bigint, as in 3n"],
    [
      () => plain(library.twoLayerNetwork)(1, 1, [unit, "x"]),
      'entry 2 of the units is "x", a string; give a unit',
    ],
    [() => vectorParse(0.5), "entry 1 of the coordinates is 0.5, a number; give a string"],
    [() => plain(library.dataSet)({}, []), "the inputs are an object; give a list of RationalVectors"],
  ])("is told with what to give instead: %#", (call, message) => {
    expect(call).toThrow(message);
  });
});
