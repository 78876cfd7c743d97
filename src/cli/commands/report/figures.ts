import { readdirSync } from "node:fs";
import { packageFile } from "../../../machine/packageFile.js";
import { csvOf } from "../../../pictures/csv.js";
import { type Picture, toldSvgOf } from "../../../pictures/picture.js";
import type { Figure } from "../../../report/data/site.js";
import { DRAWN_FIGURES, atFirst } from "../../../report/figures/drawnFigures.js";
import type { Source } from "../../files/sources.js";
import { endsPicture } from "../ends/picture.js";

/** Draws all figures of a report: those that a reader may draw anew as they are at first. */
export async function reportFigures(hear: (done: number, total: number) => void): Promise<Figure[]> {
  const drawings: readonly (() => Promise<Figure>)[] = [
    ...DRAWN_FIGURES.map((figure) => async () => {
      const { name, fields } = figure;
      return { name, fields, ...(await figure.draw(atFirst(figure))) };
    }),
    () => figureOne("fig1"),
    () => figureOne("fig1e"),
    figureFive,
  ];
  const figures: Figure[] = [];
  for (const draw of drawings) {
    hear(figures.length, drawings.length);
    figures.push(await draw());
  }
  return figures;
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

const NONE: readonly string[] = [];

const packaged = (place: string): Source => ({
  place,
  bytes: new TextEncoder().encode(packageFile(place, "install the package anew")),
});
