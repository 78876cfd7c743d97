import { entry } from "../../exact/entry.js";
import { formatRational } from "../../exact/numbers/rational.js";
import { csvOf } from "../../pictures/csv.js";
import { type LineChart, toldChartsSvg } from "../../pictures/lineChart.js";
import { log10, nearly } from "../../pictures/logarithm.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import {
  PARITY,
  mirroringAt,
  parityNote,
  parityOf,
  parityOption,
  parityWords,
  wholeNumber,
} from "./chosen.js";
import { ratiosUpTo } from "./ratios.js";

/** Bounds within which it is drawn in about a second. */
const [SIZES, WIDTHS, LEVELS] = [
  [2, 60],
  [2, 240],
  [1, 8],
] as const;

/** Figure 6: the ratios of the first levels and of all, each point with its exact value. */
export const figureSix: DrawnFigure = {
  name: "fig6",
  fields: [
    { name: "r*", label: "r*: minimal width", value: "30" },
    { name: "last m", label: "last width m", value: "120" },
    { name: "levels", label: "levels k", value: "3" },
    PARITY,
  ],
  draw,
};

async function draw(chosen: Chosen): Promise<Drawing> {
  const rstar = wholeNumber(chosen, "r*", SIZES);
  const last = wholeNumber(chosen, "last m", [rstar, WIDTHS[1]]);
  const levels = Math.min(wholeNumber(chosen, "levels", LEVELS), rstar - 1);
  const parity = parityOf(chosen);
  const ratios = ratiosUpTo(rstar, last, levels, mirroringAt(parity));
  const curves = [
    ...Array.from({ length: levels }, (_, index) => ({
      name: `k = ${index + 1}`,
      points: ratios.map(({ m, levels: own }) => ({ m, ratio: formatRational(entry(own, index)) })),
    })),
    { name: "all k", points: ratios.map(({ m, all }) => ({ m, ratio: formatRational(all) })) },
  ];
  const chart: LineChart = {
    title: `Figure 6: R = G(r*−k, m)/T(r*, m) for r* = ${rstar}${parityWords(parity)}`,
    x: "width m",
    y: "log₁₀ R",
    level: 0,
    series: curves.map(({ name, points }) => ({
      name,
      points: points.map(({ m, ratio }) => [m, log10(ratio)]),
      told: points.map(({ m, ratio }) => `${name}, m = ${m}: R ≈ ${nearly(log10(ratio))}, exactly ${ratio}`),
    })),
  };
  return {
    title: chart.title,
    description:
      "Critical subspaces of level k for each subspace of global minima (a_k = 1), by the width, on a logarithmic " +
      "scale: below the dashed line there are fewer of them. Each value is a fraction, computed exactly." +
      parityNote(parity),
    command: `equiloss regime --rstar ${rstar} --max-m ${last} --levels ${levels}${parityOption(parity)} --svg`,
    svg: await toldChartsSvg([chart]),
    csv: csvOf({
      head: ["curve", "m", "R"],
      rows: curves.flatMap(({ name, points }) => points.map(({ m, ratio }) => [name, String(m), ratio])),
    }),
  };
}
