import { exactDecimal } from "../exactDecimal.js";
import type { FoundMatrix, FoundNetwork, FoundNumbers } from "../foundNetwork.js";

/**
 * A CSV file for each array of a network: fc1.weight, fc1.bias, …, as PyTorch names them, weights outputs ×
 * inputs and biases a row. Decimals have all digits of their float.
 *
 * @param name of the file, whose stem the names of the files begin with.
 * @example [...csvFiles(found, "net.csv").keys()] // ["net.fc1.weight.csv", "net.fc2.weight.csv"]
 */
export function csvFiles({ layers }: FoundNetwork, name: string): Map<string, Uint8Array> {
  const stem = name.replace(/\.csv$/i, "");
  const files = new Map<string, Uint8Array>();
  for (const { name: layer, weights, bias } of layers) {
    files.set(`${stem}.${layer}.weight.csv`, csvFile(weights));
    if (bias !== undefined)
      files.set(
        `${stem}.${layer}.bias.csv`,
        csvFile({ rows: 1, columns: bias.values.length, entries: bias }),
      );
  }
  return files;
}

function csvFile({ rows, columns, entries }: FoundMatrix): Uint8Array {
  const texts = decimalsOf(entries);
  const lines = Array.from({ length: rows }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns).join(","),
  );
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}

/** The decimals of floats. @throws RangeError if they are rationals, which need have none. */
export function decimalsOf(numbers: FoundNumbers): string[] {
  if (numbers.type === "rational") throw new RangeError("no floats");
  return Array.from(numbers.values, exactDecimal);
}
