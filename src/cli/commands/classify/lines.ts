import { counted } from "../../../exact/counted.js";
import { plural, listed, shortened } from "../../terminal/lists.js";
import { briefRationals } from "../../terminal/shortened.js";
import { shellWord } from "../../terminal/shellWord.js";
import { visible } from "../../terminal/visible.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import { entry } from "../../../exact/entry.js";
import { distanceLines } from "./distanceLines.js";
import type { ClassifyReport, ReportedFile, ReportedGroup, ReportedLayer } from "./report.js";
import { withinWords } from "../../options/rangeOption.js";
import { asDecimal } from "../../options/rounded.js";

/**
 * The report as lines for a person.
 *
 * @param network the name of its file.
 */
export function classifyLines(report: ClassifyReport, network: string): string {
  const layers = "layers" in report ? report.layers : [report];
  const name = (index: number): string => (layers.length === 1 ? "" : `hidden layer ${index + 1}: `);
  const headline = layers.map((layer, index) => `${name(index)}${summary(layer)}`);
  const lines = [
    ...layers.flatMap((layer, index) => [entry(headline, index), ...layerLines(layer)]),
    ...distanceLine(report, layers),
    ...changeLines(report),
    ...certificateLines(report, network),
  ];
  return [...lines, ...(lines.length > LONG ? headline : [])].join("\n");
}

/** What was said first is off the screen after so many lines, and is said again. */
const LONG = 20;

function distanceLine({ distance }: ClassifyReport, layers: readonly ReportedLayer[]): string[] {
  if (layers.every(({ groups }) => groups.length === 0)) return [];
  return [
    distance === "0"
      ? "the network has these groups exactly"
      : `distance to the nearest network with these groups: at most ${asDecimal(distance)}`,
  ];
}

function summary({ width, irreducibleWidth, tolerance, outgoingTolerance, nearest }: ReportedLayer): string {
  const reached =
    width === irreducibleWidth ? `width ${width} stays` : `width ${width} reduces to ${irreducibleWidth}`;
  const [incoming, outgoing] = [asDecimal(tolerance), asDecimal(outgoingTolerance)];
  if (nearest !== undefined && tolerance === "0" && outgoingTolerance === "0")
    return `${reached}: no gap is wide enough to find a tolerance in, give one`;
  return nearest === undefined
    ? `${reached}, at the tolerance ${incoming}`
    : `${reached}, at the tolerances ${incoming} for incoming and ${outgoing} for outgoing weights`;
}

function layerLines(layer: ReportedLayer): string[] {
  const groups = layer.groups.map(groupLine);
  return [
    ...(layer.nearest === undefined ? [] : distanceLines(layer.nearest, layer.tolerance)),
    ...shortened(groups, (count) => `  … ${count} more, which --json has`),
    ...(layer.rest === undefined ? [] : [restLine(layer.rest)]),
  ];
}

/** Of how many outputs a group's sums are shown. */
const MOST_OUTPUTS = 3;

function groupLine({ kind, units, signs, scales, spread, outgoingSum }: ReportedGroup): string {
  const named = units.map((unit, at) => {
    const notes = [
      ...(signs !== undefined && entry(signs, at) === -1 ? ["mirrored"] : []),
      ...(scales !== undefined && entry(scales, at) !== "1" ? [`times ${asDecimal(entry(scales, at))}`] : []),
    ];
    return notes.length === 0 ? `${unit}` : `${unit} (${notes.join(", ")})`;
  });
  const facts = [
    ...(spread === undefined ? [] : [spread === "0" ? "equal" : `at most ${asDecimal(spread)} apart`]),
    ...(outgoingSum === undefined
      ? []
      : [`${units.length === 1 ? "outgoing" : "outgoing sum"} ${sumText(outgoingSum)}`]),
  ];
  const text = `  ${kind.padEnd(9)} ${plural(units.length, "neuron")} ${listed(named)}`;
  return facts.length === 0 ? text : `${text}: ${facts.join(", ")}`;
}

/** The sums of the outputs; of many the largest, as no line has room for all. */
function sumText(sum: readonly string[]): string {
  if (sum.length > MOST_OUTPUTS) {
    const largest = sum
      .map((text) => parseRational(text).abs())
      .reduce((most, one) => (one.compare(most) > 0 ? one : most));
    return `at most ${asDecimal(formatRational(largest))}`;
  }
  const texts = briefRationals(sum);
  return texts.length === 1 ? texts.join("") : `(${listed(texts)})`;
}

function restLine(rest: string): string {
  const open = rest === "unsettled" ? "; whether fewer would do was not settled" : "";
  return `  merging mirrored neurons leaves a part that has no place, so some stay in pairs${open}`;
}

function changeLines({ activation, bound, data, pruned, ...where }: ClassifyReport): string[] {
  const inputs = withinWords(where);
  return [
    ...(bound === undefined || inputs === undefined
      ? []
      : [`for ${String(activation)} and ${inputs}, each output changes by at most ${asDecimal(bound)}`]),
    ...(data === undefined
      ? []
      : [
          `on the data outputs change by at most ${asDecimal(data.upper)}, ` +
            `most at input ${data.input}, output ${data.output}`,
        ]),
    ...(pruned === undefined ? [] : [prunedLine(pruned)]),
  ];
}

function certificateLines(
  { certificate, pruned, activation, within }: ClassifyReport,
  network: string,
): string[] {
  if (certificate === undefined || pruned === undefined || within === undefined) return [];
  const { file, bytes, digest, claim, bound } = certificate;
  const about = [
    ...["--network", shellWord(network), "--activation", shellWord(String(activation))],
    ...["--within", within.join(":")],
    // `check` takes one file, and CSV has one for each array.
    ...(pruned.target === "csv" ? [] : ["--pruned", shellWord(pruned.file)]),
  ];
  return [
    `${visible(file)}: certificate for ${claim}, of the bound ${asDecimal(bound)}, ${bytes} bytes, ${digest}`,
    `check it by equiloss check ${[shellWord(file), "--claim", claim, ...about].join(" ")}`,
  ];
}

function prunedLine({ file, files = [file], bytes, ...floats }: ReportedFile): string {
  const { target, type, rounded, largestDifference } = floats;
  const written = `pruned network ${listed(files.map(visible))}, ${bytes} bytes`;
  if (target === undefined || rounded === undefined || largestDifference === undefined) return written;
  const change =
    rounded === 0
      ? "every number as it was"
      : `${counted(rounded, "number")} rounded by at most ${asDecimal(largestDifference)}`;
  return `${written}, ${target} of ${String(type)}, ${change}`;
}
