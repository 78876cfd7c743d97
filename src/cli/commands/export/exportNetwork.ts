import { InputError } from "../../../exact/inputError.js";
import type { FloatType } from "../../../formats/floatTypes.js";
import { floatTypeOf, foundOfNetwork } from "../../../formats/writtenTensors.js";
import { npzFile, safetensorsFile } from "../../../formats/writtenFiles.js";
import { writeOnnx } from "../../../formats/onnx/writeOnnx.js";
import type { AnyNetwork } from "../../../network/anyNetwork.js";
import { anyNetworkIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { writeWhole } from "../../files/wholeFile.js";

/** The formats that networks are written in, by the ending of the file. */
export const ENDINGS = ["npz", "safetensors", "onnx"] as const;

/** What to export, and where to. */
export interface ExportRequest {
  readonly network: Source;
  readonly format: (typeof ENDINGS)[number];
  /** Undefined for the narrowest type of 32 or 64 bits that holds all numbers. */
  readonly type: FloatType | undefined;
  /** The activation of the hidden layers, which only ONNX says. */
  readonly activation: string | undefined;
  readonly output: string;
}

/** What `equiloss export` wrote. */
export interface ExportReport {
  readonly target: (typeof ENDINGS)[number];
  readonly type: FloatType;
  readonly bytes: number;
}

/** Writes a network as floats, bit for bit. */
export function exportNetwork(request: ExportRequest): ExportReport {
  const { network: source, format, output } = request;
  const network = anyNetworkIn(source);
  try {
    const type = request.type ?? floatTypeOf(network);
    const bytes = fileOf(network, { ...request, type });
    writeWhole(output, bytes);
    return { target: format, type, bytes: bytes.length };
  } catch (error) {
    throw error instanceof InputError ? error.at(source.place) : error;
  }
}

function fileOf(
  network: AnyNetwork,
  { format, type, activation, output }: ExportRequest & { readonly type: FloatType },
): Uint8Array {
  if (format === "onnx") {
    if (activation === undefined)
      throw new InputError("ONNX says the activation", "name it, such as tanh or relu", "--activation");
    return writeOnnx(foundOfNetwork(network, type, activation), output);
  }
  if (activation !== undefined)
    throw new InputError(`${format} says no activation`, "leave it out, or export to .onnx", "--activation");
  if (format === "safetensors") return safetensorsFile(network, type);
  if (type !== "bfloat16") return npzFile(network, type);
  throw new InputError("NumPy has no bfloat16", "export to safetensors, or choose another", "--type");
}
