import { type Reading, formatError } from "../formatError.js";
import type { FoundNetwork } from "../foundNetwork.js";
import { floatsIn, isDataSet, textAttribute } from "../hdf5/contents.js";
import { Hdf5File, type Hdf5Object } from "../hdf5/objects.js";
import { quoted } from "../quoted.js";
import { zipBytes, zipEntries } from "../zip.js";
import { type KerasLayer, layersOfText } from "./config.js";
import { type WeightsOf, perceptronOf } from "./perceptron.js";

/** The data sets of a layer that are its kernel or bias, as Keras 1, 2 and 3 name them. */
const KERNEL = /(?:^|\/)kernel(?::0)?$|_W(?::0)?$/;
const BIAS = /(?:^|\/)bias(?::0)?$|_b(?::0)?$/;

/** Groups of a `.keras` file that hold the layers. */
const CONTAINERS = ["layers", "_layer_checkpoint_dependencies"];

const SAVE_WHOLE = 'save the whole model: in Python, model.save("net.keras")';

/** How deep groups may lie within one another. */
const DEEPEST = 16;

/**
 * Reads a multilayer perceptron from an HDF5 file of Keras, which holds the configuration of the model and
 * its weights. Weights are read by their bits.
 *
 * @param place the file, for messages.
 * @throws InputError that names the first layer that is something else, or what makes the file unreadable.
 * @example readKerasH5(bytes, "net.h5").layers.length
 */
export function readKerasH5(bytes: Uint8Array, place: string): FoundNetwork {
  const reading = { format: "Keras HDF5", place };
  const file = new Hdf5File(bytes, reading);
  const root = file.root();
  const config = textAttribute(file, root, "model_config");
  if (config === undefined)
    throw formatError(reading, "there is no configuration of a model in it", SAVE_WHOLE);
  const layers = layersOfText(config, reading);
  const groups = membersAt(file, file.members(root).get("model_weights"));
  const weightsOf: WeightsOf = (layer) => {
    const sets = dataSetsOf(file, groups.get(layer.name), 0);
    const other = sets.find(({ path }) => !KERNEL.test(path) && !BIAS.test(path));
    if (other !== undefined) {
      const problem = `Dense ${quoted(layer.name)} has ${quoted(other.path)} in the file`;
      throw formatError(reading, `${problem}, which is neither kernel nor bias`, SAVE_WHOLE);
    }
    const kernel = theOne(sets, KERNEL, layer, reading);
    const bias = sets.some(({ path }) => BIAS.test(path)) ? theOne(sets, BIAS, layer, reading) : undefined;
    return { kernel: floatsIn(file, kernel), bias: bias === undefined ? undefined : floatsIn(file, bias) };
  };
  return perceptronOf(layers, weightsOf, reading);
}

/**
 * Reads a multilayer perceptron from a `.keras` file: a zip archive with the configuration of the model, and
 * its weights in HDF5.
 *
 * @param place the file, for messages.
 * @throws InputError as {@link readKerasH5} does, and if the archive is damaged.
 * @example readKerasZip(bytes, "net.keras").layers.length
 */
export function readKerasZip(bytes: Uint8Array, place: string): FoundNetwork {
  const reading = { format: "Keras", place };
  const entries = zipEntries(bytes, reading);
  const [config, weights] = ["config.json", "model.weights.h5"].map((name) => {
    const found = entries.find((entry) => entry.name === name);
    if (found === undefined) throw formatError(reading, `the archive has no ${name}`, SAVE_WHOLE);
    return zipBytes(bytes, found, reading);
  });
  if (config === undefined || weights === undefined) throw new RangeError("no files");
  const layers = layersOfText(new TextDecoder().decode(config), reading);
  const file = new Hdf5File(weights, reading);
  const top = file.members(file.root());
  const container = CONTAINERS.map((name) => top.get(name)).find((group) => group !== undefined);
  const groups = membersAt(file, container);
  // Groups have the names of classes, counted, and not those of layers.
  const weightsOf: WeightsOf = (layer, index) => {
    const group = groups.get(index === 0 ? "dense" : `dense_${index}`);
    const parts = membersAt(file, group === undefined ? undefined : file.members(group).get("vars"));
    const [kernel, bias] = [parts.get("0"), parts.get("1")];
    if (kernel === undefined)
      throw formatError(reading, `Dense ${quoted(layer.name)} has no weights in the file`, SAVE_WHOLE);
    return { kernel: floatsIn(file, kernel), bias: bias === undefined ? undefined : floatsIn(file, bias) };
  };
  return perceptronOf(layers, weightsOf, reading);
}

function membersAt(file: Hdf5File, group: Hdf5Object | undefined): Map<string, Hdf5Object> {
  return group === undefined ? new Map<string, Hdf5Object>() : file.members(group);
}

function dataSetsOf(file: Hdf5File, object: Hdf5Object | undefined, depth: number): Hdf5Object[] {
  if (object === undefined) return [];
  if (isDataSet(object)) return [object];
  if (depth > DEEPEST) throw file.damaged(`groups lie more than ${DEEPEST} deep`);
  return [...file.members(object).values()].flatMap((member) => dataSetsOf(file, member, depth + 1));
}

function theOne(
  sets: readonly Hdf5Object[],
  pattern: RegExp,
  { name }: KerasLayer,
  reading: Reading,
): Hdf5Object {
  const found = sets.filter(({ path }) => pattern.test(path));
  const [set, second] = found;
  if (set !== undefined && second === undefined) return set;
  const what = pattern === KERNEL ? "kernels" : "biases";
  throw formatError(reading, `Dense ${quoted(name)} has ${found.length} ${what} in the file`, SAVE_WHOLE);
}
