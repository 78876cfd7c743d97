import type { Legend, Mark } from "vega";
import { AXIS, COLOURS, type Picture } from "./picture.js";

/** A cell of a map: its column and row, a number that gives it a colour, and what it stands for. */
export interface MapCell {
  readonly column: number;
  readonly row: number;
  readonly height: number;
  readonly told: string;
}

/** A map of cells. */
export interface HeatMap {
  readonly title: string;
  readonly description: string;
  readonly x: string;
  readonly y: string;
  /** What the colours are. */
  readonly legend: string;
  readonly cells: readonly MapCell[];
}

const SIDE = 26;

/** The picture of a map: heights below 0 are blue, above it vermilion, and 0 is white. */
export function heatPicture({ title, description, x, y, legend, cells }: HeatMap): Picture {
  const inOrder = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);
  const columns = inOrder(cells.map(({ column }) => column));
  const rows = inOrder(cells.map(({ row }) => row));
  const [width, height] = [SIDE * columns.length, SIDE * rows.length];
  const most = Math.max(...cells.map((cell) => Math.abs(cell.height)));
  return {
    title,
    description,
    spec: {
      width,
      height,
      title: { text: title },
      data: [{ name: "cells", values: [...cells] }],
      scales: [
        { name: "x", type: "band", domain: columns, range: [0, width] },
        { name: "y", type: "band", domain: rows, range: [height, 0] },
        {
          name: "colour",
          // Small differences about 0 are to be seen, too.
          type: "symlog",
          domain: [-most, 0, most],
          range: [COLOURS.blue, "#ffffff", COLOURS.vermilion],
        },
      ],
      axes: [
        { ...AXIS, scale: "x", orient: "bottom", title: x, labelOverlap: true },
        { ...AXIS, scale: "y", orient: "left", title: y, labelOverlap: true },
      ],
      legends: [legendOf(legend, most)],
      marks: [cellMarks()],
    },
  };
}

/** A square for each of some heights, down from the most. */
function legendOf(title: string, most: number): Legend {
  return {
    ...{ fill: "colour", type: "symbol", symbolType: "square", symbolStrokeColor: "#555" },
    ...{ title, titleLimit: 0, format: ".3~g" },
    values: [1, 0.25, 0.05, 0, -0.05, -0.25, -1].map((share) => share * most),
  };
}

function cellMarks(): Mark {
  const enter = {
    x: { scale: "x", field: "column" },
    y: { scale: "y", field: "row" },
    width: { scale: "x", band: 1 },
    height: { scale: "y", band: 1 },
    fill: { scale: "colour", field: "height" },
    stroke: { value: "#bbb" },
    strokeWidth: { value: 0.5 },
    description: { field: "told" },
  };
  return { type: "rect", aria: false, from: { data: "cells" }, encode: { enter } };
}
