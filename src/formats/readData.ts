import type { RationalVector } from "../exact/vectors/rationalVector.js";
import { textOf } from "./byteReader.js";
import { csvVectors } from "./csv/csvVectors.js";
import { formatError } from "./formatError.js";
import { rowsOf } from "./foundVectors.js";
import { type NamedTensor, entryCount, shapeWords } from "./namedTensor.js";
import { readNpy } from "./npy.js";
import { readNpz } from "./npz.js";
import type { NetworkBytes } from "./readNetwork.js";
import { formatOf } from "./recognised.js";

/** Inputs, and targets if the file has any, in the same order. */
export interface FoundData {
  /** As messages name it. */
  readonly format: string;
  readonly inputs: readonly RationalVector[];
  readonly targets: readonly RationalVector[] | undefined;
  /** What the file leaves open, a sentence each. */
  readonly decisions: readonly string[];
}

/** The names of arrays, whatever their case. */
const INPUTS = ["x", "inputs", "input", "x_train", "x_test"];
const TARGETS = ["y", "targets", "target", "outputs", "y_train", "y_test"];

const NAME_THEM = "call the arrays x and y, or inputs and targets";

/**
 * The inputs and targets of a file of NumPy, or of a CSV file.
 *
 * @returns undefined for a text that is no table, such as JSON.
 * @throws InputError if the arrays don't say which they are, or the file can't be read.
 */
export function readData({ place, bytes }: NetworkBytes): FoundData | undefined {
  const format = formatOf(bytes);
  const reading = { format, place };
  switch (format) {
    case "npz":
      return dataOf(readNpz(bytes, reading), place);
    case "npy": {
      const inputs = vectorsOf(readNpy(bytes, "the array", reading), { format, place });
      return { format, inputs, targets: undefined, decisions: ["the array has the inputs"] };
    }
    case "CSV":
    case "text":
      return isJson(bytes) ? undefined : csvVectors(textOf(bytes), { format: "CSV", place });
    default:
      throw formatError(reading, "no file of data", "give data as npz, npy, CSV or JSON");
  }
}

/** Whether a text begins as JSON does; an empty one counts as such, and is refused there. */
function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20);
  return first === undefined || first === 0x7b || first === 0x5b;
}

function dataOf(tensors: readonly NamedTensor[], place: string): FoundData {
  const reading = { format: "npz", place };
  const named = (names: readonly string[]): readonly NamedTensor[] =>
    tensors.filter(({ name }) => names.includes(name.toLowerCase()));
  const [[inputs, second], [targets, third]] = [named(INPUTS), named(TARGETS)];
  const all = tensors.map((tensor) => `${tensor.name} (${shapeWords(tensor)})`).join(", ");
  if (inputs === undefined || second !== undefined || third !== undefined) {
    const problem = `of the arrays ${all} it isn't clear which has the inputs`;
    throw formatError(reading, problem, NAME_THEM);
  }
  const rest = tensors.filter((tensor) => tensor !== inputs && tensor !== targets);
  const used = [
    `inputs ${inputs.name} (${shapeWords(inputs)})`,
    ...(targets === undefined ? [] : [`targets ${targets.name} (${shapeWords(targets)})`]),
    ...(rest.length === 0 ? [] : [`${rest.map(({ name }) => name).join(", ")} passed over`]),
  ];
  return {
    format: reading.format,
    inputs: vectorsOf(inputs, reading),
    targets: targets === undefined ? undefined : vectorsOf(targets, reading),
    decisions: used,
  };
}

/** A vector for each entry of the first dimension; the others are taken row by row. */
function vectorsOf({ name, shape, numbers }: NamedTensor, reading: FormatAt): RationalVector[] {
  const [count, ...sizes] = shape;
  if (count === undefined)
    throw formatError(reading, `${name} is a single number`, "give an array with a row for each input");
  return rowsOf({ rows: count, columns: entryCount(sizes, name, reading), entries: numbers });
}

type FormatAt = Parameters<typeof formatError>[0];
