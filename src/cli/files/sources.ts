import {
  type Stats,
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readSync,
  statSync,
} from "node:fs";
import { Socket } from "node:net";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { ReadStream, isatty } from "node:tty";
import { InputError } from "../../exact/inputError.js";
import { BEGINNING, beginningOf, formatOf } from "../../formats/recognised.js";
import { tensorflowJsFiles } from "../../formats/tensorflow/readTensorflowJs.js";
import { examplesFolder, isInPackage } from "./packageFolder.js";
import { BY_NETWORKS, type JsonCosts } from "./jsonMemory.js";
import { type Source, textOf } from "./source.js";
import { SourceMemory } from "./sourceMemory.js";
import { MEBIBYTE, requireMemory } from "../options/memory.js";

export { type Source, textOf };

/** The most bytes that a file may have. A string of Node holds no more than twice as much. */
export const MAX_BYTES = 256 * 1024 * 1024;

const CHUNK = 1024 * 1024;

/** The files of a command, by what they are for; undefined where no file was named. */
export type Sources<Paths> = {
  readonly [Name in keyof Paths]: Paths[Name] extends string ? Source : Source | undefined;
};

/** A path as messages name it. */
export function placeOf(path: string): string {
  if (path === "-") return "standard input";
  return path === "" ? '""' : path;
}

/**
 * Reads all files of a command that are named, standard input for "-". Pipes and devices are read like files,
 * up to the cap. Only the event loop waits here, so a signal is heard meanwhile.
 *
 * @param budget MiB that reading and parsing them may take.
 * @param costs the costs of files that are neither networks nor data.
 * @throws InputError if there is no such file, it can't be read, is a directory, too large, would be read
 *   twice, or needs more memory than that.
 */
export async function readSources<Paths extends Readonly<Record<string, string | undefined>>>(
  paths: Paths,
  budget: number,
  costs: { readonly [Name in keyof Paths]?: JsonCosts } = {},
): Promise<Sources<Paths>> {
  const entries = Object.entries(paths).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const all = entries.map(([, path]) => path);
  requireOnce(all);
  const costsOf = new Map(Object.entries<JsonCosts | undefined>(costs));
  const sources: [string, Source][] = [];
  let needed = 0;
  for (const [name, path] of entries) {
    const cost = costsOf.get(name) ?? BY_NETWORKS;
    const [source, bytes] = await readSource(path, cost, budget * MEBIBYTE - needed);
    needed += bytes;
    const beside = new Map<string, Uint8Array>();
    for (const file of filesBeside(source)) {
      const room = budget * MEBIBYTE - needed;
      const [{ bytes: weights }, more] = await readSource(join(dirname(path), file), cost, room);
      beside.set(file, weights);
      needed += more;
    }
    sources.push([name, beside.size === 0 ? source : { ...source, beside }]);
  }
  requireMemory(`to read ${all.map(placeOf).join(" and ")}`, BigInt(needed), budget);
  return Object.fromEntries(sources) as Sources<Paths>;
}

/** Anything but a regular file gives its text only to the first reader. */
function requireOnce(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const there = path === "-" ? fstatSync(0) : statusOf(path);
    if (there === undefined || (there.isFile() && path !== "-")) continue;
    const key = there.isFile() ? "-" : `${there.dev} ${there.ino}`;
    if (seen.has(key))
      throw new InputError("can be read only once", "give the other inputs as files", placeOf(path));
    seen.add(key);
  }
}

/** The file's status; undefined if there is no such file, which opening it will report. */
function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The names of the files with the weights of a model of TensorFlow.js. */
function filesBeside(source: Source): readonly string[] {
  const isModel = formatOf(source.bytes) === "TensorFlow.js";
  return isModel ? tensorflowJsFiles(textOf(source), source.place) : [];
}

async function readSource(path: string, costs: JsonCosts, room: number): Promise<[Source, needed: number]> {
  const [place, stream] = [placeOf(path), streamOf(path)];
  const memory = new SourceMemory(costs);
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array))
        throw new TypeError("the stream gave text where bytes were expected");
      total += chunk.length;
      memory.add(chunk);
      if (total > MAX_BYTES) throw tooLarge(memory.beginning, place);
      // A file over the budget is read on only to finish the estimate.
      if (memory.bytes > room) chunks.length = 0;
      else chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof InputError || codeOf(error) === "" ? error : unreadable(error, place);
  } finally {
    stream.destroy();
  }
  const bytes = joined(chunks);
  return [{ place, bytes }, memory.bytesOf(bytes)];
}

/** A file of which only the beginning need be read to say that it is too large. */
function tooLarge(beginning: Uint8Array, place: string): InputError {
  const format = beginningOf(beginning);
  const named = format === "text" ? "" : `${format}: `;
  return new InputError(`${named}larger than the cap of ${MAX_BYTES} bytes`, "give a smaller file", place);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Opens a stream that doesn't block a thread where input may not be there yet. */
function streamOf(path: string): Readable {
  const place = placeOf(path);
  const descriptor = path === "-" ? 0 : open(path, place);
  const there = fstatSync(descriptor);
  if (there.isDirectory()) {
    if (path !== "-") closeSync(descriptor);
    throw new InputError("is a directory", "name a file", place);
  }
  if (there.isFile() && there.size > MAX_BYTES) {
    const beginning = Buffer.alloc(BEGINNING);
    readSync(descriptor, beginning, 0, BEGINNING, 0);
    if (path !== "-") closeSync(descriptor);
    throw tooLarge(beginning, place);
  }
  if (path === "-") return process.stdin;
  if (there.isFIFO() || there.isSocket())
    return new Socket({ fd: descriptor, readable: true, writable: false });
  return isatty(descriptor)
    ? new ReadStream(descriptor)
    : createReadStream(path, { fd: descriptor, highWaterMark: CHUNK });
}

function open(path: string, place: string): number {
  try {
    // Opened this way, a pipe need not have a writer yet.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw unreadable(error, place);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function unreadable(error: unknown, place: string): InputError {
  const code = codeOf(error);
  const reasons = new Map([
    ["ENOENT", "no such file"],
    ["EACCES", "no permission to read it"],
  ]);
  const repair = "name a file that can be read";
  const isElsewhere = code === "ENOENT" && place.startsWith("examples/") && isInPackage(place);
  return new InputError(
    reasons.get(code) ?? `can't be read (${code})`,
    isElsewhere ? `${repair}; the package's examples are in ${examplesFolder()}` : repair,
    place,
  );
}
