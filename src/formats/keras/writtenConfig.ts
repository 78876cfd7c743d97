import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { doubleValue } from "../../exact/numbers/doubleValue.js";
import { parseRational } from "../../exact/numbers/rational.js";
import type { FloatType } from "../floatTypes.js";
import type { FoundLayer, FoundNetwork } from "../foundNetwork.js";
import { transposedMatrix } from "../foundVectors.js";
import { KERAS_ACTIVATIONS } from "./perceptron.js";

/** The layers of a model as Keras 2 writes them; Keras 3 and TensorFlow.js read them, too. */
export function kerasConfig({ layers }: FoundNetwork, dtype: FloatType): object {
  const inputs = entry(layers, 0).weights.columns;
  const input = { batch_input_shape: [null, inputs], dtype, sparse: false, name: "input" };
  return {
    name: "sequential",
    layers: [
      { class_name: "InputLayer", config: input },
      ...layers.flatMap((layer) => layerOf(layer, dtype)),
    ],
  };
}

function layerOf({ name, weights, bias, activation }: FoundLayer, dtype: FloatType): object[] {
  const slope = activation?.startsWith("leaky:") === true ? slopeOf(activation) : undefined;
  const config = {
    name,
    trainable: true,
    dtype,
    units: weights.rows,
    activation: slope === undefined ? namedActivation(name, activation) : "linear",
    use_bias: bias !== undefined,
  };
  const dense = { class_name: "Dense", config };
  if (slope === undefined) return [dense];
  const leaky = { name: `${name}_activation`, trainable: true, dtype, alpha: slope };
  return [dense, { class_name: "LeakyReLU", config: leaky }];
}

function namedActivation(name: string, activation: string | undefined): string {
  const found = [...KERAS_ACTIVATIONS].find(([, own]) => own === activation)?.[0];
  if (found !== undefined) return found;
  throw new InputError(
    activation === undefined
      ? `the activation of ${name} isn't known`
      : `${activation} is no activation of Keras`,
    "name another, such as relu",
    "--activation",
  );
}

/** The slope of a leaky ReLU, which the configuration holds as a double. */
function slopeOf(activation: string): number {
  const slope = parseRational(activation.slice("leaky:".length));
  // A quotient that is no double is rounded here, and then isn't the slope.
  const double = Number(slope.s * slope.n) / Number(slope.d);
  if (Number.isFinite(double) && doubleValue(double).equals(slope)) return double;
  throw new InputError(
    `the slope of ${activation} is no double`,
    "give one with a power of 2 below it",
    "--activation",
  );
}

/** A kernel or a bias as Keras and TensorFlow.js store it: kernels are inputs × outputs. */
export interface KerasArray {
  readonly part: "kernel" | "bias";
  readonly dims: readonly number[];
  readonly values: Float64Array;
}

/** The arrays of a layer. @throws RangeError if they aren't floats. */
export function kerasArrays({ weights, bias }: FoundLayer): KerasArray[] {
  const { rows, columns, entries } = transposedMatrix(weights);
  if (entries.type === "rational" || bias?.type === "rational") throw new RangeError("no floats");
  const kernel = { part: "kernel", dims: [rows, columns], values: entries.values } as const;
  if (bias === undefined) return [kernel];
  return [kernel, { part: "bias", dims: [bias.values.length], values: bias.values }];
}
