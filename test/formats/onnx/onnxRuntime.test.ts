import { readFileSync } from "node:fs";
import * as ort from "onnxruntime-web";
import { beforeAll, describe, expect, it } from "vitest";
import { gamma } from "../../../src/crosscheck/rounding.js";
import { entry } from "../../../src/exact/entry.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { exactNetwork } from "../../../src/formats/exactNetwork.js";
import type { FoundLayer, FoundNetwork } from "../../../src/formats/foundNetwork.js";
import { readOnnx } from "../../../src/formats/onnx/readOnnx.js";
import { writeOnnx } from "../../../src/formats/onnx/writeOnnx.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { activationFacts } from "../../../src/trained/bounds/activationFacts.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { outputRanges } from "../../../src/trained/bounds/dataDifference.js";
import { randomNumbers } from "../mutations.js";
import { GRAPHS, HIDDEN, OUTPUT } from "./graphs.js";
import { type GraphToWrite, onnxFile } from "./onnxFile.js";

/** Roundings of a sum of n products beside those of its terms: of a bias, and of Gemm's two factors. */
const MORE_ROUNDINGS = 6;
const [ROUNDOFF, SMALLEST, SLACK] = [2 ** -24, 2 ** -126, 1 + 2 ** -20];
/** How far ONNX Runtime's activations may be off, of the larger of 1 and the value: 16 units of float32. */
const OPERATOR = 2 ** -20;

const random = randomNumbers(11);

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
});

const float = (most: number): number => Math.fround(((random(2 ** 24) - 2 ** 23) / 2 ** 23) * most);

function perceptron(widths: readonly number[], activation: string): FoundNetwork {
  const floats = (count: number, most: number): FoundLayer["bias"] => ({
    type: "float32",
    values: Float64Array.from({ length: count }, () => float(most)),
  });
  const layers = widths.slice(1).map((rows, index): FoundLayer => {
    const columns = entry(widths, index);
    const entries = floats(rows * columns, 2 / Math.sqrt(columns));
    if (entries === undefined) throw new Error("no weights");
    return {
      name: `weight${index + 1}`,
      weights: { rows, columns, entries },
      bias: floats(rows, 1),
      activation: index === widths.length - 2 ? "linear" : activation,
    };
  });
  return { format: "ONNX", layers, before: undefined, after: undefined, decisions: [] };
}

/** The floats of a list that was written as floats. */
function numbersOf(numbers: FoundLayer["bias"]): Float64Array {
  if (numbers?.values instanceof Float64Array) return numbers.values;
  throw new Error("no floats");
}

/**
 * How far float32 outputs may be from the exact ones, in any order of the sums (Higham, Accuracy and
 * Stability of Numerical Algorithms, §3.1). |σ(z)| ≤ L|z| + 1 for all activations here, with Lipschitz
 * constant L.
 */
function errorBound(found: FoundNetwork, x: readonly number[]): number[] {
  const { weights, biases } = asMultiLayer(exactNetwork(found, "net.onnx"));
  const facts = activationFacts(entry(found.layers, 0).activation ?? "");
  if (facts === undefined) throw new Error("an activation that isn't known");
  const steep = facts.lipschitz.valueOf();
  let signals = x.map((value) => ({ size: Math.abs(value), error: 0 }));
  weights.forEach((rows, layer) => {
    const bias = biases?.[layer]?.toRationals().map((value) => Math.abs(value.valueOf()));
    const sums = rows.map((row, unit) => {
      let [size, moved] = [bias === undefined ? 0 : entry(bias, unit), 0];
      row.toRationals().forEach((weight, index) => {
        const [factor, signal] = [Math.abs(weight.valueOf()), entry(signals, index)];
        size += factor * signal.size;
        moved += factor * signal.error;
      });
      const roundings = row.dimension + MORE_ROUNDINGS;
      const error = moved + gamma(roundings, ROUNDOFF) * (size + moved) + roundings * SMALLEST;
      return { size: size * SLACK, error: error * SLACK };
    });
    const isLast = layer === weights.length - 1;
    signals = sums.map(({ size, error }) =>
      isLast
        ? { size, error }
        : { size: size * steep + 1, error: (steep * error + OPERATOR * (size * steep + 1)) * SLACK },
    );
  });
  return signals.map(({ error }) => error);
}

/** By how much of its bound the worst output of ONNX Runtime is off: at most 1, if all is right. */
async function worst(file: Uint8Array, found: FoundNetwork, dims: readonly number[]): Promise<number> {
  const session = await ort.InferenceSession.create(file, { executionProviders: ["wasm"] });
  const activation = boundedActivation(entry(found.layers, 0).activation ?? "");
  const exact = outputRanges(exactNetwork(found, "net.onnx"), activation);
  let most = 0;
  for (let round = 0; round < 20; round++) {
    const x = Float32Array.from({ length: dims.reduce((product, size) => product * size, 1) }, () =>
      float(2),
    );
    const input = new ort.Tensor("float32", x, dims);
    const results = await session.run({ [entry(session.inputNames, 0)]: input });
    const { data } = entry(Object.values(results), 0);
    const bounds = errorBound(found, [...x]);
    exact(RationalVector.fromDoubles([...x])).forEach((range, output) => {
      const value = range.lowerEnd.valueOf();
      const off =
        Math.abs(Number(data[output]) - value) / (entry(bounds, output) + 2 ** -50 * Math.abs(value));
      most = Math.max(most, Number.isNaN(off) ? Infinity : off);
    });
    expect(data.length).toBe(bounds.length);
  }
  return most;
}

