import type { Mark } from "vega";
import { COLOURS, LEGEND_BELOW, type Picture, axesOf, textsOver } from "./picture.js";

/** A bar: its name below it, its height, its kind, and a number that others give for it. */
export interface Bar {
  readonly name: string;
  readonly height: number;
  readonly kind: string;
  readonly elsewhere?: number;
}

/** Bars with their heights above them. */
export interface BarChart {
  readonly title: string;
  readonly description: string;
  readonly x: string;
  readonly y: string;
  readonly bars: readonly Bar[];
  /** What a line over a bar at the height `elsewhere` is. */
  readonly elsewhere: string;
}

const [HEIGHT, BAR, GAP] = [320, 76, 0.2];
const [ABOVE, LINE] = [5, 2];

/** The picture of a chart. */
export function barPicture({ title, description, x, y, bars, elsewhere }: BarChart): Picture {
  const width = BAR * bars.length;
  const kinds = [...new Set(bars.map(({ kind }) => kind))];
  const lines = bars.filter((bar) => bar.elsewhere !== undefined);
  const colours = [COLOURS.blue, COLOURS.vermilion, COLOURS.grey];
  const names = lines.length === 0 ? kinds : [...kinds, elsewhere];
  return {
    title,
    description,
    table: { head: [x, y, "kind"], rows: bars.map(({ name, height, kind }) => [name, String(height), kind]) },
    spec: {
      width,
      height: HEIGHT,
      title: { text: title, offset: 12 },
      data: [
        {
          name: "bars",
          values: bars.map((bar) => ({ ...bar, told: `${bar.name}, ${bar.kind}: ${bar.height}` })),
        },
        { name: "lines", values: lines },
      ],
      scales: [
        {
          name: "x",
          type: "band",
          domain: bars.map(({ name }) => name),
          range: [0, width],
          padding: GAP,
        },
        {
          name: "y",
          domain: [0, Math.max(...bars.flatMap(numbersOf))],
          range: [HEIGHT, 0],
          nice: true,
        },
        {
          name: "colour",
          type: "ordinal",
          domain: names,
          range: [...colours.slice(0, kinds.length), COLOURS.black],
        },
      ],
      axes: axesOf(x, y),
      legends: [{ ...LEGEND_BELOW, fill: "colour", symbolType: "square" }],
      marks: [barMarks(), heightsOf(), linesOf()],
    },
  };
}

function numbersOf({ height, elsewhere }: Bar): number[] {
  return elsewhere === undefined ? [height] : [height, elsewhere];
}

function barMarks(): Mark {
  return {
    type: "rect",
    aria: false,
    from: { data: "bars" },
    encode: {
      enter: {
        x: { scale: "x", field: "name" },
        width: { scale: "x", band: 1 },
        y: { scale: "y", field: "height" },
        y2: { scale: "y", value: 0 },
        fill: { scale: "colour", field: "kind" },
        description: { field: "told" },
      },
    },
  };
}

function heightsOf(): Mark {
  const top = { signal: `scale('y', max(datum.height, datum.elsewhere || 0)) - ${ABOVE}` };
  return textsOver("bars", "name", top, { signal: "'' + datum.height" });
}

function linesOf(): Mark {
  return {
    type: "rect",
    aria: false,
    from: { data: "lines" },
    encode: {
      enter: {
        x: { scale: "x", field: "name" },
        width: { scale: "x", band: 1 },
        yc: { scale: "y", field: "elsewhere" },
        height: { value: LINE },
        fill: { value: COLOURS.black },
      },
    },
  };
}
