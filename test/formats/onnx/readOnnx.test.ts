import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import type { FoundNetwork } from "../../../src/formats/foundNetwork.js";
import { isOnnx, readOnnx } from "../../../src/formats/onnx/readOnnx.js";
import { disagreement } from "./agreement.js";
import { GRAPHS, HIDDEN, OUTPUT } from "./graphs.js";
import { type GraphToWrite, type NodeToWrite, block, onnxFile, tensor } from "./onnxFile.js";

const FILES = "test/formats/files";

function read(graph: GraphToWrite): FoundNetwork {
  return readOnnx(onnxFile(graph), "net.onnx");
}

describe("files that PyTorch wrote", () => {
  const names = readdirSync(FILES).filter((name) => name.endsWith(".onnx"));

  it.each(names)("%s is read as the second reader does", (name) => {
    const file = readFileSync(`${FILES}/${name}`);
    const found = readOnnx(file, name);
    expect(isOnnx(file)).toBe(true);
    expect(disagreement(file, found)).toBeUndefined();
    expect(found.decisions).toEqual([]);
    expect(found.layers.map(({ name: layer, activation }) => [layer, activation])).toEqual([
      ["0.weight", { r: "relu", s: "sigmoid", t: "tanh" }[name.charAt(0)]],
      ["2.weight", "linear"],
    ]);
  });

  // The safetensors of s1 hold float64.
  it.each(["r1-student", "t1-student", "s1-student"])("%s has the weights of its safetensors", (name) => {
    const { layers } = readOnnx(readFileSync(`${FILES}/${name}.onnx`), name);
    for (const { name: weight, weights, bias } of layers) {
      const rounded = (tensorName: string) =>
        safetensor(`${FILES}/${name}.safetensors`, tensorName).map(Math.fround);
      expect([...weights.entries.values]).toEqual(rounded(weight));
      expect([...(bias?.values ?? [])]).toEqual(rounded(weight.replace("weight", "bias")));
    }
  });
});

describe("graphs of perceptrons", () => {
  it.each(Object.entries(GRAPHS))("%s: read as the second reader does", (_, { graph, layers, decisions }) => {
    const file = onnxFile(graph);
    const found = readOnnx(file, "net.onnx");
    expect(disagreement(file, found)).toBeUndefined();
    expect(
      found.layers.map(
        ({ weights, bias, activation }) =>
          `${weights.rows}×${weights.columns}${bias === undefined ? "" : "+b"} ${activation}`,
      ),
    ).toEqual(layers);
    expect(found.decisions).toEqual(decisions ?? []);
  });

  it("sees a planted error in weights, biases and maps", () => {
    const file = onnxFile(GRAPHS["x·W, + b, with a mean and a scale in front and behind"].graph);
    const found = readOnnx(file, "net.onnx");
    const planted = spoiled(found);
    expect(planted).toHaveLength(6);
    for (const other of planted) expect(disagreement(file, other)).toContain("differ");
  });

  it("widens every float exactly", () => {
    const [layer] = read(GRAPHS["16-bit floats"].graph).layers;
    expect(layer?.weights.entries).toEqual({
      type: "float16",
      values: Float64Array.of(-1, 2 ** -24, 65504, 1 / 3 - 1 / 12288, -0, 2),
    });
    expect(layer?.bias).toEqual({ type: "bfloat16", values: Float64Array.of(1, -(2 ** -133)) });
  });
});

const relu: NodeToWrite = { operator: "Relu", inputs: ["h"], outputs: ["r"] };
const first: NodeToWrite = { operator: "MatMul", inputs: ["x", "W"], outputs: ["h"], name: "fc1" };
const last: NodeToWrite = { operator: "MatMul", inputs: ["r", "V"], outputs: ["y"] };
const both = [HIDDEN, OUTPUT];

/** A graph in which one node stands between the layers. */
function between(node: NodeToWrite): GraphToWrite {
  return { nodes: [first, { ...node, outputs: ["r"], name: "here" }, last], tensors: both };
}

