import { describe, expect, it, test } from "vitest";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { reduceMultiLayer } from "../../src/network/multiLayerReduction.js";
import {
  layerStep,
  layerSteps,
  reduceMultiLayerBySteps,
} from "../../src/network/multiLayerReductionSteps.js";
import { multiLayerFile, parseMultiLayerFile } from "../../src/network/networkFile.js";
import { functionKey, irreducibleKey } from "../../src/network/multiLayerKey.js";
import {
  type MultiLayerNetwork,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../../src/network/multiLayerNetwork.js";
import { permuteUnits } from "../../src/network/twoLayerNetwork.js";

/** The rows of a matrix, as in "1 2; 3 4". */
const rowsOf = (matrix: string): string[][] => matrix.split("; ").map((row) => row.split(" "));

function network(matrices: readonly string[], biases?: readonly string[]): MultiLayerNetwork {
  const file = {
    format: "equiloss-network/1",
    weights: matrices.map(rowsOf),
    biases: biases?.flatMap(rowsOf),
  };
  return parseMultiLayerFile(JSON.stringify(file), "test");
}

/** Matrices and then biases of the irreducible network, as texts. */
function reduced(wide: MultiLayerNetwork): unknown {
  const { irreducible } = reduceMultiLayer(wide);
  if (irreducible === undefined) return undefined;
  const { weights, biases } = multiLayerFile(irreducible);
  const matrices = weights.map((rows) => rows.map((row) => row.join(" ")).join("; "));
  return biases === undefined ? matrices : [...matrices, ...biases.map((bias) => bias.join(" "))];
}

/** Merging in layer 1 makes rows 1 and 2 of W2 alike. */
const nested = network(["1; 1; 2", "1 2 3; 3 0 3; 0 0 1", "1 1 5"]);
/** Layer 1 cancels in all rows that are read. */
const emptied = network(["1; 1", "1 -1; 2 -2", "1 1"]);

describe("reduction of several layers", () => {
  test("merges units that become alike when those below have merged", () => {
    expect(reduced(nested)).toEqual(["1; 2", "3 3; 0 1", "2 5"]);
    expect(reduceMultiLayer(nested)).toMatchObject({
      widths: [2, 2],
      labelledPartitions: [
        [1, 1, 2],
        [1, 1, 2],
      ],
    });
  });

  test("drops units that only units read which are dropped themselves", () => {
    const unread = network(["1; 2", "1 0; 0 3", "1 0; 0 1", "7 0"]);
    expect(reduced(unread)).toEqual(["1", "1", "1", "7"]);
    expect(reduceMultiLayer(unread).labelledPartitions).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  test("numbers silent classes in order of first appearance", () => {
    const silent = network(["5; 1; 3; 5; 2; 1", "0 1 0 0 1 2; 1 0 2 -1 0 0", "1 0"]);
    expect(reduceMultiLayer(silent).labelledPartitions).toEqual([
      [0, 1, -1, 0, 2, 1],
      [1, 0],
    ]);
  });

  test("biases keep units apart, and merge with their rows", () => {
    const biased = network(["1; 1; 1", "1 1 2; 2 0 2; 1 1 2", "1 1 1"], ["0 0 1", "4 4 5", "1/2"]);
    expect(reduced(biased)).toEqual(["1; 1", "2 2; 2 2", "2 1", "0 1", "4 5", "1/2"]);
  });

  test("a layer may be left without a unit: f is constant then", () => {
    expect(reduceMultiLayer(emptied)).toMatchObject({
      irreducible: undefined,
      widths: [0, 1],
      labelledPartitions: [
        [0, 0],
        [1, 1],
      ],
    });
    expect(reduceMultiLayer(network(["1", "1; 1", "1 -1"]))).toMatchObject({
      irreducible: undefined,
      widths: [0, 0],
      labelledPartitions: [[0], [0, 0]],
    });
  });

  test("with biases, units stay apart even if fed by nothing", () => {
    const fed = network(["1; 1", "1 -1; 2 -2", "1 1"], ["0 0", "1 2", "0"]);
    expect(reduceMultiLayer(fed)).toMatchObject({ irreducible: undefined, widths: [0, 2] });
  });

  test("classes in several rows are summed over different denominators", () => {
    const fractions = network(["1; 1", "1/3 1/6; 1/4 1/4", "1 1"]);
    expect(reduced(fractions)).toEqual(["1", "1/2", "2"]);
  });

  test("a network that is irreducible comes back as it is", () => {
    const given = network(["1; 2", "0 1; 1 0", "1 1"]);
    const { irreducible, labelledPartitions } = reduceMultiLayer(given);
    expect(irreducible && multiLayerFile(irreducible)).toEqual(multiLayerFile(given));
    expect(labelledPartitions).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("of three hundred units in each of three layers takes a moment, not a search", () => {
    const row = (shift: number): string =>
      Array.from({ length: 300 }, (_, index) => (index * shift) % 7).join(" ");
    const square = Array.from({ length: 300 }, (_, index) => row(index % 5)).join("; ");
    const column = Array.from({ length: 300 }, (_, index) => index % 10).join("; ");
    const wide = network([column, square, square, row(3)]);
    const { widths } = reduceMultiLayer(wide);
    expect(widths.every((width) => width <= 10)).toBe(true);
  });
});

describe("single steps", () => {
  test("are those of every layer", () => {
    expect(layerSteps(nested)).toEqual([{ layer: 1, step: { kind: "equal incoming", first: 0, second: 1 } }]);
    const [merge] = layerSteps(nested);
    if (merge === undefined) throw new RangeError("no step");
    expect(layerSteps(layerStep(nested, merge))).toEqual([
      { layer: 2, step: { kind: "equal incoming", first: 0, second: 1 } },
    ]);
  });

  test("that don't apply are refused", () => {
    const wrong = { layer: 2, step: { kind: "equal incoming", first: 0, second: 1 } } as const;
    expect(() => layerStep(nested, wrong)).toThrow("are not two neurons with one incoming vector");
    expect(() => layerStep(nested, { ...wrong, layer: 3 })).toThrow("no hidden layer 3");
  });

  test("go on where a layer has no unit left", () => {
    const end = reduceMultiLayerBySteps(emptied, () => 0);
    expect(end.weights.map((rows) => rows.length)).toEqual([0, 1, 1]);
    expect(irreducibleKey(end)).toBe(functionKey(emptied));
    const last = reduceMultiLayerBySteps(emptied, (steps) => steps.length - 1);
    expect(irreducibleKey(last)).toBe(functionKey(emptied));
  });

  test("a choice that is none of them is refused", () => {
    expect(() => reduceMultiLayerBySteps(nested, () => 7)).toThrow("a choice outside the 1 steps that apply");
  });
});

describe("keys", () => {
  const theta = network(["1; 2", "1 5; 3 4", "1 -1"]);
  const swapped = (given: MultiLayerNetwork, layer: number): MultiLayerNetwork =>
    withPair(given, layer, permuteUnits(pairAt(given, layer), [1, 0]));

  test("are the same for permuted units of any layers", () => {
    for (const other of [swapped(theta, 1), swapped(theta, 2), swapped(swapped(theta, 1), 2)]) {
      expect(irreducibleKey(other)).toBe(irreducibleKey(theta));
    }
  });

  test.each([
    ["one weight more", network(["1; 2", "1 5; 3 5", "1 -1"])],
    ["two entries exchanged", network(["1; 2", "5 1; 3 4", "1 -1"])],
    ["outputs exchanged", network(["1; 2", "1 5; 3 4", "-1 1"])],
    [
      "a bias",
      multiLayerNetwork(
        theta.weights,
        [[0n, 0n], [0n, 0n], [1n]].map((bias) => RationalVector.of(bias)),
      ),
    ],
  ])("differ with %s", (_, other) => {
    expect(irreducibleKey(other)).not.toBe(irreducibleKey(theta));
    expect(functionKey(other)).not.toBe(functionKey(theta));
  });

  test("of a network with biases of 0 is that of one without", () => {
    const zeros = [[0n, 0n], [0n, 0n], [0n]].map((bias) => RationalVector.of(bias));
    expect(irreducibleKey(multiLayerNetwork(theta.weights, zeros))).toBe(irreducibleKey(theta));
  });

  test("of a reducible network is refused where order is not settled", () => {
    expect(() => irreducibleKey(nested)).toThrow("a key of a reducible network");
  });

  test("constants of different values have different keys", () => {
    const constant = (a: number): MultiLayerNetwork => network(["1; 1", "1 -1", String(a)]);
    expect(functionKey(constant(1))).not.toBe(functionKey(constant(2)));
    expect(functionKey(constant(0))).not.toBe(functionKey(constant(1)));
    expect(functionKey(constant(1))).toBe(functionKey(network(["3; 3", "2 -2", "1"])));
  });
});
