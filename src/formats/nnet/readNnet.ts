import { entry, lastEntry } from "../../exact/entry.js";
import { counted } from "../../exact/counted.js";
import { type LowestTerms, rational } from "../../exact/numbers/rational.js";
import { type Reading, formatError } from "../formatError.js";
import type { CoordinateMap, FoundLayer, FoundNetwork } from "../foundNetwork.js";
import { termsOf } from "../lowestTerms.js";
import { NnetLines } from "./nnetLines.js";

const AS_WRITTEN = "give the file as it was written";

/** The means and ranges by which inputs and outputs are normalised. */
interface Normalisation {
  readonly mean: readonly LowestTerms[];
  readonly range: readonly LowestTerms[];
}

/**
 * Reads a network from the text of an NNet file (github.com/sisl/NNet): ReLU layers in decimals, and means
 * and ranges by which inputs and outputs are normalised. Decimals are read exactly.
 *
 * @param place the file, for messages.
 * @throws InputError with the line of what is wrong: other counts of numbers than the sizes tell, or what is
 *   no finite decimal.
 * @example readNnet(text, "net.nnet").layers.length
 */
export function readNnet(text: string, place: string): FoundNetwork {
  const reading = { format: "NNet", place };
  const lines = new NnetLines(text, reading);
  const [count, inputs, outputs] = lines.sizes(4, "the line of sizes");
  if (count === undefined || inputs === undefined || outputs === undefined) throw new RangeError("no sizes");
  const widths = lines.sizes(count + 1, "the line of widths");
  if (widths[0] !== inputs || lastEntry(widths) !== outputs) {
    const problem = `${widths[0]} to ${lastEntry(widths)} by its widths, and ${inputs} to ${outputs} by its sizes`;
    throw formatError(reading, problem, AS_WRITTEN);
  }
  // A flag of older versions of the format, which no program uses.
  lines.numbers(1, "the line of a flag");
  lines.numbers(inputs, "the line of least inputs");
  lines.numbers(inputs, "the line of largest inputs");
  // The last number of each is that of all outputs.
  const mean = lines.numbers(inputs + 1, "the line of means");
  const range = lines.numbers(inputs + 1, "the line of ranges");
  const layers = widths.slice(1).map((_, index) => layerAt(lines, widths, index));
  lines.requireEnd();
  return {
    format: reading.format,
    layers,
    before: normalising({ mean: mean.slice(0, -1), range: range.slice(0, -1) }, reading),
    after: restoring(lastEntry(mean), lastEntry(range), outputs),
    decisions: [
      `the normalisation of ${counted(inputs, "input")} goes into the first layer, and that of outputs into the last`,
      "inputs outside the least and largest ones are not moved to these, as programs that run such files may do",
    ],
  };
}

function layerAt(lines: NnetLines, widths: readonly number[], index: number): FoundLayer {
  const [columns, rows] = [entry(widths, index), entry(widths, index + 1)];
  const name = `layer ${index + 1}`;
  const matrix = Array.from({ length: rows }, (_, row) =>
    lines.numbers(columns, `row ${row + 1} of ${name}`),
  );
  const bias = Array.from({ length: rows }, (_, row) => lines.numbers(1, `bias ${row + 1} of ${name}`));
  return {
    name,
    weights: { rows, columns, entries: { type: "rational", values: matrix.flat() } },
    bias: { type: "rational", values: bias.flat() },
    activation: index === widths.length - 2 ? "linear" : "relu",
  };
}

/** x ↦ (x − mean)/range. */
function normalising({ mean, range }: Normalisation, reading: Reading): CoordinateMap {
  const zero = range.findIndex(({ numerator }) => numerator === 0n);
  if (zero >= 0) throw formatError(reading, `the range of input ${zero + 1} is 0`, "give one that isn't");
  return {
    scale: range.map(({ numerator, denominator }) => termsOf(rational(denominator, numerator))),
    shift: mean.map(({ numerator, denominator }, index) => {
      const divisor = entry(range, index);
      return termsOf(rational(-numerator * divisor.denominator, denominator * divisor.numerator));
    }),
  };
}

/** y ↦ y·range + mean. */
function restoring(mean: LowestTerms, range: LowestTerms, outputs: number): CoordinateMap {
  const all = (value: LowestTerms): LowestTerms[] => new Array<LowestTerms>(outputs).fill(value);
  return { scale: all(range), shift: all(mean) };
}
