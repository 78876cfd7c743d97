import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { InputError } from "../../exact/inputError.js";
import { type FoundData, readData } from "../../formats/readData.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { parseDataFile, parseInputsFile } from "../../landscape/loss/dataFile.js";
import { placed } from "../options/placed.js";
import { note } from "../terminal/notes.js";
import { type Source, textOf } from "./source.js";

/** Reads training data from their file. @throws InputError if it has no targets. */
export function dataIn(source: Source): DataSet {
  const found = foundIn(source);
  if (found === undefined) return parseDataFile(textOf(source), source.place);
  const { format, inputs, targets } = found;
  if (targets === undefined) throw noTargets(format, source);
  return placed(source.place, () => dataSet(inputs, targets));
}

/** Reads the inputs alone; a file need have no targets. */
export function inputsIn(source: Source): readonly RationalVector[] {
  const found = foundIn(source);
  if (found === undefined) return parseInputsFile(textOf(source), source.place);
  const { inputs } = found;
  return placed(source.place, () => dataSet(inputs, found.targets ?? inputs)).inputs;
}

/** The data of NumPy or CSV, and a word on how they were read; undefined for JSON. */
function foundIn(source: Source): FoundData | undefined {
  const found = readData(source);
  if (found !== undefined) note(`${source.place}: ${[found.format, ...found.decisions].join("; ")}`);
  return found;
}

function noTargets(format: string, { place }: Source): InputError {
  const repair =
    format === "CSV"
      ? "name the columns in a first line: x1, x2, … for inputs, y1, y2, … for targets"
      : "give an npz file with the arrays x and y";
  return new InputError(`${format}: there are no targets`, repair, place);
}
