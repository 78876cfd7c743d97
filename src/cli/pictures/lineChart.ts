import type { Mark, Spec } from "vega";

/** A line of a chart: its name in the legend, and its points from left to right. */
export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
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

/** An SVG of lines with axes and a legend, drawn by Vega without a browser. */
export async function lineChartSvg(chart: LineChart): Promise<string> {
  const { Error: errorsOnly, View, parse } = await import("vega");
  return new View(parse(specOf(chart)), { renderer: "none", logLevel: errorsOnly }).toSVG();
}

function specOf({ title, x, y, series, level }: LineChart): Spec {
  const values = series.flatMap(({ name, points }) => points.map(([px, py]) => ({ name, x: px, y: py })));
  const axis = { grid: true, gridColor: "#eee", labelFontSize: 11, titleFontSize: 12 };
  return {
    width: 560,
    height: 320,
    padding: 8,
    background: "white",
    title,
    data: [{ name: "points", values }],
    scales: [
      { name: "x", domain: { data: "points", field: "x" }, range: "width", zero: false, nice: true },
      { name: "y", domain: { data: "points", field: "y" }, range: "height", nice: true },
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
    legends: [{ stroke: "colour", symbolType: "stroke", symbolStrokeWidth: 3 }],
    marks: [levelRule(level), linesByName()],
  };
}

function levelRule(level: number): Mark {
  const at = { x: { value: 0 }, x2: { signal: "width" }, y: { scale: "y", value: level } };
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
