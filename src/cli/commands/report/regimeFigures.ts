import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import type { Figure } from "../../../report/data/site.js";
import { type LineChart, type Series, toldChartsSvg } from "../../pictures/lineChart.js";
import { log10 } from "../regime/picture.js";
import { type RegimeReport, type RegimeRequest, regimeReport } from "../regime/report.js";
import { csvOf } from "./csv.js";

/** As in the paper's figure. */
const [R_STAR, LAST_WIDTH, LEVELS] = [30, 120, 3];

/** Figure 6: the ratios of the first levels and of all, each point with its exact value. */
export async function figureSix(budget: number): Promise<Figure> {
  const { curves } = report(R_STAR, LAST_WIDTH, { budget, levels: LEVELS, curves: "all" });
  if (curves === undefined) throw new InputError("there are no points", "report this", "regime");
  const named = [
    ...curves.levels.map(({ k, ratios }) => ({ name: `k = ${k}`, ratios })),
    { name: "all k", ratios: curves.sum },
  ];
  const chart: LineChart = {
    title: `Figure 6: R = G(r*−k, m)/T(r*, m) for r* = ${R_STAR}`,
    x: "width m",
    y: "log₁₀ R",
    level: 0,
    series: named.map(({ name, ratios }) => ({
      name,
      points: ratios.map((ratio, index) => [entry(curves.widths, index), log10(ratio)]),
      told: ratios.map(
        (ratio, index) =>
          `${name}, m = ${entry(curves.widths, index)}: R ≈ ${nearly(log10(ratio))}, exactly ${ratio}`,
      ),
    })),
  };
  return {
    name: "fig6",
    title: chart.title,
    description:
      "Critical subspaces of level k for each subspace of global minima (a_k = 1), by the width, on a logarithmic " +
      "scale: below the dashed line there are fewer of them. Each value is a fraction, computed exactly.",
    command: `equiloss regime --rstar ${R_STAR} --max-m ${LAST_WIDTH} --levels ${LEVELS} --svg`,
    svg: await toldChartsSvg([chart]),
    csv: csvOf({
      head: ["curve", "m", "R"],
      rows: named.flatMap(({ name, ratios }) =>
        ratios.map((ratio, index) => [name, String(entry(curves.widths, index)), ratio]),
      ),
    }),
  };
}

const RANGE = { first: 2, last: 30 };

/** From which widths on the subspaces of global minima prevail, for each r*. */
export async function regimeMap(budget: number): Promise<Figure> {
  const sizes = Array.from({ length: RANGE.last - RANGE.first + 1 }, (_, index) => RANGE.first + index);
  const reports = sizes.map((rstar) => report(rstar, Math.max(16 * rstar, 256), { budget, levels: 1 }));
  const curves: readonly (readonly [name: string, widthOf: (one: RegimeReport) => number | null])[] = [
    ["level 1 alone: R < 1", ({ levels }) => entry(levels, 0).crossing],
    ["all levels together: R < 1", ({ sum }) => sum.crossing],
    [
      "Eq. (6), whatever a_k ≤ C(r*−1, k−1)",
      ({ lastFailingEq6, rstar }) => (lastFailingEq6 ?? rstar - 1) + 1,
    ],
  ];
  const series = curves.map(([name, widthOf]): Series => {
    const found = reports.flatMap((one) => {
      const width = widthOf(one);
      return width === null ? [] : [[one.rstar, width] as const];
    });
    return {
      name,
      points: found,
      told: found.map(([rstar, width]) => `${name}, r* = ${rstar}: from m = ${width} on`),
    };
  });
  const chart: LineChart = {
    title: `From which width m on global minima prevail, r* = ${RANGE.first} to ${RANGE.last}`,
    x: "width r* of the minimal network",
    y: "width m",
    series,
    level: 0,
  };
  return {
    name: "regimes",
    title: chart.title,
    description:
      "The first width m from which on, at all larger ones too, there are fewer critical subspaces than subspaces " +
      "of global minima (a_k = 1), and the first from which on Eq. (6) holds. All of it is exact.",
    command: "equiloss regime --rstar 30",
    svg: await toldChartsSvg([chart]),
    csv: csvOf({
      head: ["what", "r*", "from m"],
      rows: series.flatMap(({ name, points }) => points.map(([x, y]) => [name, String(x), String(y)])),
    }),
  };
}

function report(
  rstar: number,
  lastWidth: number,
  { budget, levels, curves }: Pick<RegimeRequest, "budget" | "levels" | "curves">,
): RegimeReport {
  const request = { rstar, depth: 2, epsilon: "1", lastWidth, levels, budget, mirrored: {} };
  return regimeReport(curves === undefined ? request : { ...request, curves }, () => undefined);
}

/** Three digits of a number, by its decimal logarithm. */
function nearly(logarithm: number): string {
  const power = Math.floor(logarithm);
  return `${(10 ** (logarithm - power)).toFixed(2)}·10^${power}`;
}
