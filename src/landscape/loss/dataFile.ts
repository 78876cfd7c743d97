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
    { name: "targets", depth: 2, optional: true },
  ],
  entry: "coordinate",
  decimals: true,
  floatRepair: 'write it as a string, such as "0.5", which is taken exactly; or give a file of npz or CSV',
  shape: `give {"format": "${DATA_FORMAT}", "inputs": X, "targets": Y} with matrices as lists of rows`,
};

/**
 * Reads training data from the text of a data file: row k of "inputs" is x_k, row k of "targets" is y_k;
 * entries are "p", "p/q", decimals such as "0.5", hexadecimal floats such as "0x1p-1", or JSON integers of
 * any size.
 *
 * @param place the file's name, for messages.
 * @throws InputError with place, line and column for anything else: text that is not JSON, other or repeated
 *   keys, floats, rows of different lengths, inputs without a target.
 * @example parseDataFile('{"format":"equiloss-data/1","inputs":[["1/2",3]],"targets":[[0]]}', "d.json")
 *   .inputs[0]?.key === "1/2,3"
 */
export function parseDataFile(text: string, place: string): DataSet {
  requireArguments({ text: { text, place } });
  const { inputs, targets } = vectorsIn(text, place);
  if (targets === undefined) throw new InputError('the key "targets" is missing', LAYOUT.shape, place);
  return placedSet(inputs, targets, place);
}

/**
 * Reads the inputs alone of a data file, which need have no targets; see {@link parseDataFile}.
 *
 * @throws InputError as that, but for targets.
 */
export function parseInputsFile(text: string, place: string): readonly RationalVector[] {
  const { inputs, targets } = vectorsIn(text, place);
  return placedSet(inputs, targets ?? inputs, place).inputs;
}

interface Vectors {
  readonly inputs: readonly RationalVector[];
  readonly targets: readonly RationalVector[] | undefined;
}

function vectorsIn(text: string, place: string): Vectors {
  const matrices = parseMatrices(text, place, LAYOUT);
  const vectors = (key: string): RationalVector[] | undefined => {
    const texts = matrices.get(key);
    return texts && entry(texts, 0).map((row) => RationalVector.fromStrings(row));
  };
  const inputs = vectors("inputs");
  if (inputs === undefined) throw new RangeError("no inputs, though the parser asks for them");
  return { inputs, targets: vectors("targets") };
}

function placedSet(
  inputs: readonly RationalVector[],
  targets: readonly RationalVector[],
  place: string,
): DataSet {
  try {
    return dataSet(inputs, targets);
  } catch (error) {
    throw error instanceof InputError ? error.at(place) : error;
  }
}