const WRITTEN = [
  "relu",
  "tanh",
  "sigmoid",
  "softplus",
  "softsign",
  "erf",
  "arctan",
  "gelu",
  "silu",
  "leaky:-1/8",
];

describe("what ONNX Runtime computes from files that are written", () => {
  it.each(WRITTEN)("is within the bound of float32: %s", async (activation) => {
    for (const widths of [
      [3, 5, 2],
      [4, 16, 16, 8, 3],
    ]) {
      const found = perceptron(widths, activation);
      expect(await worst(writeOnnx(found, "net.onnx"), found, [1, entry(widths, 0)])).toBeLessThanOrEqual(1);
    }
  });

  it.each(["relu", "tanh"])(
    "is not with a bias that is wrong by 10^−3, or other weights: %s",
    async (activation) => {
      const found = perceptron([3, 5, 2], activation);
      const file = writeOnnx(found, "net.onnx");
      const last = entry(found.layers, 1);
      const moved = numbersOf(last.bias).map((value) => value + 1e-3);
      const bias = { type: "float32" as const, values: moved };
      const planted = { ...found, layers: [entry(found.layers, 0), { ...last, bias }] };
      expect(await worst(file, planted, [1, 3])).toBeGreaterThan(1);
      const first = entry(found.layers, 0);
      const values = first.weights.entries.values.toReversed();
      const weights = {
        ...first.weights,
        entries: { ...first.weights.entries, values },
      } as FoundLayer["weights"];
      expect(await worst(file, { ...found, layers: [{ ...first, weights }, last] }, [1, 3])).toBeGreaterThan(
        1,
      );
    },
  );
});

/** Of the hand-made graphs, those that ONNX Runtime refuses, or whose outputs have another bound. */
const OTHERS: Readonly<Record<string, string>> = {
  "x·W, + b, with a mean and a scale in front and behind": "more is rounded than in the layers",
  "an image, flattened": "it has a branch that is never read, whose shapes don't fit",
  "weights in a Constant, in lists, in float64": "numbers of two types",
  "float32 one by one, float64 packed, initializers among the inputs": "numbers of two types",
  "16-bit floats": "numbers of two types",
  "sigmoid of the outputs": "the outputs are read before it",
  "softmax of the outputs": "the outputs are read before it",
};

const FLATTENED: GraphToWrite = {
  nodes: [
    { operator: "Flatten", inputs: ["x"], outputs: ["f"] },
    { operator: "Gemm", inputs: ["f", "W", "b"], outputs: ["h"] },
    { operator: "Tanh", inputs: ["h"], outputs: ["r"] },
    { operator: "MatMul", inputs: ["r", "V"], outputs: ["s"] },
    { operator: "Add", inputs: ["s", "c"], outputs: ["y"] },
  ],
  tensors: [
    HIDDEN,
    OUTPUT,
    { name: "b", dims: [2], values: [0.7, -0.25] },
    { name: "c", dims: [4], values: [3, 1, -4, 0.5] },
  ],
  shape: [undefined, 1, 3],
};

const graphs = Object.entries<{ readonly graph: GraphToWrite }>(GRAPHS)
  .filter(([name]) => !(name in OTHERS))
  .map(([name, { graph }]) => [name, graph] as const);

describe("what ONNX Runtime computes from a graph", () => {
  it.each([...graphs, ["Flatten, Gemm and Add", FLATTENED] as const])(
    "is what is read of it: %s",
    async (name, graph) => {
      const shape = graph.shape ?? (name === "W·x with columns" ? [3, 1] : [undefined, 3]);
      const file = onnxFile({ ...graph, shape });
      const found = readOnnx(file, "net.onnx");
      const dims = shape.map((size) => size ?? 1);
      expect(await worst(file, found, dims)).toBeLessThanOrEqual(1);
    },
  );

  it("leaves out graphs that there are", () => {
    expect(Object.keys(OTHERS).filter((name) => !(name in GRAPHS))).toEqual([]);
    expect(graphs.length).toBeGreaterThan(15);
  });
});

const FILES = ["r1-student", "r1-teacher", "s1-student", "s1-teacher", "t1-student", "t1-teacher"];

describe("what ONNX Runtime computes from a file that PyTorch wrote", () => {
  it.each(FILES)("is what is read of it: %s", async (name) => {
    const file = new Uint8Array(readFileSync(new URL(`../files/${name}.onnx`, import.meta.url)));
    const found = readOnnx(file, name);
    expect(await worst(file, found, [1, entry(found.layers, 0).weights.columns])).toBeLessThanOrEqual(1);
  });
});
