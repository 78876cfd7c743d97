import { basename, dirname, join } from "node:path";
import { InputError } from "../../exact/inputError.js";
import type { AnyNetwork } from "../../network/anyNetwork.js";
import { type WrittenAs, type WrittenFormat, writtenNetwork } from "../../formats/writtenNetwork.js";
import { hasOtherEnding } from "./writeNetwork.js";
import { writeWhole } from "./wholeFile.js";

/** The formats that networks are written in, by the endings of files. */
const FORMATS: readonly (readonly [ending: string, format: WrittenFormat])[] = [
  [".npz", "npz"],
  [".safetensors", "safetensors"],
  [".onnx", "onnx"],
];

/** The endings of the formats that networks are written in, for messages. */
const ENDINGS = FORMATS.map(([ending]) => ending);

/** The format that the name of a file says; undefined if it says none. */
export function writtenFormat(output: string): WrittenFormat | undefined {
  return FORMATS.find(([ending]) => output.toLowerCase().endsWith(ending))?.[1];
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

/**
 * Writes a network in another program's format, each file whole.
 *
 * @returns how many bytes it has, in all files.
 * @throws InputError if the network has no such form, or a file can't be written.
 */
export async function writeFloats(
  output: string,
  network: AnyNetwork,
  how: Omit<WrittenAs, "name">,
): Promise<number> {
  const files = await writtenNetwork(network, { ...how, name: basename(output) });
  let total = 0;
  for (const [name, bytes] of files) {
    writeWhole(join(dirname(output), name), bytes);
    total += bytes.length;
  }
  return total;
}
