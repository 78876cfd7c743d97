import { InputError } from "../../exact/inputError.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import { formatRational } from "../../exact/numbers/rational.js";
import { type Reading, formatError } from "../formatError.js";
import type { FoundLayer, FoundNetwork, FoundNumbers } from "../foundNetwork.js";
import { transposedMatrix } from "../foundVectors.js";
import { quoted } from "../quoted.js";
import type { KerasLayer } from "./config.js";

/** The numbers of a kernel or bias, and their shape. */
export interface KerasTensor {
  readonly dims: readonly number[];
  readonly numbers: FoundNumbers;
}

/** Finds the kernel and the bias of the `index`-th Dense layer of a model, from 0 on. */
export type WeightsOf = (
  layer: KerasLayer,
  index: number,
) => { readonly kernel: KerasTensor; readonly bias: KerasTensor | undefined };

/** Activations by the names that Keras gives them. */
export const KERAS_ACTIVATIONS = new Map([
  ["linear", "linear"],
  ["relu", "relu"],
  ["tanh", "tanh"],
  ["sigmoid", "sigmoid"],
  ["softplus", "softplus"],
  ["softsign", "softsign"],
  ["gelu", "gelu"],
  ["silu", "silu"],
  ["swish", "silu"],
  ["softmax", "softmax"],
]);

/** Layers that do nothing once a network is trained. */
const OF_TRAINING = ["InputLayer", "Dropout", "GaussianNoise", "GaussianDropout", "ActivityRegularization"];

/** Layers that are an activation, and the setting that would make them another. */
const AS_LAYERS = new Map([
  ["Activation", "activation"],
  ["ReLU", "relu"],
  ["Softmax", "softmax"],
]);

const ONLY_PERCEPTRONS = "give a multilayer perceptron: Dense layers with an activation between them";
const FOLDED =
  "fold it into the Dense layer before it; in float32 that changes each weight by at most 2^-22 of itself";

/** A layer on the way, whose activation may come as a layer of its own. */
interface Draft {
  readonly layer: FoundLayer;
  activation: string;
}

/**
 * The perceptron that layers of Keras make: Dense, Activation, Flatten in front, and what does nothing after
 * training. Kernels are stored inputs × outputs.
 *
 * @throws InputError at the first layer that is something else.
 */
export function perceptronOf(
  layers: readonly KerasLayer[],
  weightsOf: WeightsOf,
  reading: Reading,
): FoundNetwork {
  const drafts: Draft[] = [];
  const decisions: string[] = [];
  for (const layer of layers) {
    if (OF_TRAINING.includes(layer.className)) continue;
    const last = drafts.at(-1);
    if (layer.className === "Dense") {
      drafts.push(draftOf(layer, weightsOf(layer, drafts.length), reading));
    } else if (layer.className === "Flatten" && last === undefined) {
      if (layer.config.data_format === "channels_first")
        throw refused(layer, "takes channels first", "flatten in the order of the inputs", reading);
      decisions.push(
        `an input of several dimensions is taken row by row, as Flatten ${quoted(layer.name)} does`,
      );
    } else {
      const activation = activationLayer(layer, reading);
      if (last?.activation !== "linear")
        throw refused(layer, "follows no Dense layer without activation", ONLY_PERCEPTRONS, reading);
      last.activation = activation;
    }
  }
  const [first] = drafts;
  const last = drafts.at(-1);
  if (first === undefined || last === undefined)
    throw formatError(reading, "no Dense layer", ONLY_PERCEPTRONS);
  decisions.push(`kernels are stored as inputs × outputs and were transposed`);
  if (last.activation !== "linear")
    decisions.push(
      `the outputs are read as they are before the ${last.activation} of ${quoted(last.layer.name)}`,
    );
  return {
    format: reading.format,
    layers: drafts.map(({ layer, activation }) => ({ ...layer, activation })),
    before: undefined,
    after: undefined,
    decisions,
  };
}

