import { formatError } from "../formatError.js";
import type { FoundNetwork } from "../foundNetwork.js";
import { isObject, layersOfConfig, parsedJson } from "../keras/config.js";
import { type KerasTensor, type WeightsOf, perceptronOf } from "../keras/perceptron.js";
import { quoted } from "../quoted.js";
import { type WeightGroup, tensorsOf, weightGroups } from "./manifest.js";

const FORMAT = "TensorFlow.js";
const AS_LAYERS = "convert the Keras model with tensorflowjs_converter to tfjs_layers_model";

/** What is read of a model.json. */
interface Model {
  readonly topology: unknown;
  readonly groups: readonly WeightGroup[];
}

/**
 * The names of the files with weights that belong to a model.json of TensorFlow.js; they lie beside it.
 *
 * @param text the text of model.json.
 * @param place that file, for messages.
 * @throws InputError if it is no layers model, or names files elsewhere.
 * @example tensorflowJsFiles(text, "model.json")[0] === "group1-shard1of1.bin"
 */
export function tensorflowJsFiles(text: string, place: string): string[] {
  return modelOf(text, place).groups.flatMap(({ files }) => files);
}

/**
 * Reads a multilayer perceptron from a layers model of TensorFlow.js: model.json, and the files with its
 * weights. Weights are read by their bits.
 *
 * @param text the text of model.json.
 * @param files the bytes of the files that {@link tensorflowJsFiles} names.
 * @param place that file, for messages.
 * @throws InputError that names the first layer that is something else, or what makes the files unreadable.
 * @example readTensorflowJs(text, new Map([["group1-shard1of1.bin", bytes]]), "model.json").layers.length
 */
export function readTensorflowJs(
  text: string,
  files: ReadonlyMap<string, Uint8Array>,
  place: string,
): FoundNetwork {
  const reading = { format: FORMAT, place };
  const { topology, groups } = modelOf(text, place);
  const tensors = new Map<string, KerasTensor>();
  for (const group of groups) {
    for (const [name, tensor] of tensorsOf(group, bytesOf(group, files, place), reading)) {
      if (tensors.has(name)) throw formatError(reading, `${quoted(name)} is there twice`, AS_LAYERS);
      tensors.set(name, tensor);
    }
  }
  const weightsOf: WeightsOf = ({ name }) => {
    const [kernel, bias] = [tensors.get(`${name}/kernel`), tensors.get(`${name}/bias`)];
    if (kernel === undefined) throw formatError(reading, `Dense ${quoted(name)} has no kernel`, AS_LAYERS);
    return { kernel, bias };
  };
  return perceptronOf(layersOfConfig(topology, reading), weightsOf, reading);
}

function modelOf(text: string, place: string): Model {
  const reading = { format: FORMAT, place };
  const model = parsedJson(text, "model.json", reading);
  if (!isObject(model)) throw formatError(reading, "model.json holds no object", AS_LAYERS);
  if (model.format !== undefined && model.format !== "layers-model") {
    const shown = quoted(typeof model.format === "string" ? model.format : "");
    throw formatError(reading, `a model of the format ${shown}, which has no layers`, AS_LAYERS);
  }
  const { modelTopology } = model;
  // Python writes the configuration into model_config, and JavaScript without that.
  const topology = isObject(modelTopology) ? (modelTopology.model_config ?? modelTopology) : undefined;
  return { topology, groups: weightGroups(model.weightsManifest, reading) };
}

/** The bytes of all files of a group, one behind the other. */
function bytesOf(
  { files: names }: WeightGroup,
  files: ReadonlyMap<string, Uint8Array>,
  place: string,
): Uint8Array {
  const parts = names.map((name) => {
    const part = files.get(name);
    if (part !== undefined) return part;
    const reading = { format: FORMAT, place };
    throw formatError(reading, `the file ${quoted(name)} is missing`, "put it beside model.json");
  });
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
