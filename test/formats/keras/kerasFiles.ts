import { zipSync } from "fflate";
import { type GroupToWrite, type SetToWrite, hdf5File } from "./hdf5File.js";

/** Layers of Keras, and the files that hold them. */
export interface KerasToWrite {
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly kernel?: SetToWrite;
  readonly bias?: SetToWrite;
}

export const KERNEL: SetToWrite = { dims: [3, 2], values: [1, -2.5, 0.1, 4, 5e-3, -6] };
export const BIAS: SetToWrite = { dims: [2], values: [0.7, -0.25] };
export const LAST: SetToWrite = {
  dims: [2, 4],
  type: "float64",
  values: [7, -8, 0.3, 10, 11, 1e-9, -13, 14],
};

export const HIDDEN: KerasToWrite = {
  className: "Dense",
  config: { name: "one", units: 2, activation: "tanh", use_bias: true },
  kernel: KERNEL,
  bias: BIAS,
};
export const OUTPUT: KerasToWrite = {
  className: "Dense",
  config: { name: "two", units: 4, activation: "linear", use_bias: false },
  kernel: LAST,
};

function described(layers: readonly KerasToWrite[]): object[] {
  return layers.map(({ className, config }) => ({ class_name: className, config }));
}

export function sequential(layers: readonly KerasToWrite[]): object {
  return { class_name: "Sequential", config: { name: "net", layers: described(layers) } };
}

/** A functional model by Keras 2 or 3, each layer of which takes what `takes` says, else the one before. */
export function functional(
  layers: readonly KerasToWrite[],
  version: 2 | 3,
  takes: Readonly<Record<string, readonly string[]>> = {},
): object {
  const names = layers.map(({ config }) => String(config.name));
  return {
    class_name: "Functional",
    config: {
      layers: described(layers).map((layer, index) => {
        const name = names[index] ?? "";
        const sources = takes[name] ?? names.slice(Math.max(0, index - 1), index);
        return { ...layer, name, inbound_nodes: sources.length === 0 ? [] : [inbound(sources, version)] };
      }),
    },
  };
}

function inbound(sources: readonly string[], version: 2 | 3): unknown {
  if (version === 2) return sources.map((source) => [source, 0, 0, {}]);
  const tensors = sources.map((source) => ({
    class_name: "__keras_tensor__",
    config: { shape: [null, 3], dtype: "float32", keras_history: [source, 0, 0] },
  }));
  return { args: [tensors.length === 1 ? tensors[0] : tensors], kwargs: {} };
}

/** As Keras 2 writes it: model_weights/one/one/kernel:0. */
export function h5File(layers: readonly KerasToWrite[], model = sequential(layers)): Uint8Array {
  const groups = layers.map(({ config, kernel, bias }) => {
    const name = String(config.name);
    const members: Record<string, SetToWrite> = {};
    if (kernel !== undefined) members["kernel:0"] = kernel;
    if (bias !== undefined) members["bias:0"] = bias;
    return [name, kernel === undefined ? { members: {} } : { members: { [name]: { members } } }] as const;
  });
  return hdf5File({
    attributes: { backend: { fixedText: "tensorflow" }, model_config: JSON.stringify(model) },
    members: { model_weights: { members: Object.fromEntries(groups) } },
  });
}

/** As Keras 1 writes it: model_weights/one/one_W, with texts of a fixed length. */
export function firstH5File(layers: readonly KerasToWrite[]): Uint8Array {
  const groups = layers.map(({ config, kernel, bias }) => {
    const name = String(config.name);
    const members: Record<string, SetToWrite> = {};
    if (kernel !== undefined) members[`${name}_W`] = kernel;
    if (bias !== undefined) members[`${name}_b`] = bias;
    return [name, { members }] as const;
  });
  const model = { class_name: "Sequential", config: described(layers) };
  return hdf5File({
    attributes: { model_config: { fixedText: JSON.stringify(model) } },
    members: { model_weights: { members: Object.fromEntries(groups) } },
  });
}

/** As Keras 3 writes it: layers/dense_1/vars/0 in model.weights.h5. */
export function kerasFile(layers: readonly KerasToWrite[], model = sequential(layers)): Uint8Array {
  const members: Record<string, GroupToWrite> = {};
  for (const { kernel, bias } of layers) {
    if (kernel === undefined) continue;
    const count = Object.keys(members).length;
    const vars = bias === undefined ? { "0": kernel } : { "0": kernel, "1": bias };
    members[count === 0 ? "dense" : `dense_${count}`] = { members: { vars: { members: vars } } };
  }
  return zipSync({
    "metadata.json": new TextEncoder().encode("{}"),
    "config.json": new TextEncoder().encode(JSON.stringify(model)),
    "model.weights.h5": hdf5File({ members: { layers: { members } } }),
  });
}
