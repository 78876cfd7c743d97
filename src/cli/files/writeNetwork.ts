import { outputPlace } from "../../certificate/outputPlace.js";
import { ResumedFile } from "../../certificate/resumedFile.js";
import { explainErrors } from "../../certificate/systemErrors.js";
import { type MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { NETWORK_FORMAT, multiLayerFile } from "../../network/networkFile.js";

/** How each file begins, by which one that an interrupted command left is known. */
const START = `{"format":"${NETWORK_FORMAT}"`;

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
