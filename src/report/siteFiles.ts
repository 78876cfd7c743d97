import { type Scripts, documentOf } from "./html/document.js";
import type { Site, SiteFile } from "./data/site.js";

/**
 * The files of the site: the page, which has all within it, and the pictures, their values and the
 * certificates once more as files of their own.
 */
export async function siteFiles(site: Site, scripts: Scripts): Promise<SiteFile[]> {
  const figures = [...site.figures, site.folders];
  return [
    { path: "index.html", text: await documentOf(site, scripts) },
    ...figures.flatMap(({ name, svg, csv }) => [
      { path: `figures/${name}.svg`, text: svg },
      ...(csv === undefined ? [] : [{ path: `figures/${name}.csv`, text: csv }]),
    ]),
    ...site.check.certificates.map(({ file, text }) => ({ path: `certificates/${file}`, text })),
  ];
}
