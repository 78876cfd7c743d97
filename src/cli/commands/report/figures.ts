import { readdirSync } from "node:fs";
import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import { UNMIRRORED } from "../../../combinatorics/mirroring.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { packageFile } from "../../../machine/packageFile.js";
import { IntersectionGraph } from "../../../manifold/graph/intersectionGraph.js";
import type { Figure } from "../../../report/data/site.js";
import type { Source } from "../../files/sources.js";
import { DEFAULT_ACTIVATION } from "../../options/commandParts.js";
import { type Picture, toldSvgOf } from "../../pictures/picture.js";
import { endsPicture } from "../ends/picture.js";
import { drawnByGraphviz, graphDot } from "../graph/picture.js";
import { landscapeFinding } from "../landscape/finding.js";
import { landscapeSvg } from "../landscape/picture.js";
import { csvOf } from "./csv.js";
import { figureSix, regimeMap } from "./regimeFigures.js";

/** Draws all figures of a report. */
export async function reportFigures(
  budget: number,
  hear: (done: number, total: number) => void,
): Promise<Figure[]> {
  const drawings: readonly (() => Promise<Figure>)[] = [
    () => figureSix(budget),
    () => regimeMap(budget),
    ...GRAPHS.map(
      ([r, m]) =>
        () =>
          graphFigure(r, m),
    ),
    () => figureOne("fig1"),
    () => figureOne("fig1e"),
    figureFive,
    () => chambers(budget),
  ];
  const figures: Figure[] = [];
  for (const draw of drawings) {
    hear(figures.length, drawings.length);
    figures.push(await draw());
  }
  return figures;
}

/** The widths of the intersection graphs; that of Fig. 4b is the first. */
const GRAPHS = [
  [2, 3],
  [1, 4],
  [2, 4],
  [3, 4],
] as const;

async function graphFigure(r: number, m: number): Promise<Figure> {
  const graph = new IntersectionGraph(r, m);
  const vertices = Array.from({ length: graph.vertexCount }, (_, vertex) => vertex);
  const codes = vertices.map((vertex) => graph.partitionAt(vertex).codes.join(" "));
  const neighbours = vertices.map((vertex) => [...graph.neighboursOf(vertex)]);
  const titleOf = (name: string): string => {
    const [from, to] = name.split(/--/).map(Number);
    const own = entry(codes, from ?? NaN);
    if (to !== undefined) return `${own} meets ${entry(codes, to)}`;
    const meets = entry(neighbours, from ?? NaN).map((other) => entry(codes, other));
    return `${own} meets ${meets.length}: ${meets.join(", ")}`;
  };
  const svg = await drawnByGraphviz(graphDot(r, m, labelledPartitionCount(r, m, UNMIRRORED)));
  return {
    name: `graph-${r}-${m}`,
    title: `Which subspaces of Θ meet, for r = ${r}, m = ${m}`,
    description:
      `${graph.vertexCount} subspaces, of which ${graph.edgeCount} pairs meet, by their labelled partitions. In ` +
      "blue ones some neurons add up to nothing, in green ones each copies one of the r.",
    command: `equiloss graph ${r} ${m} --svg`,
    svg: svg.replace(/<title>(\d+(?:(?:--|&#45;&#45;)\d+)?)<\/title>/g, (_, name: string) => {
      return `<title>${titleOf(name.replaceAll("&#45;", "-"))}</title>`;
    }),
    csv: csvOf({
      head: ["subspace", "meets"],
      rows: vertices.flatMap((vertex) =>
        entry(neighbours, vertex).map((other) => [entry(codes, vertex), entry(codes, other)]),
      ),
    }),
  };
}

const ENDS = "proofs/ends";

/** The ends of runs that the package has, by width, with the verdicts on them. */
async function figureOne(setting: "fig1" | "fig1e"): Promise<Figure> {
  const pattern = new RegExp(`^judged-${setting}-(\\d+)\\.json$`);
  const folder = new URL(`../../../../../${ENDS}`, import.meta.url);
  const widths = readdirSync(folder)
    .flatMap((name) => pattern.exec(name)?.slice(1, 2) ?? NONE)
    .map(Number)
    .sort((left, right) => left - right);
  const names = widths.map((width) => `${ENDS}/${setting}-${width}.json`);
  const judged = widths.map((width) => `${ENDS}/judged-${setting}-${width}.json`);
  const request = { ends: names.map(packaged), from: judged.map(packaged), slot: undefined };
  const picture = await endsPicture(request, () => undefined);
  return ofPicture(picture, {
    name: setting,
    note: ` The verdicts are those that ${ENDS} holds; they were not found anew for this page.`,
    command: `equiloss ends ${names.join(" ")} --from ${judged.join(" ")} --svg`,
  });
}

async function figureFive(): Promise<Figure> {
  const file = `${ENDS}/fig5-10.json`;
  const picture = await endsPicture({ ends: [packaged(file)], from: [], slot: undefined }, () => undefined);
  return ofPicture(picture, { name: "fig5", note: "", command: `equiloss ends ${file} --svg` });
}

async function ofPicture(
  picture: Picture,
  { name, note, command }: { readonly name: string; readonly note: string; readonly command: string },
): Promise<Figure> {
  const { title, description, table } = picture;
  const csv = table === undefined ? {} : { csv: csvOf(table) };
  return {
    name,
    title,
    description: `${description}${note}`,
    command,
    svg: await toldSvgOf(picture),
    ...csv,
  };
}

async function chambers(budget: number): Promise<Figure> {
  const [network, data] = ["examples/saddle.json", "examples/landscape-data.json"];
  const finding = await landscapeFinding(
    {
      network: packaged(network),
      data: packaged(data),
      activation: DEFAULT_ACTIVATION,
      cost: "squared",
      mean: false,
      enclose: false,
      budget,
    },
    () => undefined,
  );
  if (!("width" in finding)) throw new InputError("has an inertia that isn't known", REPAIR, network);
  return {
    name: "chambers",
    title: "Shares of a neuron's copies, and the signs of the Hessian's eigenvalues",
    description:
      "At a critical point with copies of a neuron: where a share is 0 chambers meet, and each has its signs of the " +
      "shares and its numbers of positive, negative and zero eigenvalues. The dot is the network.",
    command: `equiloss landscape ${network} ${data} --svg`,
    svg: landscapeSvg(finding),
    standsAlone: true,
  };
}

const REPAIR = "install the package anew";
const NONE: readonly string[] = [];

const packaged = (place: string): Source => ({
  place,
  bytes: new TextEncoder().encode(packageFile(place, REPAIR)),
});
