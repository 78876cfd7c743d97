import { claimsMarkdown } from "./claimsMarkdown.js";
import { type Scripts, documentOf } from "./html/document.js";
import { entry } from "../exact/entry.js";
import { firstNode } from "./data/dependencies.js";
import { dependencyDrawing } from "./data/dependencyDrawing.js";
import type { Site, SiteFile } from "./data/site.js";

/**
 * The files of the site: the page, which has all within it, the claims in Markdown, and the pictures, their
 * values and the certificates once more as files of their own.
 */
export async function siteFiles(site: Site, scripts: Scripts): Promise<SiteFile[]> {
  const figures = [...site.figures, site.folders, dependencyFigure(site)];
  return [
    { path: "index.html", text: await documentOf(site, scripts) },
    { path: "claims.md", text: claimsMarkdown(site) },
    ...figures.flatMap(({ name, svg, csv }) => [
      { path: `figures/${name}.svg`, text: svg },
      ...(csv === undefined ? [] : [{ path: `figures/${name}.csv`, text: csv }]),
    ]),
    ...site.check.certificates.map(({ file, text }) => ({ path: `certificates/${file}`, text })),
  ];
}

/** What rests on what: the picture is about one node, the table has all. */
function dependencyFigure({ dependencies }: Site): { name: string; svg: string; csv: string } {
  const { nodes, edges } = dependencies;
  const nameOf = (place: number): string => {
    const { kind, name } = entry(nodes, place);
    return `${kind},${name}`;
  };
  const rows = edges.map(([from, to]) => `${nameOf(from)},${nameOf(to)}`);
  return {
    name: "dependencies",
    svg: dependencyDrawing(dependencies, firstNode(dependencies).id),
    csv: ["kind,name,rests on kind,name", ...rows, ""].join("\r\n"),
  };
}
