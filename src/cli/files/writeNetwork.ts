import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { outputPlace } from "../../certificate/outputPlace.js";
import { explainErrors } from "../../certificate/systemErrors.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { multiLayerFile } from "../../network/networkFile.js";

/**
 * Writes a network file, which appears under its name only once it is whole. Only one may write at a time,
 * which `withOutput` ensures.
 *
 * @throws InputError if the file can't be written; what was there stays as it was.
 */
export function writeNetwork(path: string, network: MultiLayerNetwork): void {
  const { file, partial, mode } = outputPlace(path);
  const text = `${JSON.stringify(multiLayerFile(network))}\n`;
  explainErrors(
    path,
    () => {
      rmSync(partial, { force: true });
      const descriptor = openSync(partial, "wx", mode);
      try {
        writeFileSync(descriptor, text);
        fsyncSync(descriptor);
        renameSync(partial, file);
      } catch (error) {
        rmSync(partial, { force: true });
        throw error;
      } finally {
        closeSync(descriptor);
      }
    },
    "give the command again",
  );
}
