import { type Reading, formatError } from "../formatError.js";
import { FLOAT_BYTES, type FloatType, floatsOf } from "../floatTypes.js";
import { isObject } from "../keras/config.js";
import type { KerasTensor } from "../keras/perceptron.js";
import { quoted } from "../quoted.js";

const SAVE_AGAIN = "convert the model again, without quantisation";

/** A list of tensors that lie in some files, one behind the other. */
export interface WeightGroup {
  /** The names of the files, in their order. */
  readonly files: readonly string[];
  readonly tensors: readonly ManifestTensor[];
}

interface ManifestTensor {
  readonly name: string;
  readonly dims: readonly number[];
  readonly type: FloatType;
}

/**
 * Reads the "weightsManifest" of a model.json.
 *
 * @throws InputError if it is no such list, or holds anything but plain floats.
 */
export function weightGroups(manifest: unknown, reading: Reading): WeightGroup[] {
  if (!Array.isArray(manifest)) throw formatError(reading, "there is no weightsManifest", SAVE_AGAIN);
  return manifest.map((group: unknown, index) => {
    const what = `group ${index + 1} of weightsManifest`;
    if (!isObject(group) || !Array.isArray(group.paths) || !Array.isArray(group.weights))
      throw formatError(reading, `${what} has no paths and weights`, SAVE_AGAIN);
    return {
      files: group.paths.map((path: unknown) => fileName(path, what, reading)),
      tensors: group.weights.map((tensor: unknown) => tensorOf(tensor, what, reading)),
    };
  });
}

/**
 * The tensors of a group, by name, out of the bytes of its files.
 *
 * @throws InputError if the files hold another number of bytes, or numbers that aren't finite.
 */
export function tensorsOf(
  { files, tensors }: WeightGroup,
  bytes: Uint8Array,
  reading: Reading,
): Map<string, KerasTensor> {
  const found = new Map<string, KerasTensor>();
  let at = 0;
  for (const { name, dims, type } of tensors) {
    const count = dims.reduce((product, dim) => product * BigInt(dim), 1n);
    const size = count * BigInt(FLOAT_BYTES[type]);
    if (size > BigInt(bytes.length - at)) throw otherSize(files, bytes, reading);
    if (found.has(name)) throw formatError(reading, `${quoted(name)} is there twice`, SAVE_AGAIN);
    const part = bytes.subarray(at, at + Number(size));
    at += part.length;
    const values = floatsOf({ bytes: part, type, count: Number(count), name: quoted(name) }, reading);
    found.set(name, { dims, numbers: { type, values } });
  }
  if (at !== bytes.length) throw otherSize(files, bytes, reading);
  return found;
}

function otherSize(files: readonly string[], { length }: Uint8Array, reading: Reading): Error {
  const problem = `${files.map(quoted).join(" and ")} have ${length} bytes, which aren't those of their tensors`;
  return formatError(reading, problem, "give the files as they were written together");
}

/** A file beside model.json: a name that leads elsewhere is none. */
function fileName(path: unknown, what: string, reading: Reading): string {
  if (typeof path === "string" && /^[\w.-]+$/.test(path) && !/^\.+$/.test(path)) return path;
  const shown = quoted(typeof path === "string" ? path : JSON.stringify(path));
  throw formatError(
    reading,
    `${what} names the file ${shown}`,
    "put the files beside model.json, by plain names",
  );
}

function tensorOf(tensor: unknown, what: string, reading: Reading): ManifestTensor {
  if (!isObject(tensor) || typeof tensor.name !== "string")
    throw formatError(reading, `${what} has a tensor without a name`, SAVE_AGAIN);
  const { name, shape, dtype, quantization } = tensor;
  const dims = Array.isArray(shape) ? shape.filter(isSize) : [];
  if (!Array.isArray(shape) || dims.length !== shape.length)
    throw formatError(reading, `${quoted(name)} has no shape`, SAVE_AGAIN);
  return { name, dims, type: typeOf(name, dtype, quantization, reading) };
}

function isSize(dim: unknown): dim is number {
  return typeof dim === "number" && Number.isSafeInteger(dim) && dim >= 0;
}

/** Float16 is a type of floats; integers with a scale are rounded where they are unpacked. */
function typeOf(name: string, dtype: unknown, quantization: unknown, reading: Reading): FloatType {
  const stored = isObject(quantization) ? quantization.dtype : undefined;
  if (dtype === "float32" && quantization === undefined) return "float32";
  if (dtype === "float32" && stored === "float16") return "float16";
  const type = quoted(String(stored ?? dtype));
  const problem =
    quantization === undefined
      ? `${quoted(name)} has entries of type ${type}, no floats`
      : `${quoted(name)} is quantised to ${type}: its numbers are rounded where they are unpacked`;
  throw formatError(reading, problem, SAVE_AGAIN);
}