function draftOf(layer: KerasLayer, { kernel, bias }: ReturnType<WeightsOf>, reading: Reading): Draft {
  const { name, config } = layer;
  const [rows, columns, third] = kernel.dims;
  if (rows === undefined || columns === undefined || third !== undefined)
    throw refused(layer, `has a kernel of ${kernel.dims.join("×")}`, "give a matrix", reading);
  if (bias !== undefined && (bias.dims.length !== 1 || bias.dims[0] !== columns))
    throw refused(layer, `has a bias of ${bias.dims.join("×")}`, `give ${columns} numbers`, reading);
  requireBias(layer, bias !== undefined, reading);
  const units = config.units ?? config.output_dim;
  if (units !== undefined && units !== columns)
    throw refused(
      layer,
      `has a kernel of ${columns} outputs, and says ${JSON.stringify(units)}`,
      "save it again",
      reading,
    );
  const given = config.activation;
  const activation = given === undefined || given === null ? "linear" : named(given);
  if (activation === undefined) throw unknownActivation(layer, given, reading);
  const weights = transposedMatrix({ rows, columns, entries: kernel.numbers });
  return { layer: { name, weights, bias: bias?.numbers, activation }, activation };
}

/** @throws InputError if the configuration says otherwise. Keras 1 calls it bias; by default there is one. */
function requireBias(layer: KerasLayer, isThere: boolean, reading: Reading): void {
  const says = layer.config.use_bias ?? layer.config.bias ?? true;
  if (says === isThere) return;
  const problem = isThere
    ? "has a bias, and its configuration says none"
    : "has no bias, and its configuration says one";
  throw refused(layer, problem, "save the whole model again", reading);
}

/** The activation that a layer is. */
function activationLayer(layer: KerasLayer, reading: Reading): string {
  const { className, config } = layer;
  if (className === "LeakyReLU") return leakyOf(layer, reading);
  const given = className === "Activation" ? config.activation : AS_LAYERS.get(className);
  if (given === undefined) throw refusedLayer(layer, reading);
  const isPlain = ["max_value", "negative_slope", "threshold"].every((key) => !config[key]);
  const activation = isPlain ? named(given) : undefined;
  if (activation === undefined) throw unknownActivation(layer, given, reading);
  return activation;
}

/** Keras 3 calls the slope negative_slope, and Keras 2 alpha; TensorFlow.js too. */
function leakyOf(layer: KerasLayer, reading: Reading): string {
  const slope = layer.config.negative_slope ?? layer.config.alpha;
  if (typeof slope !== "number" || slope === 1) throw unknownActivation(layer, slope, reading);
  return slope === 0 ? "relu" : `leaky:${formatRational(doubleValue(slope))}`;
}

function named(activation: unknown): string | undefined {
  return typeof activation === "string" ? KERAS_ACTIVATIONS.get(activation) : undefined;
}

function unknownActivation(layer: KerasLayer, given: unknown, reading: Reading): InputError {
  const shown = quoted(typeof given === "string" ? given : JSON.stringify(given));
  const repair = `give one of ${[...KERAS_ACTIVATIONS.keys()].join(", ")}, or the weights alone as npz`;
  return refused(layer, `has the activation ${shown}, which isn't known here`, repair, reading);
}

function refusedLayer(layer: KerasLayer, reading: Reading): InputError {
  if (layer.className === "BatchNormalization")
    return refused(layer, "divides by a square root, which is not rational", FOLDED, reading);
  return refused(layer, "is no part of a multilayer perceptron", ONLY_PERCEPTRONS, reading);
}

function refused(
  { className, name }: KerasLayer,
  problem: string,
  repair: string,
  reading: Reading,
): InputError {
  const shown = /^\w+$/.test(className) ? className : quoted(className);
  return formatError(reading, `${shown} ${quoted(name)} ${problem}`, repair);
}
