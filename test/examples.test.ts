import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { deepNetworks, mnistLayer } from "../examples/generate.js";
import { multiLayerPath } from "../src/manifold/layers/multiLayerPath.js";
import { reduceMultiLayer } from "../src/network/multiLayerReduction.js";
import { parseMultiLayerFile } from "../src/network/networkFile.js";
import { functionKey } from "../src/network/multiLayerKey.js";
import { hiddenWidths } from "../src/network/multiLayerNetwork.js";
import { parseNetworkFile } from "../src/network/networkFile.js";
import type { ActivationSymmetry } from "../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../src/network/activations/namedSymmetries.js";
import { equalSymmetricMeasures, symmetricMeasureOf } from "../src/network/activations/symmetricMeasure.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import { reduce } from "../src/network/reduction.js";
import { type TwoLayerNetwork, sameNetwork } from "../src/network/twoLayerNetwork.js";

const FOLDER = new URL("../examples/", import.meta.url);

const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

const read = (name: string): TwoLayerNetwork => parseNetworkFile(textOf(name), name);

/** File, d_in, d_out, width, and the labelled partition of its reduction. */
const EXAMPLES: [string, number, number, number, number[]][] = [
  ["irreducible.json", 2, 1, 3, [1, 2, 3]],
  ["split.json", 2, 1, 4, [1, 2, 1, 3]],
  ["zero-outgoing.json", 2, 1, 4, [1, 2, 0, 3]],
  ["zero-group.json", 2, 1, 6, [0, 1, 2, 0, 3, 0]],
  ["mixed.json", 2, 1, 5, [1, 1, 2, 3, 0]],
  ["cancels.json", 2, 1, 3, [0, -1, 0]],
  ["path-from.json", 2, 1, 5, [1, 2, 1, 3, 2]],
  ["path-to.json", 2, 1, 5, [1, 0, 2, 0, 3]],
  ["mirrored-from.json", 2, 1, 4, [1, 2, 3, 0]],
  ["mirrored-to.json", 2, 1, 4, [1, 2, 3, 0]],
  ["minimum.json", 1, 2, 1, [1]],
  ["saddle.json", 1, 2, 2, [1, 1]],
  ["student.json", 2, 1, 2, [1, 2]],
  ["trained.json", 2, 1, 6, [1, 2, 3, 4, 5, 6]],
  ["mnist-layer.json", 784, 10, 12, [1, 2, 3, 0, 4, 2, 5, -1, 6, 0, 7, 8]],
];

/** File, d_in, d_out, widths, whether it has biases, and the labelled partitions of its reduction. */
const OF_LAYERS: [string, number, number, number[], boolean, number[][]][] = [
  [
    "four-layers.json",
    2,
    1,
    [4, 4, 3],
    false,
    [
      [1, 1, 2, 3],
      [1, 1, 2, 0],
      [1, 2, 1],
    ],
  ],
  [
    "biases.json",
    2,
    2,
    [4, 4],
    true,
    [
      [1, 1, 2, 3],
      [1, 1, 2, 0],
    ],
  ],
];

describe("the example networks of several layers", () => {
  it.each(OF_LAYERS)(
    "%s has d_in = %d, d_out = %d, widths %j, biases %j, and reduces",
    (name, inputs, outputs, widths, hasBiases, codes) => {
      const network = parseMultiLayerFile(textOf(name), name);
      expect([network.weights[0]?.[0]?.dimension, network.weights.at(-1)?.length]).toEqual([inputs, outputs]);
      expect([hiddenWidths(network), network.biases !== undefined]).toEqual([widths, hasBiases]);
      const { irreducible, labelledPartitions } = reduceMultiLayer(network);
      expect(labelledPartitions).toEqual(codes);
      expect(irreducible && functionKey(irreducible)).toBe(functionKey(network));
      expect(irreducible && hiddenWidths(irreducible)).toEqual(codes.map((own) => Math.max(...own)));
    },
  );
});

