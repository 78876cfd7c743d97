import { decimalAbove, decimalBelow } from "../../../exact/numbers/decimal.js";
import { parseRational } from "../../../exact/numbers/rational.js";
import { asDecimal } from "../../options/rounded.js";
import { joined, plural } from "../../terminal/lists.js";
import { describedName } from "../../options/activationFormula.js";
import type { EnclosedReport, ReportedEigenvalues } from "./enclosedReport.js";

/** The report as lines for a person. */
export function enclosedLines(report: EnclosedReport): string {
  const { widths, inputs, outputs, points, parameters, mean } = report;
  return [
    `${widths.length === 1 ? "width" : "widths"} ${widths.join("-")}, ${inputs} → ${outputs}, ` +
      `${points} data, ${parameters} parameters`,
    `activation  ${describedName(report.activation)}`,
    `cost        ${report.cost}${mean === true ? ", the mean over the data" : ""}`,
    `loss        ${enclosure(report.loss)}`,
    `|gradient|  ${enclosure(report.gradientNorm)}`,
    eigenvalueLine(report.threshold, report.eigenvalues),
    ...criticalLines(report),
  ].join("\n");
}

/** What the exact report and this one say of eigenvalues beyond a threshold. */
export function eigenvalueLine(threshold: string, counts: ReportedEigenvalues | undefined): string {
  const limit = asDecimal(threshold);
  if (counts === undefined) {
    return `eigenvalues undecided: one of the Hessian is too close to ±${limit}; give another --threshold`;
  }
  const { above, within, below } = counts;
  return `eigenvalues ${above} above ${limit}, ${within} within ±${limit}, ${below} below −${limit}`;
}

function enclosure([lower, upper]: readonly [string, string]): string {
  const [below, above] = [decimal(lower, decimalBelow), decimal(upper, decimalAbove)];
  return below === above ? below : `[${below}, ${above}]`;
}

function decimal(text: string, rounding: typeof decimalAbove): string {
  const { s, n, d } = parseRational(text);
  return rounding({ numerator: s * n, denominator: d }, 4);
}

function criticalLines(report: EnclosedReport): string[] {
  const { critical, notCritical, eigenvalues, threshold } = report;
  if (critical !== undefined) {
    const kind =
      critical.index === 0 ? "a strict local minimum" : `a strict saddle of index ${critical.index}`;
    return [
      `critical    ${kind} lies here: each weight is within ${asDecimal(critical.radius)} of it, proved`,
    ];
  }
  if (notCritical === "far") {
    return ["critical    none found: Newton's method leads away, or to where the Hessian changes too fast"];
  }
  if (eigenvalues === undefined) return ["critical    not looked for: the signs are undecided"];
  const { within } = eigenvalues;
  return [
    `critical    not looked for: with ${within} ${plural(within, "eigenvalue")} within ` +
      `±${asDecimal(threshold)} a critical point need not be isolated`,
    ...symmetryLines(report),
  ];
}

/** Why a Hessian is nearly singular. */
function symmetryLines({ nearCopies = [], nearlySilent = [] }: EnclosedReport): string[] {
  const groups = joined(nearCopies.map((units) => `(${units.join(", ")})`));
  const facts = [
    ...(nearCopies.length === 0 ? [] : [`${groups} are nearly copies or mirror images`]),
    ...(nearlySilent.length === 0 ? [] : [`${joined(nearlySilent)} with nearly no output`]),
  ];
  if (facts.length === 0) return [];
  return [
    `            neurons ${facts.join(", neurons ")}: see what \`equiloss classify --auto --prune\` leaves`,
  ];
}
