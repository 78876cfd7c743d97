import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { everyActivation } from "../../../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";
import {
  type MultiLayerNetwork,
  multiLayerNetwork,
  sameMultiLayer,
} from "../../../src/network/multiLayerNetwork.js";
import { parseMultiLayerFile } from "../../../src/network/networkFile.js";
import { compareNetworks } from "../../../src/trained/compare/compareNetworks.js";
import { inOrderOf } from "../../../src/trained/compare/inOrderOf.js";
import { networkText, textOf } from "../../cli/scratch.js";

const network = (matrices: readonly string[], biases?: string): MultiLayerNetwork =>
  parseMultiLayerFile(networkText(matrices, biases), "a network");
const file = (name: string): MultiLayerNetwork =>
  parseMultiLayerFile(textOf(`test/corpus/compare/${name}.json`), name);

const [A, B] = [file("rebasin-a"), file("rebasin-b")];
/** B with the biases of its first layer in A's order, as a program that forgot to permute them leaves it. */
const BUG = multiLayerNetwork(
  B.weights,
  B.biases?.map((bias, layer) => (layer === 0 ? entry(A.biases ?? [], 0) : bias)),
);
/** B with one weight moved by one unit in the last place. */
const ULP = multiLayerNetwork(
  B.weights.map((rows, layer) =>
    rows.map((row, unit) => {
      if (layer !== 1 || unit !== 3) return row;
      return row.plus(
        RationalVector.of(
          row.numerators.map((_, place) => (place === 4 ? -1n : 0n)),
          1n << 53n,
        ),
      );
    }),
  ),
  B.biases,
);

describe("compareNetworks, of a network and its permuted copy", () => {
  it("finds the order of every hidden layer, by which one becomes the other", () => {
    const { verdict, matching = [] } = compareNetworks(A, B);
    expect(verdict).toBe("same");
    expect(matching.map(({ partners }) => partners.length)).toEqual([30, 50]);
    expect(sameMultiLayer(inOrderOf(matching, B, everyActivation), A)).toBe(true);
    expect(sameMultiLayer(B, A)).toBe(false);
  });

  it("names the layer whose biases were not permuted", () => {
    const { verdict, nearest, witness } = compareNetworks(A, BUG);
    const outliers = nearest?.mismatch?.outliers ?? [];
    expect([verdict, outliers.length, nearest?.mismatch?.others.n]).toEqual(["different", 29, 0n]);
    expect(new Set(outliers.map(({ layer, weight }) => `${layer} ${weight}`))).toEqual(
      new Set(["1 undefined"]),
    );
    expect([outliers[0]?.unit, outliers[0]?.partner]).toEqual([0, 28]);
    expect(witness?.activation).toBe("poly:0,0,1");
  });

  it.each([undefined, "tanh"])("names the one weight and the size of the step, for %s", (activation) => {
    const { verdict, nearest, witness } = compareNetworks(A, ULP, activation);
    const [first, ...more] = nearest?.mismatch?.outliers ?? [];
    expect([verdict, more.length, nearest?.mismatch?.others.n]).toEqual(["different", 0, 0n]);
    expect([first?.layer, first?.unit, first?.partner, first?.weight]).toEqual([2, 20, 3, 29]);
    expect(first && formatRational(first.size)).toBe("1/9007199254740992");
    expect(witness?.difference.compare(0n)).toBe(1);
  });
});

describe("compareNetworks, of networks of different widths", () => {
  it("has zero blocks, and biases of zeros", () => {
    const { verdict, matching } = compareNetworks(file("w3"), file("w2"));
    expect([verdict, matching?.[0]?.partners, matching?.[0]?.isOrder]).toEqual([
      "same",
      [0, 1, undefined],
      false,
    ]);
    expect(compareNetworks(file("bias0"), file("bias0zero")).verdict).toBe("same");
    expect(compareNetworks(file("bias0zero"), file("bias0")).verdict).toBe("same");
  });

  it("matches what rounding keeps from being the same", () => {
    const { verdict, nearest } = compareNetworks(file("n2n-f32-3-small"), file("n2n-f32-3-wide"), "tanh");
    expect([verdict, nearest?.alone, nearest?.matching[0]?.partitions]).toEqual([
      "different",
      { a: [[]], b: [[]] },
      { a: [1, 2, 3, 4, 0, -1], b: [1, 2, 3, 4, 1, 1] },
    ]);
    expect(nearest?.mismatch?.outliers.map(({ layer, unit, weight }) => [layer, unit, weight])).toEqual([
      [2, 0, 0],
      [2, 1, 0],
    ]);
    const noisy = compareNetworks(file("n2n-f32-3-small"), file("n2n-f32-3-noise"), "tanh");
    expect(noisy.nearest?.alone).toEqual({ a: [[]], b: [[0, 4]] });
  });
});

