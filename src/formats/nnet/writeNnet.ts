import { entry, lastEntry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { decimalsOf } from "../csv/writeCsv.js";
import type { FoundNetwork } from "../foundNetwork.js";

/** Programs that run such files move inputs into their range, so it is that of all floats of 32 bits. */
const LARGEST = "3.4028234663852886e38";

/**
 * The text of an NNet file (github.com/sisl/NNet): ReLU layers, and inputs and outputs that are not
 * normalised. Decimals have all digits of their float; layers without biases get biases of 0.
 *
 * @throws InputError if hidden layers have another activation than ReLU.
 * @example nnetText(found).startsWith("//")
 */
export function nnetText({ layers }: FoundNetwork): string {
  const other = layers.slice(0, -1).find(({ activation }) => activation !== "relu");
  if (other !== undefined)
    throw new InputError("NNet files are of ReLU", "export to another format", "--activation");
  const widths = [entry(layers, 0).weights.columns, ...layers.map(({ weights }) => weights.rows)];
  const [inputs, outputs] = [entry(widths, 0), lastEntry(widths)];
  const all = (count: number, text: string): string[] => new Array<string>(count).fill(text);
  const lines = [
    [layers.length, inputs, outputs, Math.max(...widths)].map(String),
    widths.map(String),
    ["0"],
    all(inputs, `-${LARGEST}`),
    all(inputs, LARGEST),
    all(inputs + 1, "0.0"),
    all(inputs + 1, "1.0"),
    ...layers.flatMap(({ weights: { rows, columns, entries }, bias }) => {
      const texts = decimalsOf(entries);
      const biases = bias === undefined ? all(rows, "0.0") : decimalsOf(bias);
      const matrix = Array.from({ length: rows }, (_, row) =>
        texts.slice(row * columns, (row + 1) * columns),
      );
      return [...matrix, ...biases.map((text) => [text])];
    }),
  ];
  return ["// a network of ReLU layers", ...lines.map((line) => `${line.join(",")},`), ""].join("\n");
}
