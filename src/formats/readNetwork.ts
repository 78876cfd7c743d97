import { requireArguments } from "../exact/plainJavaScript.js";
import { textOf } from "./byteReader.js";
import { readCsv } from "./csv/readCsv.js";
import { formatError } from "./formatError.js";
import type { FoundNetwork } from "./foundNetwork.js";
import { readKerasH5, readKerasZip } from "./keras/readKeras.js";
import { layersFromTensors } from "./layersFromTensors.js";
import type { LayerChoices } from "./looseLayers.js";
import type { NamedTensor } from "./namedTensor.js";
import { readNnet } from "./nnet/readNnet.js";
import { readNpy } from "./npy.js";
import { nameOf, readNpz } from "./npz.js";
import { readOnnx } from "./onnx/readOnnx.js";
import { type FormatName, formatOf } from "./recognised.js";
import { readSafetensors } from "./safetensors.js";
import { readTensorflowJs } from "./tensorflow/readTensorflowJs.js";
import { unread } from "./unreadFormats.js";
import { zipEntries } from "./zip.js";

/**
 * A file of a network: its bytes, and its name for messages.
 *
 * @example readNetwork({ place: "net.npz", bytes }).format === "npz"
 */
export interface NetworkBytes {
  readonly place: string;
  readonly bytes: Uint8Array;
  /** Files that lie beside it and hold its weights, by their names, as TensorFlow.js writes them. */
  readonly beside?: ReadonlyMap<string, Uint8Array>;
}

/** Arrays with names, and the format of the file that they are from. */
interface Tensors {
  readonly format: FormatName;
  readonly tensors: readonly NamedTensor[];
}

/**
 * Reads a network from its file, whose format is told from what it holds: npz, safetensors, ONNX, Keras,
 * TensorFlow.js or NNet; an array of npy or CSV is a part of one.
 *
 * @param choices what a file of mere arrays leaves open.
 * @throws InputError that names the format, if the file isn't whole, holds no plain network, or leaves open
 *   how its arrays are meant.
 * @example readNetwork({ place: "net.npz", bytes }).layers.length === 2
 */
export function readNetwork(file: NetworkBytes, choices: LayerChoices = {}): FoundNetwork {
  requireArguments({ "{ place, bytes }": { file }, options: { choices } });
  requireArguments({ text: { "file.place": file.place }, bytes: { "file.bytes": file.bytes } });
  const { layers, transpose } = choices;
  if (layers !== undefined) requireArguments({ "text[]": { layers } });
  if (transpose !== undefined) requireArguments({ "text[]": { transpose } });
  return networkOfFiles([file], choices);
}

/**
 * Reads a network that is in one file, or whose arrays are in several, such as a .npy file for each.
 *
 * @throws InputError as {@link readNetwork}, and if two files have an array of the same name.
 */
export function networkOfFiles(files: readonly NetworkBytes[], choices: LayerChoices): FoundNetwork {
  const [first] = files;
  if (first === undefined) throw new RangeError("no file");
  requireDecimals(files, choices);
  const graph = networkOfGraph(first);
  if (graph !== undefined) return theOnly(graph, files, choices);
  const read = files.map((file) => tensorsIn(file, choices));
  const format = [...new Set(read.map((file) => file.format))].join(" and ");
  const reading = { format, place: first.place };
  const tensors = read.flatMap((file) => file.tensors);
  const names = new Set<string>();
  for (const { name } of tensors) {
    if (names.has(name))
      throw formatError(reading, `two arrays ${name} in the files`, "name them differently");
    names.add(name);
  }
  const { layers, decisions } = layersFromTensors(tensors, choices, reading);
  const types = [...new Set(tensors.map(({ numbers }) => numbers.type))].join(" and ");
  return { format, layers, before: undefined, after: undefined, decisions: [types, ...decisions] };
}

/** @throws InputError if it is said what decimals stand for, and a file has none. */
function requireDecimals(files: readonly NetworkBytes[], { numbers }: LayerChoices): void {
  if (numbers === undefined) return;
  for (const { place, bytes } of files) {
    const format = formatOf(bytes);
    if (format === "CSV") continue;
    const problem = "the numbers of JSON and CSV files alone can be meant in two ways";
    throw formatError({ format, place }, problem, "leave out --numbers");
  }
}

/** The network of a file that says which layer comes after which; undefined for any other. */
function networkOfGraph({ place, bytes, beside = new Map() }: NetworkBytes): FoundNetwork | undefined {
  switch (formatOf(bytes)) {
    case "ONNX":
      return readOnnx(bytes, place);
    case "Keras":
      return readKerasZip(bytes, place);
    case "HDF5":
      return readKerasH5(bytes, place);
    case "NNet":
      return readNnet(textOf(bytes), place);
    case "TensorFlow.js":
      return readTensorflowJs(textOf(bytes), beside, place);
    default:
      return undefined;
  }
}

/** @throws InputError if there are other files, or choices that the format has made. */
function theOnly(graph: FoundNetwork, files: readonly NetworkBytes[], choices: LayerChoices): FoundNetwork {
  const [first, second] = files;
  const [choice] = Object.entries(choices).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const place = first === undefined ? "" : first.place;
  const reading = { format: graph.format, place };
  if (second !== undefined)
    throw formatError(reading, `the file holds a whole network, and ${second.place} more`, "give it alone");
  if (choice !== undefined)
    throw formatError(reading, "the file itself says which layer is which", `leave out --${choice}`);
  return graph;
}

function tensorsIn({ place, bytes }: NetworkBytes, { numbers }: LayerChoices): Tensors {
  const format = formatOf(bytes);
  const reading = { format, place };
  switch (format) {
    case "npz":
      return { format, tensors: readNpz(bytes, reading) };
    case "safetensors":
      return { format, tensors: readSafetensors(bytes, reading) };
    case "npy":
      return { format, tensors: [readNpy(bytes, nameOf(withoutFolder(place)), reading)] };
    case "CSV":
      return { format, tensors: [readCsv(bytes, csvName(withoutFolder(place)), numbers, reading)] };
    case "ONNX":
    case "Keras":
    case "HDF5":
    case "NNet":
    case "TensorFlow.js":
      throw formatError(reading, "it holds a whole network", "give it alone");
    case "text": {
      const repair = "give a file of numpy.savez, safetensors, ONNX or Keras";
      throw formatError(
        { format: "text", place },
        "no file of a network that is told by what it holds",
        repair,
      );
    }
    case "zip":
      // Says what is wrong with an archive that has no directory.
      zipEntries(bytes, reading);
      throw unread(format, place);
    default:
      throw unread(format, place);
  }
}

/** The name of an array, by the name of its file. */
function csvName(file: string): string {
  return file.replace(/\.(?:csv|tsv|txt)$/i, "");
}

/** The name of a file without its folder. */
function withoutFolder(place: string): string {
  return place.replace(/^.*[\\/]/s, "");
}