describe("compareNetworks, for an activation", () => {
  const MERGED = network(["1 2", "2"], "3; 0");
  const SCALED = network(["1 2", "3"], "1; 0");
  /** x + y by four units and by two: ReLU may carry a linear function in many ways. */
  const CARRIED = network(["1 0; -1 0; 0 1; 0 -1", "1 -1 1 -1"]);
  const OTHERWISE = network(["1 1; -1 -1", "1 -1"]);
  const FLIPPED = network(["-1 1; 2 1", "3 -1"], "1 0; -2");
  const SIGMOID = network(["1 -1; 2 1", "-3 -1"], "-1 0; 1");

  it.each<[string, MultiLayerNetwork, MultiLayerNetwork, string, string]>([
    ["a pair that is one unit", file("tanh-pair"), MERGED, "tanh", "same-for-activation"],
    ["the same for an even activation", file("tanh-pair"), MERGED, "gaussian", "different"],
    ["scaled copies", file("relu-scale"), SCALED, "relu", "same-for-activation"],
    ["scaled copies that aren't for tanh", file("relu-scale"), SCALED, "tanh", "different"],
    ["a linear part carried otherwise", CARRIED, OTHERWISE, "relu", "same-for-activation"],
    ["a constant that the bias takes", FLIPPED, SIGMOID, "sigmoid", "same-for-activation"],
    ["a constant that it doesn't take for tanh", FLIPPED, SIGMOID, "tanh", "different"],
    ["another linear part", CARRIED, network(["1 1; -1 -1", "1 -2"]), "relu", "different"],
    ["no symmetry known", file("tanh-pair"), MERGED, "softplus+sigmoid:1,4", "different"],
    ["a formula", file("tanh-pair"), MERGED, "poly:1,1,1", "different"],
  ])("settles %s", (_, a, b, activation, verdict) => {
    expect(compareNetworks(a, b, activation).verdict).toBe(verdict);
    expect(compareNetworks(b, a, activation).verdict).toBe(verdict);
    expect(compareNetworks(a, b).verdict).toBe("different");
  });

  it("says that it didn't settle what only the activation's formula shows", () => {
    const [a, b] = [network(["1; 1", "1 1"], "0 2; 0"), network(["1", "2"], "1; 0")];
    const { verdict, witness, nearest } = compareNetworks(a, b, "poly:0,1");
    expect([verdict, witness, nearest?.matching.length]).toEqual(["undecided", undefined, 1]);
  });

  it.each<[string, MultiLayerNetwork, MultiLayerNetwork]>([
    ["sigmoid", SIGMOID, FLIPPED],
    ["relu", network(["1 2; 0 1", "1 2"]), network(["0 4; 1/2 1", "1/2 2"])],
    ["tanh", network(["1 2; 0 1", "1 2"]), network(["0 -1; -1 -2", "-2 -1"])],
    ["gaussian", network(["1 2; 0 1", "1 2"]), network(["0 -1; -1 -2", "2 1"])],
  ])("writes units for %s as they are in the first", (activation, a, b) => {
    const { verdict, matching = [] } = compareNetworks(a, b, activation);
    expect(verdict).toBe("same-for-activation");
    expect(sameMultiLayer(inOrderOf(matching, b, parseSymmetry(activation)), a)).toBe(true);
  });

  it("writes no order for networks of other widths", () => {
    const { matching = [] } = compareNetworks(file("w2"), file("w3"));
    expect(() => inOrderOf(matching, file("w3"), everyActivation)).toThrow(
      "--apply: hidden layer 1 has 3 units in the second network and 2 in the first; " +
        "give networks of equal widths, or reduce both first",
    );
  });
});
