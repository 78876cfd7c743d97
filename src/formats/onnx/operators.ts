import type { InputError } from "../../exact/inputError.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import { formatRational } from "../../exact/numbers/rational.js";
import { type Reading, formatError } from "../formatError.js";
import { quoted } from "../quoted.js";
import { type Node, floatAttribute, textAttribute } from "./model.js";

/** Operators that are activations, and the name of each here. */
const ACTIVATIONS = new Map([
  ["Relu", "relu"],
  ["Tanh", "tanh"],
  ["Sigmoid", "sigmoid"],
  ["Softplus", "softplus"],
  ["Softsign", "softsign"],
  ["Erf", "erf"],
  ["Atan", "arctan"],
  ["Gelu", "gelu"],
  ["Silu", "silu"],
]);

/** LeakyRelu without a slope has 0.01 as a float32. */
const LEAKY_SLOPE = "leaky:5368709/536870912";

/** The operators of outputs that are no activations of neurons. */
export const OF_OUTPUTS: readonly string[] = ["Softmax", "LogSoftmax"];

const ONLY_PERCEPTRONS = "give a multilayer perceptron: dense layers with an activation between them";

/** Operators that networks are often made of, what they are, and what could be done. */
const REFUSED = new Map<string, readonly [what: string, repair: string]>([
  ...["Conv", "ConvTranspose", "MaxPool", "AveragePool", "GlobalAveragePool"].map(
    (operator) => [operator, ["is a layer of a convolutional network", ONLY_PERCEPTRONS]] as const,
  ),
  ...["LSTM", "GRU", "RNN", "Attention", "LayerNormalization", "Concat", "Split", "Gather"].map(
    (operator) => [operator, ["is no part of a multilayer perceptron", ONLY_PERCEPTRONS]] as const,
  ),
  ...["QLinearMatMul", "MatMulInteger", "QuantizeLinear", "DequantizeLinear"].map(
    (operator) =>
      [operator, ["is quantised, and rounds", "export the network before it is quantised"]] as const,
  ),
  [
    "BatchNormalization",
    [
      "divides by a square root, which is not rational",
      "fold it into the layer before it, as exporters do for inference; in float32 that " +
        "changes each weight by at most 2^-22 of itself",
    ],
  ],
  ["Cast", ["rounds", "export the network in one type of floats"]],
]);

/** The name of the activation that a node is; undefined if it is none that is known here. */
export function activationOf(node: Node, reading: Reading): string | undefined {
  const { operator, shown } = node;
  if (operator === "LeakyRelu") {
    const slope = floatAttribute(node, "alpha", reading);
    return slope === undefined ? LEAKY_SLOPE : leaky(slope);
  }
  const approximation = operator === "Gelu" ? textAttribute(node, "approximate") : undefined;
  if (approximation !== undefined && approximation !== "" && approximation !== "none") {
    const problem = `${shown} is the ${quoted(approximation)} approximation of GELU, whose symmetry isn't known here`;
    throw formatError(reading, problem, "export the network with the exact GELU");
  }
  return ACTIVATIONS.get(operator);
}

/** The operator of an activation; undefined if ONNX has none. */
export function operatorOf(activation: string): string | undefined {
  return [...ACTIVATIONS].find(([, name]) => name === activation)?.[0];
}

/** Leaky ReLU of a slope; undefined for slope 1, which is the identity. */
function leaky(slope: number): string | undefined {
  if (slope === 1) return undefined;
  return slope === 0 ? "relu" : `leaky:${formatRational(doubleValue(slope))}`;
}

/** The error of a node that isn't read. */
export function refusal({ operator, shown }: Node, reading: Reading): InputError {
  const known = REFUSED.get(operator);
  if (known !== undefined) return formatError(reading, `${shown} ${known[0]}`, known[1]);
  return formatError(
    reading,
    `${shown} is neither a layer nor an activation that is known here`,
    `${ONLY_PERCEPTRONS}, or export its weights alone as npz or safetensors`,
  );
}
