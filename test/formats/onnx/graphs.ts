import type { GraphToWrite, NodeToWrite, TensorToWrite } from "./onnxFile.js";

/** Weights as x·W takes them, inputs × outputs. */
export const HIDDEN: TensorToWrite = { name: "W", dims: [3, 2], values: [1, -2.5, 0.1, 4, 5e-3, -6] };
export const OUTPUT: TensorToWrite = { name: "V", dims: [2, 4], values: [7, -8, 0.3, 10, 11, 1e-9, -13, 14] };

/** The same, transposed. */
const HIDDEN_T = { ...HIDDEN, dims: [2, 3], values: [1, 0.1, 5e-3, -2.5, 4, -6] };
const OUTPUT_T = { ...OUTPUT, dims: [4, 2], values: [7, 11, -8, 1e-9, 0.3, -13, 10, 14] };

const B: TensorToWrite = { name: "b", dims: [2], values: [0.7, -0.25] };
const C: TensorToWrite = { name: "c", dims: [4], values: [3, 1, -4, 0.5] };

interface Case {
  readonly graph: GraphToWrite;
  /** Shape, "+b" with a bias, and activation. */
  readonly layers: readonly string[];
  readonly decisions?: readonly string[];
}

const plain = ["2×3 relu", "4×2 linear"];
const transposed = ['weights stored as inputs × outputs were transposed: "W", "V"'];

function node(
  operator: string,
  inputs: string,
  output: string,
  attributes?: NodeToWrite["attributes"],
): NodeToWrite {
  return {
    operator,
    inputs: inputs.split(" "),
    outputs: [output],
    ...(attributes === undefined ? {} : { attributes }),
  };
}

const hidden = node("MatMul", "x W", "h");
const relu = node("Relu", "h", "r");
const output = node("MatMul", "r V", "y");

/** A network with x·W whose activation is made of these nodes, from "h" to "r". */
function activatedBy(...nodes: readonly NodeToWrite[]): GraphToWrite {
  return { nodes: [hidden, ...nodes, output], tensors: [HIDDEN, OUTPUT], shape: [undefined, 3] };
}

const activation = (operator: string, name: string): [string, Case] => [
  operator,
  {
    graph: activatedBy(node(operator, "h", "r")),
    layers: [`2×3 ${name}`, "4×2 linear"],
    decisions: transposed,
  },
];

