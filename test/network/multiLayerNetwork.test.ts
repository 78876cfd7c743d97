import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { irreducibleMultiLayer } from "../../properties/arbitraries/multiLayer.js";
import { InputError } from "../../src/exact/inputError.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { asMultiLayer, isTwoLayer } from "../../src/network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  hiddenWidths,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../../src/network/multiLayerNetwork.js";
import { multiLayerFile } from "../../src/network/networkFile.js";
import { evaluate, unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

const rows = (...matrix: readonly (readonly string[])[]): RationalVector[] =>
  matrix.map((row) => RationalVector.parse(...row));
const vector = (...entries: readonly string[]): RationalVector => RationalVector.parse(...entries);

const W = [
  rows(["1", "2"], ["0", "1/2"], ["-1", "0"]),
  rows(["1", "0", "3"], ["2", "1", "0"]),
  rows(["1", "-1"]),
];
const B = [vector("1", "2", "3"), vector("0", "1/3"), vector("5")];

function errorOf(make: () => unknown): string {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("made without an error");
}

describe("a network of several layers", () => {
  it("has the widths of its hidden layers", () => {
    expect(hiddenWidths(multiLayerNetwork(W))).toEqual([3, 2]);
    expect(hiddenWidths(multiLayerNetwork(W.slice(0, 2)))).toEqual([3]);
  });

  it("computes layer by layer, by hand", () => {
    const square = (z: ReturnType<RationalVector["at"]>): typeof z => z.mul(z);
    const x = vector("1", "2");
    // W1 x = (5, 1, -1), squared (25, 1, 1); W2 of it (28, 51), squared (784, 2601); W3 of it -1817.
    expect(evaluateMultiLayer(multiLayerNetwork(W), x, square).key).toBe("-1817");
    // (6, 3, 2) squared (36, 9, 4); (48, 81 + 1/3) squared (2304, 59536/9); 2304 - 59536/9 + 5.
    expect(evaluateMultiLayer(multiLayerNetwork(W, B), x, square).key).toBe("-38755/9");
    expect(() => evaluateMultiLayer(multiLayerNetwork(W), vector("1"), square)).toThrow(RangeError);
  });

  it.each<[string, () => MultiLayerNetwork, string]>([
    [
      "one matrix",
      () => multiLayerNetwork(W.slice(0, 1)),
      "a network of 1 weight matrices; give two or more: W1, …, WL",
    ],
    ["no matrix", () => multiLayerNetwork([]), "a network of 0 weight matrices; give two or more: W1, …, WL"],
    [
      "a matrix without rows",
      () => multiLayerNetwork([rows(["1"]), []]),
      "W2 has no rows; give every matrix a row and a column",
    ],
    [
      "a matrix without columns",
      () => multiLayerNetwork([rows([]), rows(["1"])]),
      "W1 has no columns; give every matrix a row and a column",
    ],
    [
      "a ragged matrix",
      () => multiLayerNetwork([rows(["1"], ["2"]), rows(["1", "2"], ["1"])]),
      "row 2 of W2 has 1 entry, row 1 has 2; give all rows of a matrix the same length",
    ],
    [
      "widths that differ",
      () => multiLayerNetwork([...W.slice(0, 2), rows(["1"])]),
      "W2 has 2 rows but W3 has 1 column; give W2 one row and W3 one column for every neuron",
    ],
    [
      "a bias too few",
      () => multiLayerNetwork(W, B.slice(1)),
      "2 biases for 3 weight matrices; give one for every matrix, of zeros where there is none",
    ],
    [
      "a short bias",
      () => multiLayerNetwork(W, [...B.slice(0, 2), vector()]),
      "bias 3 has 0 entries but W3 has 1 row; give a bias one entry for every row of its matrix",
    ],
  ])("is refused with %s", (_, make, message) => {
    expect(errorOf(make)).toBe(message);
  });
});

describe("the pair of a hidden layer", () => {
  it("has rows as incoming and columns as outgoing vectors, the bias as one more incoming weight", () => {
    const units = (network: MultiLayerNetwork, layer: number): string[][] =>
      pairAt(network, layer).units.map(({ incoming, outgoing }) => [incoming.key, outgoing.key]);
    expect(units(multiLayerNetwork(W), 2)).toEqual([
      ["1,0,3", "1"],
      ["2,1,0", "-1"],
    ]);
    expect(units(multiLayerNetwork(W, B), 1)).toEqual([
      ["1,2,1", "1,2"],
      ["0,1/2,2", "0,1"],
      ["-1,0,3", "3,0"],
    ]);
    expect(units(multiLayerNetwork(W, B), 2)[1]).toEqual(["2,1,0,1/3", "-1"]);
  });

  it("can be put back, and no other part of the network changes", () => {
    fc.assert(
      fc.property(irreducibleMultiLayer(1, 3), (network) => {
        const same = hiddenWidths(network).map((_, index) =>
          withPair(network, index + 1, pairAt(network, index + 1)),
        );
        const text = JSON.stringify(multiLayerFile(network));
        return same.every((other) => JSON.stringify(multiLayerFile(other)) === text);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("may be exchanged for one of another width", () => {
    const wider = twoLayerNetwork(3, 1, [
      unitOf(["1", "0", "3"], ["1/2"]),
      unitOf(["1", "0", "3"], ["1/2"]),
      unitOf(["2", "1", "0"], ["-1"]),
    ]);
    expect(multiLayerFile(withPair(multiLayerNetwork(W), 2, wider)).weights.slice(1)).toEqual([
      [
        ["1", "0", "3"],
        ["1", "0", "3"],
        ["2", "1", "0"],
      ],
      [["1/2", "1/2", "-1"]],
    ]);
  });

  it.each([0, 3, -1, 1.5])("is not there for layer %d of two", (layer) => {
    const network = multiLayerNetwork(W);
    expect(() => pairAt(network, layer)).toThrow(`no hidden layer ${layer}`);
    expect(() => withPair(network, layer, pairAt(network, 1))).toThrow(RangeError);
  });

  it("is refused with other dimensions", () => {
    const network = multiLayerNetwork(W);
    expect(errorOf(() => withPair(network, 2, twoLayerNetwork(2, 1, [unitOf(["1", "1"], ["1"])])))).toBe(
      "a pair with 2 incoming weights a neuron at layer 2; give it 3, the bias among them if there is one",
    );
    expect(
      errorOf(() => withPair(network, 2, twoLayerNetwork(4, 1, [unitOf(["1", "1", "1", "1"], ["1"])]))),
    ).toContain("a pair with 4 incoming weights");
    expect(errorOf(() => withPair(network, 1, twoLayerNetwork(2, 1, [unitOf(["1", "1"], ["1"])])))).toBe(
      "W2 has 1 row but W3 has 2 columns; give W2 one row and W3 one column for every neuron",
    );
    expect(errorOf(() => withPair(network, 1, twoLayerNetwork(2, 2, [])))).toMatch(/^W1 has no rows; /);
  });
});

it("a two-layer network is one of two layers", () => {
  const theta = twoLayerNetwork(2, 1, [unitOf(["1", "2"], ["3"]), unitOf(["0", "1"], ["-1/2"])]);
  const network = asMultiLayer(theta);
  expect(pairAt(network, 1)).toEqual(theta);
  const [x, cube] = [vector("1", "-1/3"), (z: ReturnType<RationalVector["at"]>): typeof z => z.pow(3n)];
  expect(evaluateMultiLayer(network, x, cube).key).toBe(evaluate(theta, x, cube).key);
  expect(() => asMultiLayer(twoLayerNetwork(1, 1, []))).toThrow(InputError);
  expect([isTwoLayer(theta), isTwoLayer(network)]).toEqual([true, false]);
  expect(asMultiLayer(network)).toBe(network);
});
