import { tuples } from "../../combinatorics/tuples.js";
import { entry } from "../../exact/entry.js";
import type { Inertia } from "../../exact/inertia/inertia.js";
import { InputError } from "../../exact/inputError.js";
import { type CopiedUnit, addedByCopies } from "../../landscape/criticalPoints/inertiaAbove.js";
import { type ShareSign, chamberCorners, planeHeight, planePlace } from "../../pictures/chamberPicture.js";
import { csvOf } from "../../pictures/csv.js";
import { toldSvgOf } from "../../pictures/picture.js";
import { type Label, type Shape, areaOf, disc, lineThrough, shapesPicture } from "../../pictures/shapes.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { textOf, wholeNumber } from "./chosen.js";

const MOST = 20;

/** The plane of the shares of three copies, β₁ + β₂ + β₃ = 1, with the exact index in each chamber. */
export const chambers: DrawnFigure = {
  name: "chambers",
  fields: [
    { name: "rank", label: "rank of E", value: "0" },
    { name: "B", label: "inertia of B on ker E", value: "2,0,0" },
    { name: "d_out", label: "outputs d_out", value: "1" },
    { name: "H", label: "inertia of the Hessian below", value: "3,0,0" },
  ],
  draw,
};

/** A chamber, or where a wall is: the signs of the shares, and the inertia there. */
export interface ChamberIndex {
  readonly signs: readonly ShareSign[];
  readonly inertia: Inertia;
}

/**
 * The inertia of the Hessian in all chambers and on all walls between them, by `ext-inertia`: 7 chambers, 9
 * pieces of walls, and 3 corners.
 *
 * @param below the inertia of the network below.
 * @example chamberIndices({ rank: 0, onKernel: { positive: 1, negative: 0, zero: 0 } }, 1,
 *   { positive: 2, negative: 0, zero: 0 })[0]?.inertia // { positive: 4, negative: 0, zero: 2 }
 */
export function chamberIndices(unit: CopiedUnit, outputs: number, below: Inertia): ChamberIndex[] {
  const signs = [...tuples([SIGNS, SIGNS, SIGNS])].filter((pattern) => pattern.includes("+"));
  return signs.map((pattern) => {
    const count = (sign: ShareSign): number => pattern.filter((own) => own === sign).length;
    const added = addedByCopies(
      unit,
      { positive: count("+"), negative: count("−"), zero: count("0") },
      outputs,
    );
    return {
      signs: pattern,
      inertia: {
        positive: below.positive + added.positive,
        negative: below.negative + added.negative,
        zero: below.zero + added.zero,
      },
    };
  });
}

const SIGNS: readonly ShareSign[] = ["+", "−", "0"];

async function draw(chosen: Chosen): Promise<Drawing> {
  const rank = wholeNumber(chosen, "rank", [0, MOST]);
  const outputs = wholeNumber(chosen, "d_out", [Math.max(1, rank), MOST]);
  const onKernel = inertiaOf(chosen, "B");
  const found = chamberIndices({ rank, onKernel }, outputs, inertiaOf(chosen, "H"));
  const open = found.filter(({ signs }) => !signs.includes("0"));
  const title = "The index above a critical point, by the shares of three copies";
  const description =
    "The plane β₁ + β₂ + β₃ = 1, down to shares of −1. Where a share is 0 chambers meet. In each chamber the Hessian " +
    "has the numbers of positive, negative and zero eigenvalues that stand there; the darker, the more negative ones, " +
    "which is the index. Walls and their corners have numbers of their own. All follow from E, B and the signs (ext-inertia).";
  const [least, most] = extremes(open.map(({ inertia }) => inertia.negative));
  const colourOf = ({ negative }: Inertia): string =>
    entry(SHADES, Math.round(((SHADES.length - 1) * (negative - least)) / Math.max(1, most - least)));
  const shapes = found
    .toSorted((one, other) => zeros(one) - zeros(other))
    .map((one): Shape => {
      const corners = chamberCorners(one.signs).map(planePlace);
      const told = toldOf(one);
      if (zeros(one) === 0)
        return { path: areaOf(corners), fill: colourOf(one.inertia), stroke: "#555", told };
      return zeros(one) === 1
        ? { path: lineThrough(corners), stroke: "#222", strokeWidth: 4, told }
        : { path: disc(entry(corners, 0), 6), fill: "#222", told };
    });
  const indices = [...new Set(open.map(({ inertia }) => inertia.negative))].sort((a, b) => a - b);
  return {
    title,
    description,
    svg: await toldSvgOf(
      shapesPicture({
        ...{ title, description, shapes, size: [WIDTH, planeHeight()], labels: open.flatMap(labelsOf) },
        legend: indices.map((negative) => [
          colourOf({ positive: 0, negative, zero: 0 }),
          `index ${negative}`,
        ]),
      }),
    ),
    csv: csvOf({
      head: ["signs of the shares", "positive", "negative", "zero"],
      rows: found.map(({ signs, inertia: { positive, negative, zero } }) => [
        signs.join(" "),
        ...[positive, negative, zero].map(String),
      ]),
    }),
  };
}

const WIDTH = 552;

/** From few to many negative eigenvalues; dark words can be read on all. */
const SHADES = ["#f7fbff", "#dbe9f6", "#bad6eb", "#89bedc", "#5ba3d0"] as const;

const zeros = ({ signs }: ChamberIndex): number => signs.filter((sign) => sign === "0").length;

const extremes = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

function toldOf({ signs, inertia: { positive, negative, zero } }: ChamberIndex): string {
  const words = signs.map((sign, place) => `β${entry("₁₂₃".split(""), place)} ${WORDS[sign]}`).join(", ");
  return `${words}: index ${negative}; ${positive} positive, ${negative} negative, ${zero} zero eigenvalues`;
}

const WORDS = { "+": "> 0", "−": "< 0", "0": "= 0" } as const;

function labelsOf({ signs, inertia: { positive, negative, zero } }: ChamberIndex): Label[] {
  const corners = chamberCorners(signs).map(planePlace);
  const middle = (place: 0 | 1): number =>
    corners.reduce((sum, corner) => sum + corner[place], 0) / corners.length;
  const [x, y] = [middle(0), middle(1)];
  return [
    { at: [x, y - 9], text: signs.join(" "), size: 13 },
    { at: [x, y + 8], text: `(${positive}, ${negative}, ${zero})`, size: 12 },
  ];
}

/** Three numbers of eigenvalues. */
function inertiaOf(chosen: Chosen, name: string): Inertia {
  const text = textOf(chosen, name);
  const [, positive, negative, zero] = /^(\d{1,2}) *, *(\d{1,2}) *, *(\d{1,2})$/.exec(text) ?? [];
  if (positive === undefined || negative === undefined || zero === undefined)
    throw new InputError(
      `the inertia is ${JSON.stringify(text)}`,
      "choose how many are positive, negative and zero, such as 2,1,0",
    );
  return { positive: Number(positive), negative: Number(negative), zero: Number(zero) };
}
