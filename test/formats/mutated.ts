import { expect } from "vitest";
import { InputError } from "../../src/exact/inputError.js";
import type { NamedTensor } from "../../src/formats/namedTensor.js";
import { readNpy } from "../../src/formats/npy.js";
import { readNpz } from "../../src/formats/npz.js";
import { readSafetensors } from "../../src/formats/safetensors.js";
import { seededIntegers } from "../../src/network/seededIntegers.js";
import { archive, bytesOf, npy, safetensors } from "./archives.js";
import { type Arrays, secondNpy, secondNpz, secondSafetensors } from "./second/readers.js";

type Die = ReturnType<typeof seededIntegers>;

/** A format's two readers, and files to damage. */
interface Pair {
  readonly format: string;
  readonly read: (bytes: Uint8Array) => readonly NamedTensor[];
  readonly second: (bytes: Uint8Array) => Arrays;
  readonly files: readonly Uint8Array[];
}

const SIX = bytesOf(1, -2.5, 0.1, 1e-300, 7, 2 ** -1074);
const NPY = [
  npy({ shape: "(2, 3)", data: SIX }),
  npy({ shape: "(3, 2)", data: SIX, isFortran: true, descr: ">f8" }),
  npy({ shape: "(2,6)", data: SIX.subarray(0, 24), descr: "<f2", version: 2 }),
  npy({ shape: "(4,)", data: SIX.subarray(0, 16), descr: "<f4", version: 3 }),
];
const FILES = NPY.map((bytes, index) => ({ name: `W${index}.npy`, bytes }));

const HEADER = {
  __metadata__: { format: "pt" },
  w: { dtype: "F64", shape: [2, 2], data_offsets: [0, 32] },
  b: { dtype: "F32", shape: [2], data_offsets: [32, 40] },
  h: { dtype: "F16", shape: [1, 3], data_offsets: [40, 46] },
  z: { dtype: "BF16", shape: [], data_offsets: [46, 48] },
};

/** The formats of arrays. */
export const PAIRS: readonly Pair[] = [
  {
    format: "npy",
    read: (bytes) => [readNpy(bytes, "W", { format: "npy", place: "a" })],
    second: (bytes) => new Map([["W", secondNpy([...bytes])]]),
    files: NPY,
  },
  {
    format: "npz",
    read: (bytes) => readNpz(bytes, { format: "npz", place: "a" }),
    second: secondNpz,
    files: [
      archive(FILES),
      archive(FILES.map((file) => ({ ...file, isDeflated: true }))),
      archive(
        FILES.slice(0, 2).map((file) => ({ ...file, is64: true })),
        { is64: true, comment: "made" },
      ),
    ],
  },
  {
    format: "safetensors",
    read: (bytes) => readSafetensors(bytes, { format: "safetensors", place: "a" }),
    second: secondSafetensors,
    files: [
      safetensors(HEADER, SIX),
      safetensors(
        `${JSON.stringify({ w: HEADER.w, v: { ...HEADER.w, data_offsets: [32, 48], shape: [2, 1] } })}  `,
        SIX,
      ),
    ],
  },
];

/** Bytes that mean something: sizes, digits, quotes and brackets. */
const TELLING = Array.from("\u0000\u0001\u0002\u0008\"'(),09[{}\u007f\u0080\u00fe\u00ff", (letter) =>
  letter.charCodeAt(0),
);

/** A file with one to three damages: bits, bytes, cuts, insertions, parts doubled and moved, wrong sizes. */
function damaged(file: Uint8Array, die: Die): Uint8Array {
  let bytes = [...file];
  for (let left = die(1, 3); left > 0; left--) {
    const at = die(0, Math.max(bytes.length - 1, 0));
    const length = die(1, 24);
    const kind = die(0, 7);
    if (kind === 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << die(0, 7));
    else if (kind === 1) bytes[at] = TELLING[die(0, TELLING.length - 1)] ?? 0;
    else if (kind === 2) bytes = bytes.slice(0, at);
    else if (kind === 3) bytes.splice(at, length);
    else if (kind === 4) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (kind === 5) bytes.splice(at, 0, ...Array.from({ length }, () => die(0, 255)));
    else if (kind === 6)
      bytes.splice(at, length, ...bytes.slice(die(0, bytes.length), die(0, bytes.length)).slice(0, length));
    // A digit of a header, or the low byte of a size.
    else if (bytes[at] !== undefined) bytes[at] = ((bytes[at] ?? 0) + (die(0, 1) === 0 ? 1 : 255)) & 0xff;
  }
  return Uint8Array.from(bytes);
}

/**
 * Damages files of a format, and expects each to be refused in one line that names the format, or to be read
 * as the second reader does.
 *
 * @returns how many were read all the same.
 */
export function expectNoMisreading(
  { format, read, second, files }: Pair,
  runs: number,
  seed: number,
): number {
  const die = seededIntegers(seed, format);
  let taken = 0;
  for (let run = 0; run < runs; run++) {
    const bytes = damaged(files[run % files.length] ?? new Uint8Array(), die);
    const found = refusedOr(() => read(bytes), format, bytes);
    if (found === undefined) continue;
    taken += 1;
    const expected = secondOrUndecided(() => second(bytes));
    if (expected === undefined) continue;
    const ours = new Map(
      found.map(({ name, shape, numbers }) => [
        name,
        { shape, values: [...(numbers.values as Float64Array)] },
      ]),
    );
    // Maps are equal in any order: the second reader of safetensors has names that are integers first.
    if (JSON.stringify([...ours]) !== JSON.stringify([...expected]))
      expect([ours, [...bytes]]).toEqual([expected, [...bytes]]);
  }
  return taken;
}

/**
 * What the second reader reads; undefined if zlib refuses what is packed. The first took it, so that it has
 * the right length and checksum: fflate takes a distance that leads before the beginning for zeros.
 */
function secondOrUndecided(second: () => Arrays): Arrays | undefined {
  try {
    return second();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("invalid distance")) return undefined;
    throw error;
  }
}

function refusedOr<Found>(read: () => Found, format: string, bytes: Uint8Array): Found | undefined {
  try {
    return read();
  } catch (error) {
    const isLine = error instanceof InputError && /^a: \w+: [^\n]+; [^\n]+$/.test(error.message);
    if (!isLine || !error.message.startsWith(`a: ${format}: `))
      throw new Error(`${String(error)} of ${Buffer.from(bytes).toString("base64")}`, { cause: error });
    return undefined;
  }
}
