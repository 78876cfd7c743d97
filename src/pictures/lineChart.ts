import type { Mark } from "vega";
import { entry } from "../exact/entry.js";
import { AXIS, type Picture, svgOf, toldSvgOf } from "./picture.js";

/** A line of a chart: its name in the legend, and its points from left to right. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** What each point stands for, if that is to be told: then it has a mark. */
  readonly told?: readonly string[];
}

/** What a chart shows. Positions in a picture are floats: nothing is computed from them. */
export interface LineChart {
  readonly title: string;
  /** The title of the x axis, whose ticks are whole numbers. */
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
  /** A height at which a dashed line runs from side to side, such as the 0 of a logarithm. */
  readonly level: number;
}

const [WIDTH, HEIGHT] = [560, 320];

/** An SVG of charts, one below the other; each has axes and a legend. */
export function chartsSvg(charts: readonly LineChart[]): Promise<string> {
  return svgOf(picture(charts));
}

/** The same, whose marks have titles. */
export function toldChartsSvg(charts: readonly LineChart[]): Promise<string> {
  return toldSvgOf(picture(charts));
}

function picture(charts: readonly LineChart[]): Picture {
  return {
    title: charts.map(({ title }) => title).join("; "),
    description: charts
      .map(
        ({ title, x, y, series }) =>
          `${title}: ${y} by ${x}, for ${series.map(({ name }) => name).join(", ")}.`,
      )
      .join(" "),
    spec: { layout: { columns: 1, padding: 24 }, marks: charts.map(groupOf) },
  };
}

function groupOf({ title, x, y, series, level }: LineChart): Mark {
  const values = series.flatMap(({ name, points }) => points.map(([px, py]) => ({ name, x: px, y: py })));
  const told = series.flatMap(({ name, points, told: words = [] }) =>
    words.map((text, index) => {
      const [px, py] = entry(points, index);
      return { name, x: px, y: py, told: text };
    }),
  );
  const axis = { ...AXIS, grid: true };
  return {
    type: "group",
    encode: { enter: { width: { value: WIDTH }, height: { value: HEIGHT } } },
    title,
    data: [
      { name: "points", values },
      { name: "told", values: told },
    ],
    scales: [
      { name: "x", domain: { data: "points", field: "x" }, range: [0, WIDTH], zero: false, nice: true },
      { name: "y", domain: { data: "points", field: "y" }, range: [HEIGHT, 0], nice: true },
      {
        name: "colour",
        type: "ordinal",
        domain: { data: "points", field: "name" },
        range: { scheme: series.length > 10 ? "tableau20" : "tableau10" },
      },
    ],
    axes: [
      { ...axis, scale: "x", orient: "bottom", title: x, tickMinStep: 1 },
      { ...axis, scale: "y", orient: "left", title: y },
    ],
    legends: [{ stroke: "colour", symbolType: "stroke", symbolStrokeWidth: 3, labelLimit: 0 }],
    marks: [levelRule(level), linesByName(), ...(told.length === 0 ? [] : [toldPoints()])],
  };
}

function levelRule(level: number): Mark {
  const at = { x: { value: 0 }, x2: { value: WIDTH }, y: { scale: "y", value: level } };
  return {
    type: "rule",
    encode: { enter: { ...at, stroke: { value: "#666" }, strokeDash: { value: [4, 3] } } },
  };
}

function linesByName(): Mark {
  const enter = {
    x: { scale: "x", field: "x" },
    y: { scale: "y", field: "y" },
    stroke: { scale: "colour", field: "name" },
    strokeWidth: { value: 2 },
  };
  return {
    type: "group",
    from: { facet: { name: "lines", data: "points", groupby: "name" } },
    marks: [{ type: "line", from: { data: "lines" }, encode: { enter } }],
  };
}

function toldPoints(): Mark {
  const enter = {
    x: { scale: "x", field: "x" },
    y: { scale: "y", field: "y" },
    fill: { scale: "colour", field: "name" },
    size: { value: 28 },
    description: { field: "told" },
  };
  return { type: "symbol", from: { data: "told" }, encode: { enter } };
}
