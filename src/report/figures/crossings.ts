import { FEWER_THAN_MINIMA } from "../../combinatorics/asymptotics/goal.js";
import { type RegimeAnswer, widthRegime } from "../../combinatorics/asymptotics/regime.js";
import { lastFailing } from "../../combinatorics/asymptotics/threshold.js";
import { entry } from "../../exact/entry.js";
import { csvOf } from "../../pictures/csv.js";
import { type LineChart, type Series, toldChartsSvg } from "../../pictures/lineChart.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { PARITY, mirroringAt, parityOf, parityOption, parityWords, wholeNumber } from "./chosen.js";

const FIRST = 2;
const MOST = 40;

/** From which widths on the subspaces of global minima prevail, for each r*. */
export const crossings: DrawnFigure = {
  name: "regimes",
  fields: [{ name: "last r*", label: "last r*", value: "30" }, PARITY],
  draw,
};

/** What is asked of a minimal width, and the answer. */
interface Found {
  readonly rstar: number;
  readonly answer: RegimeAnswer;
  readonly lastFailingEq6: number | null;
}

const CURVES: readonly (readonly [name: string, widthOf: (found: Found) => number | null])[] = [
  ["level 1 alone: R < 1", ({ answer }) => entry(answer.levels, 0).crossing],
  ["all levels together: R < 1", ({ answer }) => answer.sum.crossing],
  ["Eq. (6), whatever a_k ≤ C(r*−1, k−1)", ({ rstar, lastFailingEq6 }) => (lastFailingEq6 ?? rstar - 1) + 1],
];

async function draw(chosen: Chosen): Promise<Drawing> {
  const last = wholeNumber(chosen, "last r*", [FIRST + 1, MOST]);
  const parity = parityOf(chosen);
  const mirroring = mirroringAt(parity);
  const found = Array.from({ length: last - FIRST + 1 }, (_, index): Found => {
    const r = FIRST + index;
    const question = { r, goal: FEWER_THAN_MINIMA, lastWidth: Math.max(16 * r, 256), mirroring };
    return { rstar: r, answer: widthRegime(question), lastFailingEq6: lastFailing(r, mirroring) };
  });
  const series = CURVES.map(([name, widthOf]): Series => {
    const points = found.flatMap((one) => {
      const width = widthOf(one);
      return width === null ? [] : [[one.rstar, width] as const];
    });
    return {
      name,
      points,
      told: points.map(([rstar, width]) => `${name}, r* = ${rstar}: from m = ${width} on`),
    };
  });
  const chart: LineChart = {
    title: `From which width m on global minima prevail, r* = ${FIRST} to ${last}${parityWords(parity)}`,
    x: "width r* of the minimal network",
    y: "width m",
    series,
    level: 0,
  };
  return {
    title: chart.title,
    description:
      "The first width m from which on, at all larger ones too, there are fewer critical subspaces than subspaces " +
      "of global minima (a_k = 1), and the first from which on Eq. (6) holds. All of it is exact.",
    command: `equiloss regime --rstar ${last}${parityOption(parity)}`,
    svg: await toldChartsSvg([chart]),
    csv: csvOf({
      head: ["what", "r*", "from m"],
      rows: series.flatMap(({ name, points }) => points.map(([x, y]) => [name, String(x), String(y)])),
    }),
  };
}
