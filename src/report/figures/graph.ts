import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { IntersectionGraph } from "../../manifold/graph/intersectionGraph.js";
import { csvOf } from "../../pictures/csv.js";
import { placedGraph } from "../../pictures/layout.js";
import { toldSvgOf } from "../../pictures/picture.js";
import { type Label, type Shape, boxAround, lineThrough, shapesPicture } from "../../pictures/shapes.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { textOf } from "./chosen.js";
import { wayPath } from "./wayPath.js";

/** Sizes whose graphs can be seen in a picture; that of Fig. 4b is first. */
const SIZES = ["2, 3", "1, 2", "1, 3", "1, 4", "2, 4", "3, 4"];

/** Figure 4: which subspaces meet, and a shortest way from one to another. */
export const graph: DrawnFigure = {
  name: "graph",
  fields: [
    { name: "r, m", label: "r, m", value: entry(SIZES, 0), options: SIZES },
    { name: "from", label: "from subspace (empty: one of a farthest pair)", value: "" },
    { name: "to", label: "to subspace", value: "" },
  ],
  draw,
};

/** A blue subspace has zero blocks, a green one has none, as in the paper's figure. */
const COLOURS = { blue: "#36648f", green: "#2b7a3d", way: "#c1440e", edge: "#999" } as const;

async function draw(chosen: Chosen): Promise<Drawing> {
  const size = textOf(chosen, "r, m");
  if (!SIZES.includes(size))
    throw new InputError(`(${size}) is not drawn`, `choose one of ${SIZES.join("; ")}`);
  const [r, m] = size.split(", ").map(Number) as [number, number];
  const meetings = new IntersectionGraph(r, m);
  const way = wayBetween(meetings, chosen);
  const codes = Array.from({ length: meetings.vertexCount }, (_, vertex) =>
    meetings.partitionAt(vertex).codes.join(" "),
  );
  const links = codes.flatMap((_, vertex) =>
    [...meetings.neighboursOf(vertex)].flatMap((other) => (other > vertex ? [[vertex, other] as const] : [])),
  );
  const title = `Figure 4: which of the ${codes.length} subspaces meet, for r = ${r}, m = ${m}`;
  const description =
    `${codes.length} subspaces, of which ${links.length} pairs meet, by their labelled partitions: unit by unit the ` +
    "neuron that it copies, or 0, −1, … for units that add up to nothing. Blue ones have such units, green ones " +
    `don't. Red: a shortest way, ${way.map((vertex) => entry(codes, vertex)).join(" → ")}. It has ` +
    `${way.length - 1} edges, so a path of ${way.length} segments of constant loss.`;
  return {
    title,
    description,
    command: `equiloss graph ${r} ${m} --svg`,
    path: wayPath(way.map((vertex) => meetings.partitionAt(vertex))),
    svg: await toldSvgOf(shapesPicture({ title, description, ...shapesOf(meetings, codes, links, way) })),
    csv: csvOf({
      head: ["subspace", "meets", "step of the way"],
      rows: codes.flatMap((own, vertex) =>
        [...meetings.neighboursOf(vertex)].map((other) => {
          const step = way.indexOf(vertex);
          return [own, entry(codes, other), step >= 0 && way[step + 1] === other ? String(step + 1) : ""];
        }),
      ),
    }),
  };
}

/** A shortest way between what is chosen, or else between a farthest pair. */
export function wayBetween(meetings: IntersectionGraph, chosen: Chosen): number[] {
  const farthest = meetings.farthest(meetings.orbitVertices());
  if (farthest === undefined) throw new InputError("some pair has no way", "choose other sizes");
  const from = chosenVertex(meetings, chosen, "from") ?? farthest.from;
  const distances = meetings.distancesFrom(from);
  const far = distances.reduce((best, distance, at) => (distance > entry(distances, best) ? at : best), 0);
  const way = [chosenVertex(meetings, chosen, "to") ?? far];
  for (let at = entry(way, 0); at !== from; way.unshift(at)) {
    const nearer = [...meetings.neighboursOf(at)].find(
      (other) => entry(distances, other) === entry(distances, at) - 1,
    );
    if (nearer === undefined) throw new InputError("there is no way between them", "choose others");
    at = nearer;
  }
  return way;
}

function chosenVertex(meetings: IntersectionGraph, chosen: Chosen, name: string): number | undefined {
  const text = textOf(chosen, name);
  if (text === "") return undefined;
  const codes = text.replaceAll("−", "-").split(/[\s,]+/);
  try {
    if (codes.every((code) => /^-?\d{1,2}$/.test(code)))
      return meetings.vertexOf(LabelledPartition.of(codes.map(Number), meetings.r));
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof InputError)) throw error;
  }
  throw new InputError(
    `${name}: there is no subspace ${JSON.stringify(text)} for r = ${meetings.r}, m = ${meetings.m}`,
    `choose ${meetings.m} codes, such as ${meetings.partitionAt(0).codes.join(" ")}`,
  );
}

function shapesOf(
  meetings: IntersectionGraph,
  codes: readonly string[],
  links: readonly (readonly [number, number])[],
  way: readonly number[],
): { shapes: Shape[]; labels: Label[]; size: readonly [number, number] } {
  const { places, size } = placedGraph(codes.length, links);
  const stepOf = ([one, other]: readonly [number, number]): number =>
    way.findIndex((vertex, at) => {
      const next = way[at + 1];
      return next !== undefined && Math.min(vertex, next) === one && Math.max(vertex, next) === other;
    });
  const lines = links.map((link): Shape => {
    const [one, other] = link;
    const step = stepOf(link);
    const words = `${entry(codes, one)} meets ${entry(codes, other)}`;
    return {
      path: lineThrough([entry(places, one), entry(places, other)]),
      ...(step < 0
        ? { stroke: COLOURS.edge, told: words }
        : { stroke: COLOURS.way, strokeWidth: 3, told: `step ${step + 1} of the way: ${words}` }),
    };
  });
  const width = 10 + 5.6 * Math.max(...codes.map(({ length }) => length));
  const boxes = codes.map((own, vertex): Shape => {
    const meets = [...meetings.neighboursOf(vertex)].map((other) => entry(codes, other));
    const hasZeroBlocks = meetings.partitionAt(vertex).zeroBlockCount > 0;
    return {
      path: boxAround(entry(places, vertex), width, 16),
      fill: hasZeroBlocks ? COLOURS.blue : COLOURS.green,
      ...(way.includes(vertex) ? { stroke: COLOURS.way, strokeWidth: 3 } : {}),
      told: `${own} meets ${meets.length}: ${meets.join(", ")}`,
    };
  });
  const labels = codes.map((own, vertex) => ({
    at: entry(places, vertex),
    text: own,
    colour: "#fff",
    size: 10,
  }));
  // The last links are those of the way, so that none is hidden.
  const [ofWay, others] = [true, false].map((isWay) =>
    lines.filter(({ stroke }) => (stroke === COLOURS.way) === isWay),
  ) as [Shape[], Shape[]];
  return { shapes: [...others, ...ofWay, ...boxes], labels, size };
}
