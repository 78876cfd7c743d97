import type { FloatType } from "../floatTypes.js";
import { Hdf5File, type Hdf5Object } from "./objects.js";

/** A data set: its path, sizes and floats. */
export interface SetToWrite {
  readonly path: string;
  readonly dims: readonly number[];
  readonly type: Extract<FloatType, "float32" | "float64">;
  readonly values: Float64Array;
}

/** An attribute of a group, a text or a list of texts. */
export interface AttributeToWrite {
  /** Of a group that is written; of the file itself for "/". */
  readonly path: string;
  readonly name: string;
  readonly value: string | string[];
}

/** As the package calls them, by letters of the module struct of Python. */
const TYPES = { float32: "<f", float64: "<d" } as const;

/** The type of the message with the time at which a data set was changed. */
const CHANGED = 0x12;

/** Written in the memory of h5wasm, which has a folder of its own. */
const FILE = "/written.h5";

/**
 * An HDF5 file in the oldest layout, which every program reads. Equal contents give equal bytes: the times
 * that the package h5wasm writes are taken out. The package, a compiled HDF5, is loaded here alone.
 *
 * @param groups their paths, each after the one that it is in.
 */
export async function hdf5Bytes(
  groups: readonly string[],
  sets: readonly SetToWrite[],
  attributes: readonly AttributeToWrite[],
): Promise<Uint8Array> {
  const { File, ready } = await import("h5wasm");
  const { FS } = await ready;
  const file = new File(FILE, "w", { libver: ["earliest", "v110"] });
  const made = new Map([["/", file], ...groups.map((path) => [path, file.create_group(path)] as const)]);
  for (const { path, dims, type, values } of sets) {
    const data = type === "float32" ? Float32Array.from(values) : values;
    file.create_dataset({ name: path, data, shape: [...dims], dtype: TYPES[type] });
  }
  for (const { path, name, value } of attributes) {
    const group = made.get(path);
    if (group === undefined) throw new RangeError(`an attribute of ${path}, which is no group`);
    group.create_attribute(name, value);
  }
  file.close();
  const bytes = FS.readFile(FILE);
  FS.unlink(FILE);
  const reader = new Hdf5File(bytes, { format: "HDF5", place: FILE });
  takeOutTimes(bytes, reader, reader.root());
  return bytes;
}

function takeOutTimes(bytes: Uint8Array, file: Hdf5File, object: Hdf5Object): void {
  // A version, three bytes that are reserved, and the seconds.
  for (const { type, at } of object.messages) if (type === CHANGED) bytes.fill(0, at + 4, at + 8);
  for (const member of file.members(object).values()) takeOutTimes(bytes, file, member);
}
