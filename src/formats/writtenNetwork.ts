import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import type { AnyNetwork } from "../network/anyNetwork.js";
import { csvFiles } from "./csv/writeCsv.js";
import { FLOAT_TYPES, type FloatType } from "./floatTypes.js";
import type { FoundNetwork } from "./foundNetwork.js";
import { writeKerasH5, writeKerasZip } from "./keras/writeKeras.js";
import { nnetText } from "./nnet/writeNnet.js";
import { writeOnnx } from "./onnx/writeOnnx.js";
import { writeTensorflowJs } from "./tensorflow/writeTensorflowJs.js";
import { npzFile, safetensorsFile } from "./writtenFiles.js";
import { floatTypeOf, foundOfNetwork } from "./writtenTensors.js";

/** A format that networks are written in. */
export type WrittenFormat = "npz" | "safetensors" | "onnx" | "keras" | "h5" | "tensorflowjs" | "nnet" | "csv";

/** How a network is written. */
export interface WrittenAs {
  readonly format: WrittenFormat;
  readonly type: FloatType;
  /** Of the hidden layers, if it is known; formats of mere arrays don't say it. */
  readonly activation: string | undefined;
  /** The name of the file, without its folder. */
  readonly name: string;
}

/** Files by their names. A format with several has the one that names the others last. */
export type FilesByName = ReadonlyMap<string, Uint8Array>;

/** What a format holds, and its writer. */
interface Form {
  /** As messages name it. */
  readonly title: string;
  /** From the narrowest. */
  readonly types: readonly FloatType[];
  readonly saysActivation: boolean;
  readonly write: (network: AnyNetwork, how: WrittenAs) => FilesByName | Promise<FilesByName>;
}

const LONG = ["float32", "float64"] as const satisfies FloatType[];

const FORMS: Readonly<Record<WrittenFormat, Form>> = {
  npz: {
    title: "NumPy",
    types: ["float16", ...LONG],
    saysActivation: false,
    // That NumPy has no bfloat16 has been said.
    write: (network, { type, name }) =>
      new Map([[name, npzFile(network, type as Exclude<FloatType, "bfloat16">)]]),
  },
  safetensors: {
    title: "safetensors",
    types: FLOAT_TYPES,
    saysActivation: false,
    write: (network, { type, name }) => new Map([[name, safetensorsFile(network, type)]]),
  },
  onnx: {
    title: "ONNX",
    types: LONG,
    saysActivation: true,
    write: (network, how) => new Map([[how.name, writeOnnx(foundOf(network, how), how.name)]]),
  },
  keras: {
    title: "Keras",
    types: LONG,
    saysActivation: true,
    write: async (network, how) =>
      new Map([[how.name, await writeKerasZip(foundOf(network, how), longType(how))]]),
  },
  h5: {
    title: "Keras",
    types: LONG,
    saysActivation: true,
    write: async (network, how) =>
      new Map([[how.name, await writeKerasH5(foundOf(network, how), longType(how))]]),
  },
  tensorflowjs: {
    title: "TensorFlow.js",
    types: ["float32"],
    saysActivation: true,
    write: (network, how) => writeTensorflowJs(foundOf(network, how), how.name),
  },
  nnet: {
    title: "NNet",
    types: FLOAT_TYPES,
    saysActivation: true,
    write: (network, how) => new Map([[how.name, new TextEncoder().encode(nnetText(foundOf(network, how)))]]),
  },
  csv: {
    title: "CSV",
    types: FLOAT_TYPES,
    saysActivation: false,
    write: (network, how) => csvFiles(foundOf(network, how), how.name),
  },
};

function foundOf(network: AnyNetwork, { type, activation }: WrittenAs): FoundNetwork {
  return foundOfNetwork(network, type, activation);
}

/** The type, of the formats that have those of 32 and 64 bits alone. */
function longType({ type }: WrittenAs): (typeof LONG)[number] {
  return type === "float32" ? type : "float64";
}

/** Whether files of the format say the activation of hidden layers. */
export function saysActivation(format: WrittenFormat): boolean {
  return FORMS[format].saysActivation;
}

/**
 * The type of floats for a network in a format: the narrowest of 32 or 64 bits that holds all numbers; the
 * widest if none does, or the format has no such type.
 */
export function typeFor(network: AnyNetwork, format: WrittenFormat): FloatType {
  return typeIn(format, floatTypeOf(network));
}

/** The narrowest type of a format that holds all floats of another; the widest if none does. */
export function typeIn(format: WrittenFormat, type: FloatType): FloatType {
  const { types } = FORMS[format];
  if (types.includes(type)) return type;
  // Floats of 16 bits are floats of 32 bits; neither kind of 16 bits holds the other.
  const isShort = type === "float16" || type === "bfloat16";
  return isShort && types.includes("float32") ? "float32" : entry(types, types.length - 1);
}

/**
 * The files of a network, bit for bit.
 *
 * @throws InputError that names the first number that is no float of the type, or the option that is missing
 *   or asks for what the format doesn't hold.
 */
export async function writtenNetwork(network: AnyNetwork, how: WrittenAs): Promise<FilesByName> {
  const { format, type, activation } = how;
  const { title, types, saysActivation: says, write } = FORMS[format];
  if (!types.includes(type))
    throw new InputError(`${title} has no ${type}`, `choose ${types.join(" or ")}`, "--type");
  if (says && activation === undefined)
    throw new InputError(`${title} says the activation`, "name it, such as tanh or relu", "--activation");
  return write(network, how);
}
