import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MatricesLayout, parseMatrices } from "../../network/matricesParser.js";
import { type DataSet, dataSet } from "./data.js";

/** The format tag of a data file. */
export const DATA_FORMAT = "equiloss-data/1";

const LAYOUT: MatricesLayout = {
  format: DATA_FORMAT,
  keys: [
    { name: "inputs", depth: 2, optional: false },
    { name: "targets", depth: 2, optional: false },
  ],
  entry: "coordinate",
  decimals: false,
  floatRepair:
    'write it exactly, as a string "p/q" (a double is an integer over a power of two: 0.5 is "1/2")',
  shape: `give {"format": "${DATA_FORMAT}", "inputs": X, "targets": Y} with matrices as lists of rows`,
};

/**
 * Reads training data from the text of a data file: row k of "inputs" is x_k, row k of "targets" is y_k;
 * entries are "p", "p/q" or JSON integers of any size.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, line and column for anything else: text that is not JSON, other or repeated
 *   keys, floats, rows of different lengths, inputs without a target.
 * @example parseDataFile('{"format":"equiloss-data/1","inputs":[["1/2",3]],"targets":[[0]]}', "d.json")
 *   .inputs[0]?.key === "1/2,3"
 */
export function parseDataFile(text: string, place: string): DataSet {
  requireArguments({ text: { text, place } });
  const matrices = parseMatrices(text, place, LAYOUT);
  const vectors = (key: string): RationalVector[] => {
    const texts = matrices.get(key);
    if (texts === undefined) throw new RangeError(`no matrix under ${key}`);
    return entry(texts, 0).map((row) => RationalVector.fromStrings(row));
  };
  try {
    return dataSet(vectors("inputs"), vectors("targets"));
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}