const unary = (operator: string): GraphToWrite => between({ operator, inputs: ["h"], outputs: [] });

describe("what is refused", () => {
  const REFUSED: readonly (readonly [what: string, graph: GraphToWrite, message: string])[] = [
    ["a convolution", unary("Conv"), 'Conv "here" is a layer of a convolutional network'],
    ["normalisation", unary("BatchNormalization"), 'BatchNormalization "here" divides by a square root'],
    ["quantisation", unary("DequantizeLinear"), 'DequantizeLinear "here" is quantised'],
    ["a cast", unary("Cast"), 'Cast "here" rounds'],
    ["an unknown activation", unary("Elu"), 'Elu "here" is neither a layer nor an activation'],
    [
      "a slope of 1",
      between({ operator: "LeakyRelu", inputs: ["h"], outputs: [], attributes: { alpha: { float: 1 } } }),
      'LeakyRelu "here" is neither',
    ],
    [
      "GELU by tanh",
      between({
        operator: "Gelu",
        inputs: ["h"],
        outputs: [],
        attributes: { approximate: { text: "tanh" } },
      }),
      'Gelu "here" is the "tanh" approximation',
    ],
    [
      "a residual",
      between({ operator: "Add", inputs: ["h", "x"], outputs: [] }),
      'Add "here" joins 2 computed tensors',
    ],
    [
      "a gate of another",
      between({ operator: "Mul", inputs: ["h", "x"], outputs: [] }),
      'Mul "here" joins 2',
    ],
    [
      "a foreign domain",
      between({ operator: "Relu", inputs: ["h"], outputs: [], domain: "com.x" }),
      'domain "com.x"',
    ],
    [
      "a cycle",
      {
        nodes: [
          { ...relu, inputs: ["y"] },
          { ...last, inputs: ["r", "V"] },
        ],
        tensors: both,
      },
      "a cycle at",
    ],
    ["no path", { nodes: [last], tensors: both }, '"r" is made by no node'],
    ["a constant", { nodes: [], tensors: [{ ...OUTPUT, name: "y" }] }, "doesn't depend on the input"],
    [
      "no weights",
      { nodes: [{ ...relu, inputs: ["x"], outputs: ["y"] }], tensors: [] },
      "comes before the first layer",
    ],
    ["two inputs", { nodes: [first], tensors: [HIDDEN], moreInputs: ["z"] }, "the graph has 2 inputs"],
    ["two outputs", { nodes: [first], tensors: [HIDDEN], outputs: ["h", "y"] }, "the graph has 2 outputs"],
    ["sparse weights", { nodes: [first], tensors: [HIDDEN], sparse: true }, "sparse weights"],
    ["a name twice", { nodes: [first], tensors: [HIDDEN, HIDDEN] }, 'a second tensor has the name "W"'],
    [
      "an output twice",
      { nodes: [first, relu, last, last], tensors: both },
      'makes "y", which is there already',
    ],
    [
      "two activations",
      {
        nodes: [
          first,
          { ...relu, outputs: ["s"] },
          { operator: "Tanh", inputs: ["s"], outputs: ["r"] },
          last,
        ],
        tensors: both,
      },
      'Tanh "r" follows another activation',
    ],
    [
      "a product between layers",
      {
        nodes: [
          first,
          { ...relu, outputs: ["s"] },
          { operator: "Mul", inputs: ["s", "c"], outputs: ["r"] },
          last,
        ],
        tensors: [...both, { name: "c", dims: [], values: [2] }],
      },
      'Mul "r" follows an activation',
    ],
    [
      "an activation behind a product",
      {
        nodes: [
          first,
          { operator: "Mul", inputs: ["h", "c"], outputs: ["s"] },
          { ...relu, inputs: ["s"] },
          last,
        ],
        tensors: [...both, { name: "c", dims: [], values: [2] }],
      },
      'Relu "r" follows numbers that are added or multiplied',
    ],
    [
      "a shape in the middle",
      between({ operator: "Flatten", inputs: ["h"], outputs: [] }),
      "changes shapes behind",
    ],
    [
      "another file",
      { nodes: [first], tensors: [{ ...HIDDEN, as: "external" }], outputs: ["h"] },
      'the numbers of "W" lie in another file',
    ],
    [
      "integers",
      { nodes: [first], tensors: [{ ...HIDDEN, type: "int8" }], outputs: ["h"] },
      "entries of type int8",
    ],
    [
      "a shape that lies",
      { nodes: [first], tensors: [{ ...HIDDEN, dims: [3, 3] }], outputs: ["h"] },
      '"W" has the shape 3×3, but 24 bytes of float32',
    ],
    [
      "a huge shape",
      { nodes: [first], tensors: [{ ...HIDDEN, dims: [2 ** 40, 2 ** 40] }], outputs: ["h"] },
      "has the shape 1099511627776×1099511627776",
    ],
    [
      "a negative size",
      { nodes: [first], tensors: [{ ...HIDDEN, dims: [-3, -2] }], outputs: ["h"] },
      "the size -3",
    ],
    [
      "not a number",
      { nodes: [first], tensors: [{ ...HIDDEN, values: [1, 2, Number.NaN, 4, 5, 6] }], outputs: ["h"] },
      'entry 3 of "W" is NaN, as training leaves it where it diverges',
    ],
    [
      "a bias along the inputs",
      {
        nodes: [
          { operator: "MatMul", inputs: ["W", "x"], outputs: ["h"] },
          { operator: "Add", inputs: ["h", "b"], outputs: ["y"] },
        ],
        tensors: [HIDDEN, { name: "b", dims: [3], values: [1, 2, 3] }],
        shape: [2, undefined],
      },
      "takes rows where there are columns",
    ],
    [
      "a bias of another length",
      {
        nodes: [first, { operator: "Add", inputs: ["h", "b"], outputs: ["y"] }],
        tensors: [HIDDEN, { name: "b", dims: [3], values: [1, 2, 3] }],
      },
      '"b" of Add "y" has 3 numbers for 2 coordinates',
    ],
    [
      "a mean of another length",
      {
        nodes: [
          { operator: "Sub", inputs: ["x", "b"], outputs: ["z"] },
          { ...first, inputs: ["z", "W"], outputs: ["y"] },
        ],
        tensors: [HIDDEN, { name: "b", dims: [2], values: [1, 2] }],
      },
      "takes 3 inputs, but what is done to them in front has 2",
    ],
    [
      "layers that don't fit",
      { nodes: [first, relu, { ...last, inputs: ["r", "W"] }], tensors: [HIDDEN] },
      'MatMul "y" takes 3 inputs, but there are 2',
    ],
    [
      "a division by 0",
      {
        nodes: [first, { operator: "Div", inputs: ["h", "b"], outputs: ["y"] }],
        tensors: [HIDDEN, { name: "b", dims: [], values: [0] }],
      },
      'Div "y" is neither',
    ],
    [
      "rows for columns",
      {
        nodes: [{ operator: "MatMul", inputs: ["W", "x"], outputs: ["h"] }, relu, last],
        tensors: both,
        shape: [2, undefined],
      },
      'MatMul "y" takes rows where there are columns',
    ],
    [
      "transA of 2",
      {
        nodes: [{ ...first, operator: "Gemm", attributes: { transA: { integer: 2 } } }],
        tensors: [HIDDEN],
        outputs: ["h"],
      },
      'transA of Gemm "fc1" is 2',
    ],
  ];

  it.each(REFUSED)("%s", (_, graph, message) => {
    const error = errorOf(onnxFile(graph));
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/^net\.onnx: ONNX: [^\n]+; [^\n]+$/);
  });

  const model = (content: readonly number[]): Uint8Array => Uint8Array.from([8, 9, ...content]);
  it.each([
    [
      "a size past the end",
      model([58, 200, 1]),
      "field 7 of ModelProto: needs 200 bytes, and there are 0 left",
    ],
    [
      "a size of 64 bits",
      model([58, ...new Array<number>(9).fill(255), 1]),
      "needs 18446744073709551615 bytes",
    ],
    ["a number of 70 bits", model([8, ...new Array<number>(9).fill(255), 127]), "no integer of 64 bits"],
    ["a number without end", model([8, ...new Array<number>(20).fill(255)]), "no integer of 64 bits"],
    ["a group", model([59]), "a group, which ONNX has none of"],
    ["a tag that is none", model([0, 0]), "what should be the tag of a field is none"],
    ["two graphs", model([...block(7, []), ...block(7, [])]), "field 7 is given 2 times"],
    ["a graph that is a number", model([56, 1]), "field 7 has wire type 0"],
    ["no graph", model([]), "a model without a graph"],
    ["text that is none", model(block(7, block(1, block(4, [255])))), "field 4 is not UTF-8 text"],
  ])("%s", (_, file, message) => {
    expect(errorOf(file).message).toContain(message);
  });

  it("numbers in two fields", () => {
    const twice = [...tensor(HIDDEN), ...block(4, [0, 0, 0, 0])];
    const graph = [
      ...block(1, [...block(1, "x"), ...block(1, "W"), ...block(2, "y"), ...block(4, "MatMul")]),
      ...block(5, twice),
      ...block(11, block(1, "x")),
      ...block(12, block(1, "y")),
    ];
    expect(errorOf(model(block(7, graph))).message).toContain('"W" has its numbers in two fields');
  });
});

