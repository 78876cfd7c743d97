import { zipSync } from "fflate";
import { InputError } from "../../exact/inputError.js";
import type { FoundNetwork } from "../foundNetwork.js";
import { type AttributeToWrite, type SetToWrite, hdf5Bytes } from "../hdf5/writeHdf5.js";
import { NO_TIME } from "../writtenFiles.js";
import { kerasArrays, kerasConfig } from "./writtenConfig.js";

type WrittenType = SetToWrite["type"];

/** The most bytes of an attribute in the oldest layout of HDF5; its name and type take some of 65,536. */
const LONGEST_CONFIG = 64_000;

/** The version that such files are of; Keras 3 reads them, too. */
const VERSION = "2.15.0";

/**
 * The HDF5 file of a Keras model: Dense layers with their activations. {@link readKerasH5} reads the same
 * numbers, bit for bit.
 *
 * @throws InputError if an activation is none of Keras, or there are more layers than such a file holds.
 * @example (await writeKerasH5(found, "float32")).length > 0
 */
export async function writeKerasH5(found: FoundNetwork, type: WrittenType): Promise<Uint8Array> {
  const config = JSON.stringify({ class_name: "Sequential", config: kerasConfig(found, type) });
  if (config.length > LONGEST_CONFIG)
    throw new InputError(`an HDF5 file can't hold ${found.layers.length} layers`, "export to .keras");
  const [sets, groups] = [[] as SetToWrite[], ["/model_weights"]];
  const attributes: AttributeToWrite[] = [
    { path: "/", name: "keras_version", value: VERSION },
    { path: "/", name: "backend", value: "tensorflow" },
    { path: "/", name: "model_config", value: config },
    { path: "/model_weights", name: "keras_version", value: VERSION },
    { path: "/model_weights", name: "backend", value: "tensorflow" },
    { path: "/model_weights", name: "layer_names", value: found.layers.map(({ name }) => name) },
  ];
  for (const layer of found.layers) {
    const group = `/model_weights/${layer.name}`;
    const arrays = kerasArrays(layer);
    const names = arrays.map(({ part }) => `${layer.name}/${part}:0`);
    groups.push(group, `${group}/${layer.name}`);
    attributes.push({ path: group, name: "weight_names", value: names });
    for (const { part, dims, values } of arrays)
      sets.push({ path: `${group}/${layer.name}/${part}:0`, dims, type, values });
  }
  return hdf5Bytes(groups, sets, attributes);
}

/**
 * The `.keras` file of a model, an archive. {@link readKerasZip} reads the same numbers, bit for bit.
 *
 * @throws InputError if an activation is none of Keras.
 * @example (await writeKerasZip(found, "float32")).length > 0
 */
export async function writeKerasZip(found: FoundNetwork, type: WrittenType): Promise<Uint8Array> {
  const [sets, groups] = [[] as SetToWrite[], ["/layers"]];
  found.layers.forEach((layer, index) => {
    const group = `/layers/dense${index === 0 ? "" : `_${index}`}`;
    groups.push(group, `${group}/vars`);
    kerasArrays(layer).forEach(({ dims, values }, at) => {
      sets.push({ path: `${group}/vars/${at}`, dims, type, values });
    });
  });
  const model = {
    module: "keras",
    class_name: "Sequential",
    config: kerasConfig(found, type),
    registered_name: null,
  };
  const files = {
    "metadata.json": utf8(JSON.stringify({ keras_version: VERSION })),
    "config.json": utf8(JSON.stringify(model)),
    "model.weights.h5": await hdf5Bytes(groups, sets, []),
  };
  return zipSync(files, { level: 0, mtime: NO_TIME });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
