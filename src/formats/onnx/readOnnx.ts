import type { FoundNetwork } from "../foundNetwork.js";
import { layersOf } from "./layers.js";
import { readGraph } from "./model.js";

/** The first field of a ModelProto is the version of the format, a small number. */
const VERSION_TAG = 0x08;
const NEWEST_VERSION = 64;

/** The tags of the fields of ModelProto that may come next. */
const NEXT_TAGS: readonly number[] = [0x12, 0x1a, 0x22, 0x28, 0x32, 0x3a, 0x42];

/**
 * Whether a file begins as ONNX files do. The format has no magic number: a file is the message ModelProto,
 * whose fields writers put in the order of their numbers.
 *
 * @example isOnnx(new Uint8Array([0x08, 0x07, 0x12])) === true
 */
export function isOnnx(bytes: Uint8Array): boolean {
  const [tag, version, next] = bytes;
  if (tag !== VERSION_TAG || version === undefined || next === undefined) return false;
  return version > 0 && version < NEWEST_VERSION && NEXT_TAGS.includes(next);
}

/**
 * Reads a multilayer perceptron from an ONNX file: products with weights (MatMul, Gemm), biases, known
 * activations, and constants that are added to the inputs or multiply them. Weights are read by their bits.
 *
 * @param place the file, for messages.
 * @throws InputError that names the first node that is something else, or what makes the file unreadable.
 * @example readOnnx(writeOnnx(found, "net.onnx"), "net.onnx").layers.length === found.layers.length
 */
export function readOnnx(bytes: Uint8Array, place: string): FoundNetwork {
  return layersOf(readGraph(bytes, place));
}
