import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../runEquiloss.js";

export { scratchFolder } from "../scratchFolder.js";

/** A function that writes a file into the folder, under a new name if none is given, and returns its path. */
export function writerIn(folder: string): (content: string | Uint8Array, name?: string) => string {
  let count = 0;
  return (content, name) => {
    count += 1;
    const file = join(folder, name ?? `${count}.json`);
    writeFileSync(file, content);
    return file;
  };
}

/** The text of a file of the repository. */
export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

const rowsOf = (matrix: string): string[][] => matrix.split("; ").map((row) => row.split(" "));

/** The text of a network file. A matrix is written "1 0; 1/2 -1", and so is the list of biases. */
export function networkText(matrices: readonly string[], biases?: string): string {
  const network = { format: "equiloss-network/1", weights: matrices.map(rowsOf) };
  return JSON.stringify(biases === undefined ? network : { ...network, biases: rowsOf(biases) });
}

/** The text of a data file, with inputs and targets written as the matrices of a network are. */
export function dataText(inputs: string, targets: string): string {
  return JSON.stringify({ format: "equiloss-data/1", inputs: rowsOf(inputs), targets: rowsOf(targets) });
}