function errorOf(file: Uint8Array): InputError {
  try {
    readOnnx(file, "net.onnx");
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("the file was read");
}

/** The network with one number changed: a weight, a bias, or a part of a map. */
function spoiled(found: FoundNetwork): FoundNetwork[] {
  const five = { numerator: 5n, denominator: 1n };
  const changedMap = (map: FoundNetwork["before"], key: "scale" | "shift"): FoundNetwork["before"] =>
    map === undefined
      ? undefined
      : { ...map, [key]: map[key].map((value, index) => (index === 0 ? five : value)) };
  const changed = (layer: number, key: "weights" | "bias"): FoundNetwork => ({
    ...found,
    layers: found.layers.map((one, index) => {
      if (index !== layer) return one;
      if (key === "weights" && one.weights.entries.type !== "rational") {
        const entries = one.weights.entries.values.slice();
        entries[1] = Number(entries[1]) + 1;
        return {
          ...one,
          weights: { ...one.weights, entries: { type: one.weights.entries.type, values: entries } },
        };
      }
      if (one.bias !== undefined && one.bias.type !== "rational") {
        const entries = one.bias.values.slice();
        entries[0] = -Number(entries[0]) - 1;
        return { ...one, bias: { type: one.bias.type, values: entries } };
      }
      return one;
    }),
  });
  return [
    changed(0, "weights"),
    changed(0, "bias"),
    ...(["scale", "shift"] as const).flatMap((key) => [
      { ...found, before: changedMap(found.before, key) },
      { ...found, after: changedMap(found.after, key) },
    ]),
  ];
}

/** A tensor of a safetensors file of float32 or float64. */
function safetensor(path: string, name: string): number[] {
  const file = readFileSync(path);
  const length = Number(file.readBigUInt64LE(0));
  const header = JSON.parse(file.toString("utf8", 8, 8 + length)) as Record<
    string,
    { dtype: string; data_offsets: [number, number] }
  >;
  const found = header[name];
  if (found === undefined) throw new Error(`no ${name} in ${path}`);
  const [start, end] = found.data_offsets;
  const size = found.dtype === "F64" ? 8 : 4;
  return Array.from({ length: (end - start) / size }, (_, index) => {
    const offset = 8 + length + start + size * index;
    return size === 8 ? file.readDoubleLE(offset) : file.readFloatLE(offset);
  });
}
