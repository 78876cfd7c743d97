import { entry } from "../../../exact/entry.js";
import { type Series, chartsSvg } from "../../../pictures/lineChart.js";
import { log10 } from "../../../pictures/logarithm.js";
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
