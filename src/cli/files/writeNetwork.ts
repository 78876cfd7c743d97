import { outputPlace } from "../../certificate/outputPlace.js";
import { ResumedFile } from "../../certificate/resumedFile.js";
import { explainErrors } from "../../certificate/systemErrors.js";
import { InputError } from "../../exact/inputError.js";
import { type MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { NETWORK_FORMAT, multiLayerFile } from "../../network/networkFile.js";

/** How each file begins, by which one that an interrupted command left is known. */
const START = `{"format":"${NETWORK_FORMAT}"`;

/** Endings of files that would not be what they say. */
const OTHER_FORMATS = /\.(?:npz|npy|safetensors|onnx|h5|keras|nnet|csv|pt|pth)$|(?:^|[/\\])model\.json$/i;

/** Whether a name ends as files of another format do. */
export function hasOtherEnding(output: string): boolean {
  return OTHER_FORMATS.test(output);
}

/**
 * Requires that the name of an output promises no other format than the network file that is written.
 *
 * @throws InputError that says how to get the other one.
 */
export function requireNetworkName(output: string): void {
  if (!hasOtherEnding(output)) return;
  throw new InputError(
    `a network file is JSON, and ${JSON.stringify(output)} ends as files of another format do`,
    "name a .json file; equiloss export makes npz, safetensors and ONNX of it",
    "--output",
  );
}

/**
 * Writes a network to a file that appears under its name only once it is whole.
 *
 * @returns how many bytes it has.
 * @throws InputError if the file can't be written.
 */
export function writeNetwork(path: string, network: MultiLayerNetwork): number {
  const text = `${JSON.stringify(multiLayerFile(network))}\n`;
  const file = explainErrors(path, () => new ResumedFile(outputPlace(path), path, START, "a network"));
  try {
    return explainErrors(path, () => {
      const bytes = file.append(text);
      file.finish();
      return bytes;
    });
  } finally {
    file.close();
  }
}
