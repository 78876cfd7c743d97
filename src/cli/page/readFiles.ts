import { InputError } from "../../exact/inputError.js";
import { formatOf } from "../../formats/recognised.js";
import { tensorflowJsFiles } from "../../formats/tensorflow/readTensorflowJs.js";
import type { GivenFile } from "../../report/data/networkWorker.js";
import { BY_NETWORKS } from "../files/jsonMemory.js";
import { toldNetworkIn } from "../files/networks.js";
import { type Source, textOf } from "../files/source.js";
import { SourceMemory } from "../files/sourceMemory.js";
import { MEBIBYTE } from "../options/memory.js";
import { keepingNotes } from "../terminal/notes.js";

/** MiB that reading and parsing may take in the page: browsers end a worker that takes several times that. */
const MEMORY = 1024;

/**
 * Takes the files of one or two networks. Files with weights that one of the others names, as TensorFlow.js
 * writes them, go with that one.
 *
 * @throws InputError if they are more networks or none, one can't be read, or reading takes too much memory.
 */
export function readFiles(files: readonly GivenFile[]): Source[] {
  requireRoom(files);
  const beside = files.flatMap(namedBeside);
  const sources = files
    .filter(({ place }) => !beside.includes(place))
    .map((file) => withWeights(file, files));
  if (sources.length < 1 || sources.length > 2)
    throw new InputError(`${sources.length} files of networks`, "give one or two");
  // What can't be read is told before anything is computed.
  for (const source of sources) keepingNotes([], () => toldNetworkIn(source));
  return sources;
}

function withWeights(file: GivenFile, files: readonly GivenFile[]): Source {
  const names = namedBeside(file);
  const weights = files.filter(({ place }) => names.includes(place));
  return weights.length === 0
    ? file
    : { ...file, beside: new Map(weights.map(({ place, bytes }) => [place, bytes])) };
}

/** The names of the files that have a file's weights. */
function namedBeside(file: GivenFile): readonly string[] {
  return formatOf(file.bytes) === "TensorFlow.js" ? tensorflowJsFiles(textOf(file), file.place) : [];
}

/** @throws InputError if reading is estimated to take more memory than the page has. */
function requireRoom(files: readonly GivenFile[]): void {
  for (const { place, bytes } of files) {
    const memory = new SourceMemory(BY_NETWORKS);
    memory.add(bytes);
    const needed = Math.ceil(memory.bytesOf(bytes) / MEBIBYTE);
    if (needed <= MEMORY) continue;
    throw new InputError(
      `reading it takes about ${needed} MiB of memory, and the page allows ${MEMORY}`,
      "give a smaller network here, or this one to the command line, with --max-memory",
      place,
    );
  }
}
