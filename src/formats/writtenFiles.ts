import { zipSync } from "fflate";
import { requireArguments } from "../exact/plainJavaScript.js";
import type { AnyNetwork } from "../network/anyNetwork.js";
import type { FloatType } from "./floatTypes.js";
import { NPY_MAGIC } from "./npy.js";
import { type WrittenTensor, writtenTensors } from "./writtenTensors.js";

/** Data begin at a multiple of this many bytes. */
const ALIGNMENT = 64;

/** The earliest time that an archive can hold: equal networks give equal files. */
export const NO_TIME = "1980-01-01T00:00:00";

const NPY_TYPES = { float16: "<f2", float32: "<f4", float64: "<f8" } as const;
const SAFETENSORS_TYPES = { float16: "F16", bfloat16: "BF16", float32: "F32", float64: "F64" } as const;

/**
 * The bytes of an npz file with the network's weights and biases, fc1.weight, fc1.bias, …, bit for bit.
 *
 * @param type the floats that hold all numbers.
 * @throws InputError that names the first number that is no float of the type.
 * @example formatOf(npzFile(from, "float64")) === "npz"
 */
export function npzFile(network: AnyNetwork, type: keyof typeof NPY_TYPES): Uint8Array {
  requireType(network, type, NPY_TYPES);
  const files: Record<string, Uint8Array> = {};
  for (const tensor of writtenTensors(network, type))
    files[`${tensor.name}.npy`] = npyFile(tensor, NPY_TYPES[type]);
  return zipSync(files, { level: 0, mtime: NO_TIME });
}

function npyFile({ shape, bytes }: WrittenTensor, descr: string): Uint8Array {
  const dimensions = shape.length === 1 ? `${shape.join()},` : shape.join(", ");
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${dimensions}), }`;
  const before = NPY_MAGIC.length + 4;
  const padded = before + header.length + 1;
  const start = padded + ((ALIGNMENT - (padded % ALIGNMENT)) % ALIGNMENT);
  const text = `${header.padEnd(start - before - 1)}\n`;
  const written = new Uint8Array(start + bytes.length);
  written.set(NPY_MAGIC);
  written.set([1, 0, text.length & 0xff, text.length >> 8], NPY_MAGIC.length);
  written.set(new TextEncoder().encode(text), before);
  written.set(bytes, start);
  return written;
}

/**
 * The bytes of a safetensors file with the network's weights and biases, fc1.weight, fc1.bias, …, bit for
 * bit.
 *
 * @param type the floats that hold all numbers.
 * @throws InputError that names the first number that is no float of the type.
 * @example formatOf(safetensorsFile(from, "float32")) === "safetensors"
 */
export function safetensorsFile(network: AnyNetwork, type: FloatType): Uint8Array {
  requireType(network, type, SAFETENSORS_TYPES);
  const tensors = writtenTensors(network, type);
  const header: Record<string, { dtype: string; shape: readonly number[]; data_offsets: number[] }> = {};
  let end = 0;
  for (const { name, shape, bytes } of tensors) {
    header[name] = {
      dtype: SAFETENSORS_TYPES[type],
      shape,
      data_offsets: [end, end + bytes.length],
    };
    end += bytes.length;
  }
  const text = JSON.stringify(header);
  // The header is padded with blanks, so that data begin at a multiple of eight bytes.
  const length = text.length + ((8 - (text.length % 8)) % 8);
  const written = new Uint8Array(8 + length + end);
  new DataView(written.buffer).setBigUint64(0, BigInt(length), true);
  written.set(new TextEncoder().encode(text.padEnd(length)), 8);
  let at = 8 + length;
  for (const { bytes } of tensors) {
    written.set(bytes, at);
    at += bytes.length;
  }
  return written;
}

/** @throws TypeError unless the arguments are a network and one of the types. */
function requireType(network: AnyNetwork, type: string, types: object): void {
  requireArguments({ anyNetwork: { network }, text: { type } });
  if (Object.hasOwn(types, type)) return;
  throw new TypeError(`type is "${type}"; give one of ${Object.keys(types).join(", ")}`);
}
