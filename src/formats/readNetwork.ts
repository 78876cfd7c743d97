import { requireArguments } from "../exact/plainJavaScript.js";
import { formatError } from "./formatError.js";
import type { FoundNetwork } from "./foundNetwork.js";
import { layersFromTensors } from "./layersFromTensors.js";
import type { LayerChoices } from "./looseLayers.js";
import type { NamedTensor } from "./namedTensor.js";
import { readNpy } from "./npy.js";
import { readNpz } from "./npz.js";
import { type FormatName, formatOf } from "./recognised.js";
import { readSafetensors } from "./safetensors.js";
import { unread } from "./unreadFormats.js";
import { zipEntries } from "./zip.js";

/**
 * A file of a network: its bytes, and its name for messages.
 *
 * @example readNetwork({ place: "net.npz", bytes })
 */
export interface NetworkBytes {
  readonly place: string;
  readonly bytes: Uint8Array;
}

/** Arrays with names, and the format of the file that they are from. */
interface Tensors {
  readonly format: FormatName;
  readonly tensors: readonly NamedTensor[];
}

/**
 * Reads a network from its file, whose format is told from what it holds: npz, or safetensors.
 *
 * @param choices what the file leaves open.
 * @throws InputError that names the format, if the file isn't whole, holds no plain network, or leaves open
 *   how its arrays are meant.
 * @example readNetwork({ place: "net.npz", bytes }).layers.length === 2
 */
export function readNetwork(file: NetworkBytes, choices: LayerChoices = {}): FoundNetwork {
  requireArguments({ "{ place, bytes }": { file }, options: { choices } });
  return networkOfFiles([file], choices);
}

/**
 * Reads a network whose arrays are in one file or several, such as a .npy file for each.
 *
 * @throws InputError as {@link readNetwork}, and if two files have an array of the same name.
 */
export function networkOfFiles(files: readonly NetworkBytes[], choices: LayerChoices): FoundNetwork {
  const [first] = files;
  if (first === undefined) throw new RangeError("no file");
  const read = files.map((file) => ({ place: file.place, ...tensorsIn(file) }));
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

function tensorsIn({ place, bytes }: NetworkBytes): Tensors {
  const format = formatOf(bytes);
  const reading = { format, place };
  if (format === "npz") return { format, tensors: readNpz(bytes, reading) };
  if (format === "safetensors") return { format, tensors: readSafetensors(bytes, reading) };
  if (format === "npy") return { format, tensors: [readNpy(bytes, nameOf(place), reading)] };
  // Says what is wrong with an archive that has no directory.
  if (format === "zip") zipEntries(bytes, reading);
  if (format !== "text") throw unread(format, place);
  const repair = "name a file of one of these formats; equiloss import reads JSON, too";
  throw formatError({ format: "unknown", place }, "neither npz, npy nor safetensors", repair);
}

/** The name of an array that is a file of its own: the file's, without folder and ending. */
function nameOf(place: string): string {
  return place.replace(/^.*[\\/]/s, "").replace(/\.npy$/, "");
}
