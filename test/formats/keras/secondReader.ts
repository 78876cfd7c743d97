import { inflateSync } from "fflate";
import { File, type Hdf5Group } from "jsfive";
import type { FoundNetwork, FoundNumbers } from "../../../src/formats/foundNetwork.js";

const WEIGHTS = "model.weights.h5";

/**
 * A second reader of what Keras files hold, for tests: the package jsfive reads HDF5, and fflate the archive.
 * Undefined if they find the same numbers; else what is wrong.
 */
export function disagreement(file: Uint8Array, found: FoundNetwork): string | undefined {
  const isZip = found.format === "Keras";
  const inside = isZip ? weightsIn(file) : file;
  if (inside === undefined) return "no weights in the archive";
  const root = new File(Uint8Array.from(inside).buffer);
  for (const [index, { name, weights, bias }] of found.layers.entries()) {
    const paths = isZip ? pathsOfZip(root, index) : pathsIn(root, `model_weights/${name}`);
    const kernelAt = paths.find((path) => /\/0$|kernel(:0)?$|_W$/.test(path));
    const biasAt = paths.find((path) => /\/1$|bias(:0)?$|_b$/.test(path));
    if (kernelAt === undefined) return `no kernel of ${name}`;
    const { value, shape } = root.get(kernelAt);
    if (shape.join() !== [weights.columns, weights.rows].join()) return `another shape of ${name}`;
    const transposed = Array.from(
      { length: value.length },
      (_, entry) => value[(entry % weights.columns) * weights.rows + Math.floor(entry / weights.columns)],
    );
    if (!isSame(weights.entries, transposed)) return `another kernel of ${name}`;
    if ((biasAt === undefined) !== (bias === undefined)) return `another number of biases of ${name}`;
    if (bias !== undefined && !isSame(bias, root.get(String(biasAt)).value)) return `another bias of ${name}`;
  }
  return undefined;
}

/** The packed weights, by the last entry of the directory that has their name. */
function weightsIn(file: Uint8Array): Uint8Array | undefined {
  const [archive, view] = [Buffer.from(file), new DataView(file.buffer, file.byteOffset)];
  let entry = archive.lastIndexOf("PK\u0001\u0002");
  while (entry >= 0 && archive.toString("latin1", entry + 46, entry + 46 + WEIGHTS.length) !== WEIGHTS)
    entry = entry === 0 ? -1 : archive.lastIndexOf("PK\u0001\u0002", entry - 1);
  if (entry < 0) return undefined;
  const header = view.getUint32(entry + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const packed = file.subarray(start, start + view.getUint32(entry + 20, true));
  return view.getUint16(entry + 10, true) === 0 ? packed : inflateSync(packed);
}

function pathsOfZip(root: Hdf5Group, index: number): string[] {
  return pathsIn(root, `layers/dense${index === 0 ? "" : `_${index}`}/vars`);
}

function pathsIn(root: Hdf5Group, path: string): string[] {
  const { keys } = root.get(path);
  // A data set is an array there, whose keys are a method.
  return typeof keys === "function" ? [path] : keys.flatMap((key) => pathsIn(root, `${path}/${key}`));
}

function isSame({ values }: FoundNumbers, others: readonly (number | undefined)[]): boolean {
  return values.length === others.length && others.every((other, index) => Object.is(values[index], other));
}
