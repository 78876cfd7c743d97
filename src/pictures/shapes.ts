import type { Legend, Mark, Scale } from "vega";
import { LEGEND_BELOW, type Picture, axesOf } from "./picture.js";

/** A place in a picture: pixels from the left, and from the top. */
export type Place = readonly [x: number, y: number];

/** A line or an area, as SVG writes paths, and what it stands for. */
export interface Shape {
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  readonly told?: string;
}

/** A word in a picture, in the middle of its place. */
export interface Label {
  readonly at: Place;
  readonly text: string;
  readonly colour?: string;
  readonly size?: number;
}

/** An axis: its title and its ends. */
export interface Side {
  readonly title: string;
  readonly ends: readonly [number, number];
}

/** Shapes, in the order in which they are drawn, and words on them. */
export interface ShapesChart {
  readonly title: string;
  readonly description: string;
  readonly size: readonly [width: number, height: number];
  readonly shapes: readonly Shape[];
  readonly labels?: readonly Label[];
  readonly axes?: { readonly x: Side; readonly y: Side };
  /** Colours that mean something, and what. */
  readonly legend?: readonly (readonly [colour: string, meaning: string])[];
}

/** The picture of shapes. */
export function shapesPicture(chart: ShapesChart): Picture {
  const { title, description, size, shapes, labels = [], axes, legend = [] } = chart;
  const [width, height] = size;
  return {
    title,
    description,
    spec: {
      width,
      height,
      title: { text: title },
      data: [
        { name: "shapes", values: shapes.map((shape) => ({ ...PLAIN, ...shape })) },
        {
          name: "words",
          values: labels.map(({ at: [x, y], ...rest }) => ({ x, y, colour: "#222", size: 11, ...rest })),
        },
      ],
      scales: [...sidesOf(size, axes), ...colourScale(legend)],
      axes: axes === undefined ? [] : axesOf(axes.x.title, axes.y.title, { grid: false }),
      legends: legend.length === 0 ? [] : [LEGEND],
      marks: [shapeMarks(), wordMarks()],
    },
  };
}

const LEGEND: Legend = {
  ...LEGEND_BELOW,
  ...{ fill: "colour", symbolType: "square", symbolStrokeColor: "#555" },
};

function sidesOf([width, height]: ShapesChart["size"], axes: ShapesChart["axes"]): Scale[] {
  if (axes === undefined) return [];
  return [
    { name: "x", domain: [...axes.x.ends], range: [0, width], zero: false },
    { name: "y", domain: [...axes.y.ends], range: [height, 0], zero: false },
  ];
}

function colourScale(legend: NonNullable<ShapesChart["legend"]>): Scale[] {
  if (legend.length === 0) return [];
  const [domain, range] = [legend.map(([, meaning]) => meaning), legend.map(([colour]) => colour)];
  return [{ name: "colour", type: "ordinal", domain, range }];
}

const PLAIN = { fill: "none", stroke: "none", strokeWidth: 1, dash: [], opacity: 1, told: "" };

function shapeMarks(): Mark {
  return {
    type: "path",
    aria: false,
    from: { data: "shapes" },
    encode: {
      enter: {
        path: { field: "path" },
        fill: { field: "fill" },
        stroke: { field: "stroke" },
        strokeWidth: { field: "strokeWidth" },
        strokeDash: { field: "dash" },
        opacity: { field: "opacity" },
        description: { field: "told" },
      },
    },
  };
}

function wordMarks(): Mark {
  return {
    type: "text",
    interactive: false,
    from: { data: "words" },
    encode: {
      enter: {
        x: { field: "x" },
        y: { field: "y" },
        text: { field: "text" },
        fill: { field: "colour" },
        fontSize: { field: "size" },
        align: { value: "center" },
        baseline: { value: "middle" },
      },
    },
  };
}

/** A path through places. */
export const lineThrough = (places: readonly Place[]): string =>
  `M${places.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join("L")}`;

/** The area between places. */
export const areaOf = (places: readonly Place[]): string => `${lineThrough(places)}Z`;

/** A disc. */
export const disc = ([x, y]: Place, radius: number): string =>
  `M${rounded(x - radius)} ${rounded(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

/** A box with a middle. */
export const boxAround = ([x, y]: Place, width: number, height: number): string =>
  areaOf([
    [x - width / 2, y - height / 2],
    [x + width / 2, y - height / 2],
    [x + width / 2, y + height / 2],
    [x - width / 2, y + height / 2],
  ]);

/** An arrow from a place along a direction. */
export function arrow([x, y]: Place, [dx, dy]: readonly [number, number]): string {
  const [headX, headY] = [x + dx, y + dy];
  const barb = (side: 1 | -1): Place => [
    headX - 0.3 * dx + side * 0.15 * dy,
    headY - 0.3 * dy - side * 0.15 * dx,
  ];
  return `${lineThrough([
    [x, y],
    [headX, headY],
  ])}${lineThrough([barb(1), [headX, headY], barb(-1)])}`;
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
