import { basename, dirname, join } from "node:path";
import { InputError } from "../../exact/inputError.js";
import { outputPlace } from "../../certificate/outputPlace.js";
import type { AnyNetwork } from "../../network/anyNetwork.js";
import { type WrittenAs, type WrittenFormat, writtenNetwork } from "../../formats/writtenNetwork.js";
import type { Source } from "./sources.js";
import { identityOf } from "./withOutput.js";
import { hasOtherEnding } from "./writeNetwork.js";
import { writeWhole } from "./wholeFile.js";

/** The formats that networks are written in, by the endings of files, or a whole name. */
const FORMATS: readonly (readonly [ending: string, format: WrittenFormat])[] = [
  [".npz", "npz"],
  [".safetensors", "safetensors"],
  [".onnx", "onnx"],
  [".keras", "keras"],
  [".h5", "h5"],
  ["model.json", "tensorflowjs"],
  [".nnet", "nnet"],
  [".csv", "csv"],
];

/** The endings of the formats that networks are written in, for messages. */
const ENDINGS = FORMATS.map(([ending]) => ending);

/** The format that the name of a file says; undefined if it says none. */
export function writtenFormat(output: string): WrittenFormat | undefined {
  const name = basename(output).toLowerCase();
  return FORMATS.find(([ending]) => (ending.startsWith(".") ? name.endsWith(ending) : name === ending))?.[1];
}

/** @throws InputError unless the name of an output says a format. */
export function requiredFormat(output: string): WrittenFormat {
  const format = writtenFormat(output);
  if (format !== undefined) return format;
  throw new InputError(
    `${JSON.stringify(output)} doesn't say the format`,
    `end it with one of ${ENDINGS.join(", ")}`,
    "--output",
  );
}

/**
 * Requires that the name of an output is one of a network file, or says a format that is written.
 *
 * @throws InputError that names the endings that may be.
 */
export function requireWritable(output: string): void {
  if (writtenFormat(output) !== undefined || !hasOtherEnding(output)) return;
  throw new InputError(
    `no network is written in the format of ${JSON.stringify(output)}`,
    `end it with .json, which is exact, or with one of ${ENDINGS.join(", ")}`,
    "--output",
  );
}

/** How a network is written, the files that are read, and another that is to be written. */
export interface WrittenFrom extends Omit<WrittenAs, "name"> {
  readonly sources: readonly Source[];
  readonly other?: string | undefined;
}

/**
 * Writes a network in another program's format, each file whole.
 *
 * @returns how many bytes it has, and its files.
 * @throws InputError if the network has no such form, or a file can't be written, or has another use here.
 */
export async function writeFloats(
  output: string,
  network: AnyNetwork,
  { sources, other, ...how }: WrittenFrom,
): Promise<{ readonly bytes: number; readonly files: readonly string[] }> {
  const files = await writtenNetwork(network, { ...how, name: basename(output) });
  const written = [...files].map(([name, bytes]) => ({ path: join(dirname(output), name), bytes }));
  // Before the first is written, since they belong together.
  for (const { path } of written) {
    for (const source of sources) requireNotRead(path, source);
    if (other !== undefined && identityOf(other) === identityOf(path))
      throw new InputError("is a file of the network, too", "name another folder or file", other);
    outputPlace(path);
  }
  for (const { path, bytes } of written) writeWhole(path, bytes);
  return {
    bytes: written.reduce((sum, { bytes }) => sum + bytes.length, 0),
    files: written.map(({ path }) => path),
  };
}

/** The output itself has been compared; files with its weights or matrices have not. */
function requireNotRead(path: string, { place, beside = new Map<string, Uint8Array>() }: Source): void {
  const read = [place, ...[...beside.keys()].map((name) => join(dirname(place), name))];
  if (!read.some((input) => identityOf(input) === identityOf(path))) return;
  throw new InputError("is an input, too, and would be written", "name an output in another folder", path);
}
