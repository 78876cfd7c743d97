import type { Mark } from "vega";
import { type COLOURS, LEGEND_BELOW, type Picture, axesOf, textsOver } from "./picture.js";

/** A kind of mark: its name in the legend, and how it looks. No two kinds share a shape. */
export interface Kind {
  readonly name: string;
  readonly colour: (typeof COLOURS)[keyof typeof COLOURS];
  readonly shape: "circle" | "triangle-up" | "square" | "diamond" | "cross" | "triangle-down";
}

/** A column: its name, what stands above it, and its marks from left to right. */
export interface Strip {
  readonly name: string;
  readonly note: string;
  readonly marks: readonly {
    readonly height: number;
    readonly kind: string;
    /** What it stands for. */
    readonly name: string;
  }[];
}

/** Columns of marks over a logarithmic axis. */
export interface StripChart {
  readonly title: string;
  readonly description: string;
  readonly x: string;
  readonly y: string;
  readonly kinds: readonly Kind[];
  readonly strips: readonly Strip[];
  /** The axis' ends, powers of 10. All heights are within. */
  readonly range: readonly [number, number];
}

const [HEIGHT, STRIP, LEAST_WIDTH, GAP] = [320, 76, 480, 0.12];

/** The picture of a chart. */
export function stripPicture(chart: StripChart): Picture {
  const { title, description, x, y, kinds, strips, range } = chart;
  const width = Math.max(STRIP * strips.length, LEAST_WIDTH);
  const names = kinds.map(({ name }) => name);
  return {
    title,
    description,
    table: {
      head: [x, "run", y, "found"],
      rows: strips.flatMap(({ name, marks }) =>
        marks.map(({ height, kind, name: own }) => [name, own, String(height), kind]),
      ),
    },
    spec: {
      width,
      height: HEIGHT,
      title: { text: title, offset: 28 },
      data: [
        { name: "strips", values: strips.map(({ name, note }) => ({ strip: name, note })) },
        {
          name: "marks",
          values: strips.flatMap(({ name, marks }) =>
            marks.map(({ height, kind, name: own }, place) => {
              const told = `${own}: ${height}, ${kind}`;
              return { strip: name, share: (place + 0.5) / marks.length, height, kind, told };
            }),
          ),
        },
      ],
      scales: [
        {
          name: "x",
          type: "band",
          domain: strips.map(({ name }) => name),
          range: [0, width],
          paddingInner: GAP,
          paddingOuter: GAP / 2,
        },
        { name: "y", type: "log", domain: [...range], range: [HEIGHT, 0] },
        { name: "colour", type: "ordinal", domain: names, range: kinds.map(({ colour }) => colour) },
        { name: "shape", type: "ordinal", domain: names, range: kinds.map(({ shape }) => shape) },
      ],
      axes: axesOf(x, y, { tickCount: 8, format: "~e" }),
      legends: [{ ...LEGEND_BELOW, fill: "colour", shape: "shape" }],
      marks: [marksOf(), textsOver("strips", "strip", { value: -8 }, { field: "note" })],
    },
  };
}

function marksOf(): Mark {
  return {
    type: "symbol",
    aria: false,
    from: { data: "marks" },
    encode: {
      enter: {
        x: { signal: "scale('x', datum.strip) + datum.share * bandwidth('x')" },
        y: { scale: "y", field: "height" },
        fill: { scale: "colour", field: "kind" },
        shape: { scale: "shape", field: "kind" },
        size: { value: 30 },
        fillOpacity: { value: 0.8 },
        description: { field: "told" },
      },
    },
  };
}