describe("the example networks", () => {
  it.each(EXAMPLES)(
    "%s has d_in = %d, d_out = %d, width %d and reduces",
    (name, inputs, outputs, width, codes) => {
      const network = read(name);
      expect([network.inputDimension, network.outputDimension, network.units.length]).toEqual([
        inputs,
        outputs,
        width,
      ]);
      const { irreducible, labelledPartition } = reduce(network);
      expect(labelledPartition).toEqual(codes);
      expect(irreducible.units.length).toBe(Math.max(0, ...codes));
      expect(equalMeasures(measureOf(irreducible), measureOf(network))).toBe(true);
    },
  );

  it.each(["split.json", "zero-outgoing.json", "zero-group.json", "mixed.json"])(
    "%s reduces to irreducible.json",
    (name) => {
      expect(sameNetwork(reduce(read(name)).irreducible, read("irreducible.json"))).toBe(true);
      const changed = parseNetworkFile(textOf(name).replace('"-2"', '"-3"'), name);
      expect(sameNetwork(reduce(changed).irreducible, read("irreducible.json"))).toBe(false);
    },
  );

  it("path-from.json and path-to.json have one measure, and no neuron in common by place", () => {
    const [from, to] = [read("path-from.json"), read("path-to.json")];
    expect(equalMeasures(measureOf(from), measureOf(to))).toBe(true);
    from.units.forEach((unit, index) => {
      expect(to.units[index]).not.toEqual(unit);
    });
  });

  it("mirrored-from.json and mirrored-to.json have one function for tanh, and not for every activation", () => {
    const [from, to] = [read("mirrored-from.json"), read("mirrored-to.json")];
    const [tanh, even] = ["tanh", "gaussian"].map((name) => parseSymmetry(name));
    const agree = (symmetry: ActivationSymmetry | undefined): boolean | undefined =>
      symmetry &&
      equalSymmetricMeasures(symmetricMeasureOf(from, symmetry), symmetricMeasureOf(to, symmetry));
    expect([agree(tanh), agree(even), equalMeasures(measureOf(from), measureOf(to))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("are all listed, here and in their README", () => {
    const files = readdirSync(FOLDER).filter((name) => name !== "README.md");
    const names = [...EXAMPLES, ...OF_LAYERS].map(([name]) => name);
    const deep = [...deepNetworks().keys()];
    expect(files.sort()).toEqual(
      [
        ...names,
        ...deep,
        "landscape-data.json",
        "student-data.json",
        "ends.json",
        "trained.npz",
        "generate.ts",
      ].sort(),
    );
    const lines = textOf("README.md").split("\n");
    for (const name of files) {
      expect(lines.filter((line) => line.startsWith(`- \`${name}\`: `)).length).toBe(1);
    }
  });
});

describe("mnist-layer.json", () => {
  it("is what generate.ts makes, byte for byte, and no more than 400 KB", () => {
    expect(textOf("mnist-layer.json") === mnistLayer()).toBe(true);
    expect(Buffer.byteLength(mnistLayer())).toBeLessThan(400_000);
  });

  it("holds float32 weights, exactly", () => {
    const weights = textOf("mnist-layer.json").match(/"-?\d+(\/\d+)?"/g) ?? [];
    expect(weights.length).toBe(12 * (784 + 10));
    for (const weight of weights) {
      const [numerator = 0, denominator = 1] = weight.slice(1, -1).split("/").map(Number);
      expect(Math.fround(numerator / denominator) * denominator).toBe(numerator);
    }
  });
});

describe("the networks of several layers", () => {
  it("are what generate.ts makes, byte for byte, and small", () => {
    for (const [name, text] of deepNetworks()) {
      expect(textOf(name) === text).toBe(true);
      expect(text.length).toBeLessThan(1000);
    }
  });

  it.each([
    ["deep-minimal.json", "deep-from.json", "deep-to.json", [3, 3, 3], [4, 4, 4], 9],
    ["teacher-4-4-4.json", "teacher-from.json", "teacher-to.json", [4, 4, 4], [5, 5, 5], 13],
  ])("%s is what %s and %s reduce to, and a path joins these", (minimal, first, second, r, m, segments) => {
    const [theta, from, to] = [minimal, first, second].map((name) => parseMultiLayerFile(textOf(name), name));
    if (theta === undefined || from === undefined || to === undefined) throw new Error("no files");
    const own = reduceMultiLayer(theta);
    expect([own.widths, own.irreducible]).toEqual([r, theta]);
    for (const network of [from, to]) {
      expect(reduceMultiLayer(network).labelledPartitions.map(({ length }) => length)).toEqual(m);
      expect(reduceMultiLayer(network).widths).toEqual(r);
    }
    expect(reduceMultiLayer(from).irreducible).toEqual(theta);
    expect(multiLayerPath(theta, from, to)).toMatchObject({
      segments,
      lowerBound: segments,
      inManifold: true,
    });
  });
});
