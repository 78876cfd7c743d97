import { formatError } from "./formatError.js";
import type { FormatName } from "./recognised.js";

const SAFETENSORS = "save_file(torch.load('net.pt', weights_only=True), 'net.safetensors')";

/** The formats that no reader takes. */
export type UnreadFormat = Extract<
  FormatName,
  "zip" | "PyTorch" | "pickle" | "gzip" | "TFLite" | "GGUF" | "MATLAB"
>;

/** Why the files of some formats aren't read, and what to do instead. */
const UNREAD: Readonly<Record<UnreadFormat, readonly [problem: string, repair: string]>> = {
  PyTorch: [
    "a file of torch.save is a pickle, which runs code when it is read",
    `write it as safetensors: from safetensors.torch import save_file; ${SAFETENSORS}`,
  ],
  pickle: [
    "a pickle runs code when it is read",
    `write it as safetensors: from safetensors.torch import save_file; ${SAFETENSORS}`,
  ],
  gzip: ["the file is packed", "unpack it by gunzip"],
  TFLite: ["this format isn't read", "write the network as ONNX, Keras or npz"],
  GGUF: ["this format isn't read", "write the network as safetensors"],
  MATLAB: ["this format isn't read", "write the matrices as npz, or as csv"],
  zip: ["the archive is none of numpy.savez, whose files all end with .npy", "write it by numpy.savez"],
};

/** The error of a file whose format is known, but not read. */
export function unread(format: UnreadFormat, place: string): Error {
  const [problem, repair] = UNREAD[format];
  return formatError({ format, place }, problem, repair);
}