const cases = {
  "x·W": { graph: activatedBy(relu), layers: plain, decisions: transposed },
  "W·x with a vector, and biases": {
    graph: {
      nodes: [
        node("MatMul", "W x", "a"),
        node("Add", "a b", "h"),
        relu,
        node("MatMul", "V r", "d"),
        node("Add", "c d", "y"),
      ],
      tensors: [HIDDEN_T, OUTPUT_T, B, C],
      shape: [3],
    },
    layers: ["2×3+b relu", "4×2+b linear"],
  },
  "W·x with columns": {
    graph: {
      nodes: [node("MatMul", "W x", "a"), node("Add", "a b", "h"), relu, node("MatMul", "V r", "y")],
      tensors: [HIDDEN_T, OUTPUT_T, { ...B, dims: [2, 1] }],
    },
    layers: ["2×3+b relu", "4×2 linear"],
  },
  "x·W, + b, with a mean and a scale in front and behind": {
    graph: {
      nodes: [
        node("Sub", "x mean", "m"),
        node("Div", "m deviation", "z"),
        node("MatMul", "z W", "a"),
        node("Add", "a b", "h"),
        relu,
        node("MatMul", "r V", "d"),
        node("Sub", "d c", "e"),
        node("Mul", "e range", "f"),
        node("Sub", "one f", "y"),
      ],
      tensors: [
        HIDDEN,
        OUTPUT,
        B,
        C,
        { name: "mean", dims: [1, 3], values: [0.1, 20, -3] },
        { name: "deviation", dims: [3], values: [3, 0.7, 11] },
        { name: "range", dims: [], values: [373.9] },
        { name: "one", dims: [1], values: [1] },
      ],
    },
    layers: ["2×3+b relu", "4×2+b linear"],
    decisions: [
      'Sub "m" goes into the first layer',
      'Div "z" goes into the first layer',
      'Mul "f" goes into the last layer',
      'Sub "y" goes into the last layer',
      ...transposed,
    ],
  },
  "Gemm with alpha, beta, transA and transB": {
    graph: {
      nodes: [
        // Wᵀ·xᵀ of rows x, and then (VᵀR)ᵀ of columns R.
        node("Gemm", "W x b", "h", {
          alpha: { float: 0.1 },
          beta: { float: -3 },
          transA: { integer: 1 },
          transB: { integer: 1 },
        }),
        relu,
        node("Gemm", "r V c", "y", { beta: { float: 0.7 }, transA: { integer: 1 }, transB: { integer: 1 } }),
      ],
      tensors: [HIDDEN, OUTPUT_T, { ...B, dims: [2, 1] }, C],
      shape: [undefined, 3],
    },
    layers: ["2×3+b relu", "4×2+b linear"],
    decisions: ['weights stored as inputs × outputs were transposed: "W"'],
  },
  "Gemm with one number for all biases, and an empty one": {
    graph: {
      nodes: [node("Gemm", "x W b", "h"), relu, { operator: "Gemm", inputs: ["r", "V", ""], outputs: ["y"] }],
      tensors: [HIDDEN, OUTPUT, { ...B, dims: [1], values: [9] }],
    },
    layers: ["2×3+b relu", "4×2 linear"],
    decisions: transposed,
  },
  "an image, flattened": {
    graph: {
      nodes: [
        node("Sub", "x b", "s"),
        node("Flatten", "x", "f"),
        { ...hidden, inputs: ["f", "W"] },
        relu,
        output,
      ],
      tensors: [HIDDEN, OUTPUT, B],
      shape: [undefined, 1, 3],
    },
    layers: plain,
    decisions: ['an input of several dimensions is taken row by row, as Flatten "f" does', ...transposed],
  },
  "an image, reshaped": {
    graph: {
      nodes: [node("Reshape", "x s", "f"), { ...hidden, inputs: ["f", "W"] }, relu, output],
      tensors: [HIDDEN, OUTPUT, { name: "s", dims: [2], type: "int64", values: [0, -1], as: "packed" }],
      shape: [undefined, 3, 1],
    },
    layers: plain,
    decisions: ['an input of several dimensions is taken row by row, as Reshape "f" does', ...transposed],
  },
  "a transpose, an identity and a dropout": {
    graph: {
      nodes: [
        node("Identity", "x", "i"),
        node("Transpose", "i", "t", { perm: { integers: [1, 0] } }),
        node("MatMul", "W t", "h"),
        relu,
        node("Dropout", "r", "d"),
        node("Transpose", "d", "u"),
        node("MatMul", "u V", "y"),
      ],
      tensors: [HIDDEN_T, OUTPUT],
      shape: [undefined, 3],
    },
    layers: plain,
    decisions: ['weights stored as inputs × outputs were transposed: "V"'],
  },
  "weights in a Constant, in lists, in float64": {
    graph: {
      nodes: [
        node("Constant", "", "W", { value: { tensor: { ...HIDDEN, name: "", as: "packed" } } }),
        hidden,
        relu,
        output,
      ].map((one) => (one.operator === "Constant" ? { ...one, inputs: [] } : one)),
      tensors: [{ ...OUTPUT, type: "float64", as: "unpacked" }],
    },
    layers: plain,
    decisions: transposed,
  },
  "weights that the graph transposes": {
    graph: {
      nodes: [
        node("Transpose", "W", "T", { perm: { integers: [1, 0] } }),
        node("Identity", "T", "I"),
        node("MatMul", "x I", "h"),
        relu,
        node("Transpose", "V", "S"),
        node("Transpose", "S", "U"),
        node("MatMul", "r U", "y"),
      ],
      tensors: [HIDDEN_T, OUTPUT],
      shape: [undefined, 3],
    },
    layers: plain,
    decisions: ['weights stored as inputs × outputs were transposed: "V"'],
  },
  "float32 one by one, float64 packed, initializers among the inputs": {
    graph: {
      nodes: [hidden, relu, output],
      tensors: [
        { ...HIDDEN, as: "unpacked" },
        { ...OUTPUT, type: "float64", as: "packed" },
      ],
      moreInputs: ["W", "V"],
    },
    layers: plain,
    decisions: transposed,
  },
  "16-bit floats": {
    graph: {
      nodes: [node("MatMul", "W x", "a"), node("Add", "a b", "h"), relu, node("MatMul", "V r", "y")],
      tensors: [
        // −1, the least float16, the largest, about 1/3, −0, 2.
        { ...HIDDEN_T, type: "float16", values: [0xbc00, 1, 0x7bff, 0x3555, 0x8000, 0x4000], as: "packed" },
        // 1, and the least bfloat16 but for its sign.
        { ...B, type: "bfloat16", values: [0x3f80, 0x8001] },
        OUTPUT_T,
      ],
      shape: [3],
    },
    layers: ["2×3+b relu", "4×2 linear"],
  },
  "sigmoid of the outputs": {
    graph: {
      nodes: [hidden, relu, { ...output, outputs: ["o"] }, node("Sigmoid", "o", "y")],
      tensors: [HIDDEN, OUTPUT],
    },
    layers: ["2×3 relu", "4×2 sigmoid"],
    decisions: ['the outputs are read as they are before Sigmoid "y"', ...transposed],
  },
  "softmax of the outputs": {
    graph: {
      nodes: [hidden, relu, { ...output, outputs: ["o"] }, node("Softmax", "o", "y")],
      tensors: [HIDDEN, OUTPUT],
    },
    layers: ["2×3 relu", "4×2 softmax"],
    decisions: ['the outputs are read as they are before Softmax "y"', ...transposed],
  },
  SiLU: {
    graph: activatedBy(node("Sigmoid", "h", "g"), node("Mul", "g h", "r")),
    layers: ["2×3 silu", "4×2 linear"],
    decisions: transposed,
  },
  "leaky ReLU": {
    graph: activatedBy(node("LeakyRelu", "h", "r", { alpha: { float: 0.125 } })),
    layers: ["2×3 leaky:1/8", "4×2 linear"],
    decisions: transposed,
  },
  "leaky ReLU of the usual slope": {
    graph: activatedBy(node("LeakyRelu", "h", "r")),
    layers: ["2×3 leaky:5368709/536870912", "4×2 linear"],
    decisions: transposed,
  },
} satisfies Record<string, Case>;

/** Graphs of perceptrons, and how they are read. */
export const GRAPHS: Readonly<Record<keyof typeof cases, Case> & Record<string, Case>> = {
  ...cases,
  ...Object.fromEntries([
    activation("Tanh", "tanh"),
    activation("Softplus", "softplus"),
    activation("Softsign", "softsign"),
    activation("Erf", "erf"),
    activation("Atan", "arctan"),
    activation("Gelu", "gelu"),
  ]),
};
