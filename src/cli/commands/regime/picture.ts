import { entry } from "../../../exact/entry.js";
import { type Series, chartsSvg } from "../../pictures/lineChart.js";
import type { RegimeCurves, RegimeReport } from "./report.js";

/** The most levels that have a line of their own. */
const MAX_LINES = 8;

/** Figure 6 for any r*: the ratios R of the levels, and their sum, on a logarithmic scale over the width. */
export async function regimeSvg(
  { rstar }: RegimeReport,
  { widths, levels: curves, sum }: RegimeCurves,
): Promise<string> {
  const line = (name: string, ratios: readonly string[]): Series => ({
    name,
    points: ratios.map((ratio, index) => [entry(widths, index), log10(ratio)]),
  });
  const shown = curves.slice(0, MAX_LINES);
  return chartsSvg([
    {
      title: `R = G(r*−k, m)/T(r*, m) for r* = ${rstar}, k = 1 to ${shown.length} of ${rstar - 1}`,
      x: "width m",
      y: "log₁₀ R",
      series: [...shown.map(({ k, ratios }) => line(`k = ${k}`, ratios)), line("all k", sum)],
      level: 0,
    },
  ]);
}

/** The decimal logarithm of a positive "p/q", near enough for a picture. */
export function log10(ratio: string): number {
  const slash = ratio.indexOf("/");
  const [numerator, denominator] = slash < 0 ? [ratio, "1"] : [ratio.slice(0, slash), ratio.slice(slash + 1)];
  return log10OfDigits(numerator) - log10OfDigits(denominator);
}

const log10OfDigits = (digits: string): number =>
  Math.log10(Number(`0.${digits.slice(0, 17)}`)) + digits.length;
