import { InputError } from "../../../exact/inputError.js";
import type { FloatType } from "../../../formats/floatTypes.js";
import { floatTypeOf } from "../../../formats/writtenTensors.js";
import { npzFile, safetensorsFile } from "../../../formats/writtenFiles.js";
import type { AnyNetwork } from "../../../network/anyNetwork.js";
import { anyNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { writeWhole } from "../../files/wholeFile.js";

/** The formats that networks are written in, by the ending of the file. */
export const ENDINGS = ["npz", "safetensors"] as const;

/** What to export, and where to. */
export interface ExportRequest {
  readonly network: Source;
  readonly format: (typeof ENDINGS)[number];
  /** Undefined for the narrowest type of 32 or 64 bits that holds all numbers. */
  readonly type: FloatType | undefined;
  readonly output: string;
}

/** What `equiloss export` wrote. */
export interface ExportReport {
  readonly target: (typeof ENDINGS)[number];
  readonly type: FloatType;
  readonly bytes: number;
}

/** Writes a network as floats, bit for bit. */
export function exportNetwork({ network: source, format, type, output }: ExportRequest): ExportReport {
  const network = anyNetworkIn(source);
  try {
    const chosen = type ?? floatTypeOf(network);
    const bytes = fileOf(network, format, chosen);
    writeWhole(output, bytes);
    return { target: format, type: chosen, bytes: bytes.length };
  } catch (error) {
    throw error instanceof InputError ? error.at(source.place) : error;
  }
}

function fileOf(network: AnyNetwork, format: ExportRequest["format"], type: FloatType): Uint8Array {
  if (format === "safetensors") return safetensorsFile(network, type);
  if (type !== "bfloat16") return npzFile(network, type);
  throw new InputError("NumPy has no bfloat16", "export to safetensors, or choose another", "--type");
}
