import { entry } from "../exact/entry.js";
import type { Place } from "./shapes.js";

/** A chamber of shares, in which each has one sign. */
export interface Chamber {
  readonly signs: readonly ("+" | "−")[];
  readonly label: string;
  /** Whether it is shaded. */
  readonly isMarked: boolean;
}

/** The chambers of 2 or 3 shares of sum 1: of a line cut in two points, or of a plane cut in three lines. */
export interface ShareChambers {
  readonly caption: string;
  readonly chambers: readonly Chamber[];
  /** Shares at which a dot is drawn, if they aren't below −1. Places in a picture are floats. */
  readonly dot: readonly number[];
}

const WIDTH = 600;
const MARGIN = 24;
/**
 * The distance of two points with one share 1 and the others 0. With shares from −1 on, the line is 3 of them
 * long, and the triangle of the plane has sides of 4.
 */
const SIDES = { 2: (WIDTH - 2 * MARGIN) / 3, 3: (WIDTH - 2 * MARGIN) / 4 } as const;
const BAND = 64;
const CAPTION = 28;

const STYLE = `
  svg { background: #fff; } text { font: 13px Helvetica, Arial, sans-serif; fill: #222; }
  .chamber { fill: #f4f4f4; stroke: #888; } .marked { fill: #cfe8cf; } .dot { fill: #c0392b; }
  @media (prefers-color-scheme: dark) {
    svg { background: #161616; } text { fill: #ddd; }
    .chamber { fill: #242424; stroke: #777; } .marked { fill: #1f4a2a; } .dot { fill: #ff7b6b; }
  }`;

/**
 * An SVG of chambers, one picture below the other, in the colours of a light or a dark page. Each chamber has
 * its signs and its label.
 *
 * @param title what it shows, and `description` how to read it, for those who don't see it.
 */
export function chambersSvg(title: string, description: string, parts: readonly ShareChambers[]): string {
  let top = MARGIN;
  const drawn = parts.map((part) => {
    const at = top;
    top += CAPTION + heightOf(part) + MARGIN;
    return group(part, at);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" width="${WIDTH}" height="${top}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<style>${STYLE}\n</style>`,
    ...drawn,
    "</svg>",
  ].join("\n");
}

function group({ caption, chambers, dot }: ShareChambers, top: number): string {
  const height = dot.length === 2 ? BAND : 2 * Math.sqrt(3) * SIDES[3];
  const place = (shares: readonly number[]): Place => placeOf(shares, height);
  const shapes = chambers.flatMap(({ signs, label, isMarked }) => {
    const corners = cornersOf(signs).map(place);
    const [x, y] = mean(corners);
    return [
      `<path class="chamber${isMarked ? " marked" : ""}" d="${outline(corners)}"/>`,
      `<text x="${rounded(x)}" y="${rounded(y - 4)}" text-anchor="middle">${signs.join(" ")}</text>`,
      `<text x="${rounded(x)}" y="${rounded(y + 14)}" text-anchor="middle">${escaped(label)}</text>`,
    ];
  });
  const [x, y] = place(dot);
  const shown = dot.every((share) => share >= -1)
    ? [`<circle class="dot" cx="${rounded(x)}" cy="${rounded(y)}" r="4"/>`]
    : [];
  return [
    `<g transform="translate(${MARGIN} ${top})">`,
    `<text x="0" y="12">${escaped(caption)}</text>`,
    `<g transform="translate(0 ${CAPTION})">`,
    ...shapes,
    ...shown,
    "</g>",
    "</g>",
  ].join("\n");
}

const heightOf = ({ dot }: ShareChambers): number => (dot.length === 2 ? BAND : planeHeight());

/** Where shares are: on a line from β_1 = 2 to β_2 = 2, or in a triangle with one share 3 at each corner. */
function placeOf(shares: readonly number[], height: number): Place {
  if (shares.length === 2) return [(entry(shares, 1) + 1) * SIDES[2], height / 2];
  const [, right, up] = [entry(shares, 0), entry(shares, 1), entry(shares, 2)];
  return [(right + 1 + (up + 1) / 2) * SIDES[3], height - ((up + 1) * Math.sqrt(3) * SIDES[3]) / 2];
}

/** Where three shares of sum 1 are in a picture of their plane. */
export function planePlace(shares: readonly number[]): Place {
  return placeOf(shares, planeHeight());
}

/** The height of such a picture. */
export const planeHeight = (): number => Math.ceil(2 * Math.sqrt(3) * SIDES[3]);

/** The sign of a share. */
export type ShareSign = "+" | "−" | "0";

/** The corners of a chamber of shares, or with a share 0 the ends of a wall, cut off at shares of −1. */
export function chamberCorners(signs: readonly ShareSign[]): readonly (readonly number[])[] {
  const places = signs.flatMap((sign, place) => (sign === "0" ? [] : [place]));
  const own = signs.filter((sign) => sign !== "0");
  const within = own.length === 1 ? [[1]] : own.length === 2 ? wallEnds(own) : cornersOf(own);
  return within.map((shares) => {
    const whole = signs.map(() => 0);
    places.forEach((place, index) => (whole[place] = entry(shares, index)));
    return whole;
  });
}

/** On a wall two shares are left. */
const wallEnds = ([first, second]: readonly ShareSign[]): number[][] =>
  first === second
    ? [
        [1, 0],
        [0, 1],
      ]
    : first === "+"
      ? [
          [1, 0],
          [2, -1],
        ]
      : [
          [0, 1],
          [-1, 2],
        ];

/** The corners of a chamber, cut off at shares of −1, in their order around it. */
function cornersOf(signs: readonly ("+" | "−")[]): readonly (readonly number[])[] {
  const places = signs.map((_, place) => place);
  const [positive, negative] = [
    places.filter((place) => signs[place] === "+"),
    places.filter((place) => signs[place] === "−"),
  ];
  const point = (at: number, value: number, below: readonly number[]): number[] =>
    places.map((place) => (place === at ? value : below.includes(place) ? -1 : 0));
  if (negative.length === 0) return positive.map((at) => point(at, 1, []));
  const far = positive.map((at) => point(at, 1 + negative.length, negative));
  if (negative.length === 1) return [...positive.map((at) => point(at, 1, [])), ...far.toReversed()];
  const at = entry(positive, 0);
  const [first, second] = [point(at, 2, [entry(negative, 0)]), point(at, 2, [entry(negative, 1)])];
  return [point(at, 1, []), first, ...far, second];
}

/** A polygon, or for two points on a line a band. */
function outline(corners: readonly Place[]): string {
  const [[left, y], [right]] = [entry(corners, 0), entry(corners, 1)];
  const around: readonly Place[] =
    corners.length > 2
      ? corners
      : [
          [left, y - BAND / 2],
          [right, y - BAND / 2],
          [right, y + BAND / 2],
          [left, y + BAND / 2],
        ];
  return `M${around.map(([px, py]) => `${rounded(px)} ${rounded(py)}`).join("L")}Z`;
}

function mean(points: readonly Place[]): Place {
  const sum = (place: 0 | 1): number => points.reduce((total, point) => total + point[place], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
