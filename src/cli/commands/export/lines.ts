import { counted } from "../../../exact/counted.js";
import { withinWords } from "../../options/rangeOption.js";
import { asDecimal } from "../../options/rounded.js";
import { listed } from "../../terminal/lists.js";
import { visible } from "../../terminal/visible.js";
import type { Rounding } from "./exportNetwork.js";
import type { PrintedExport } from "./run.js";

/** The report for a person. */
export function exportLines({ file, files = [file], ...report }: PrintedExport): string {
  const { target, type, bytes, rounding } = report;
  const written = `${listed(files.map(visible))}: ${target} of ${type}, ${bytes} bytes`;
  if (rounding === undefined || rounding.rounded === 0) return `${written}, every number as it was`;
  return [`${written}, ${roundingText(rounding)}`, ...boundLines(rounding)].join("\n");
}

function roundingText({ rounded, largestDifference }: Rounding): string {
  return `${counted(rounded, "number")} rounded, by at most ${asDecimal(largestDifference)}`;
}

function boundLines({ activation, bound, ...where }: Rounding): string[] {
  const inputs = withinWords(where);
  if (activation === undefined || inputs === undefined || bound === undefined) return [];
  return [`for ${activation} and ${inputs}, each output changes by at most ${asDecimal(bound)}`];
}
