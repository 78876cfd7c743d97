import { entry } from "../exact/entry.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import { isCsv } from "./csv/readCsv.js";
import type { Reading } from "./formatError.js";
import { isOnnx } from "./onnx/readOnnx.js";
import { isNpz } from "./npz.js";
import { zipEntries } from "./zip.js";

/**
 * The formats that are told apart by what a file holds; its name counts for nothing. What is none of the
 * others may be a text, such as JSON.
 *
 * @example formatOf(bytes) === "npz"
 */
export type FormatName =
  | "npz"
  | "npy"
  | "safetensors"
  | "zip"
  | "PyTorch"
  | "pickle"
  | "Keras"
  | "HDF5"
  | "ONNX"
  | "gzip"
  | "TFLite"
  | "GGUF"
  | "MATLAB"
  | "NNet"
  | "TensorFlow.js"
  | "CSV"
  | "text";

/** The bytes with which files of a format begin, and where. */
const BEGINNINGS: readonly (readonly [format: FormatName, bytes: string, at: number])[] = [
  ["npy", "\x93NUMPY", 0],
  ["zip", "PK\x03\x04", 0],
  ["zip", "PK\x05\x06", 0],
  ["HDF5", "\x89HDF\r\n\x1a\n", 0],
  ["gzip", "\x1f\x8b", 0],
  ["TFLite", "TFL3", 4],
  ["GGUF", "GGUF", 0],
  ["MATLAB", "MATLAB 5.0 MAT-file", 0],
  // The comments with which such files begin; JSON has none.
  ["NNet", "//", 0],
];

/** How many bytes from the beginning of a file tell its format, but for what an archive holds. */
export const BEGINNING = 64;

const READING: Reading = { format: "zip", place: "the archive" };

/**
 * The format of a file, by what it holds.
 *
 * @example formatOf(Uint8Array.of(0x80, 4, 0x95)) === "pickle"
 */
export function formatOf(bytes: Uint8Array): FormatName {
  requireArguments({ bytes: { bytes } });
  const format = beginningOf(bytes);
  if (format === "text" && isModelJson(bytes)) return "TensorFlow.js";
  return format === "zip" ? archiveOf(bytes) : format;
}

/** The format by the first bytes alone: an archive may be an npz file, or one of PyTorch or Keras. */
export function beginningOf(bytes: Uint8Array): FormatName {
  const known = BEGINNINGS.find(([, magic, at]) =>
    Array.from(magic).every((character, index) => bytes[at + index] === character.charCodeAt(0)),
  );
  if (known !== undefined) return known[0];
  const [first, second] = bytes;
  if (first === 0x80 && second !== undefined && second >= 2 && second <= 5) return "pickle";
  if (isOnnx(bytes)) return "ONNX";
  if (isSafetensors(bytes)) return "safetensors";
  return isCsv(bytes.subarray(0, BEGINNING)) ? "CSV" : "text";
}

/** The key of a model.json of TensorFlow.js that no other file that is read has; a letter rare in files. */
const MODEL_KEY = new TextEncoder().encode('"modelTopology"');
const RARE = 6;

/** Whether a file is an object with that key. The bytes are searched, as a text would be a copy of them. */
function isModelJson(bytes: Uint8Array): boolean {
  if (bytes.find((byte) => byte > 0x20) !== 0x7b) return false;
  const letter = entry(MODEL_KEY, RARE);
  for (let at = bytes.indexOf(letter); at >= 0; at = bytes.indexOf(letter, at + 1)) {
    if (MODEL_KEY.every((byte, index) => bytes[at - RARE + index] === byte)) return true;
  }
  return false;
}

/** Eight bytes for the length of the header, and then the header, which is JSON. No text begins so. */
function isSafetensors(bytes: Uint8Array): boolean {
  const length = bytes.subarray(0, 8);
  const isText = length.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return bytes[8] === 0x7b && !isText;
}

/** What an archive is by the names of its files; one without directory stays an archive. */
function archiveOf(bytes: Uint8Array): FormatName {
  let names: string[];
  try {
    names = zipEntries(bytes, READING).map(({ name }) => name);
  } catch {
    return "zip";
  }
  if (isNpz(names)) return "npz";
  if (names.some((name) => /(?:^|\/)data\.pkl$/.test(name))) return "PyTorch";
  return names.includes("config.json") && names.includes("model.weights.h5") ? "Keras" : "zip";
}

/** The bytes that a file has once it is unpacked; those that it has if it is no archive. */
export function unpackedSize(bytes: Uint8Array): number {
  if (beginningOf(bytes) !== "zip") return bytes.length;
  try {
    return zipEntries(bytes, READING).reduce((sum, { size }) => sum + size, bytes.length);
  } catch {
    return bytes.length;
  }
}
