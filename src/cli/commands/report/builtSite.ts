import { packageFile } from "../../../machine/packageFile.js";
import type { Site, SiteFile } from "../../../report/data/site.js";
import { type Scripts, policyOf } from "../../../report/html/document.js";
import { siteFiles } from "../../../report/siteFiles.js";
import { readSources } from "../../files/sources.js";
import { present } from "../../options/present.js";
import { measured } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";

/** A site, its files, and what its page may do. */
export interface BuiltSite {
  readonly site: Site;
  readonly files: readonly SiteFile[];
  /** The page's content security policy. */
  readonly policy: string;
}

/**
 * Gathers what the site shows, and makes its files.
 *
 * @param verdicts the file of a run whose verdicts are shown.
 * @param budget MiB.
 * @throws InputError if that file can't be read, or the package was built without the page's scripts.
 */
export async function builtSite(verdicts: string | undefined, budget: number): Promise<BuiltSite> {
  const scripts = pageScripts();
  const sources = await readSources({ verdicts }, budget);
  const site = await runAlone("report", present(sources), { budget, bar: measured("report"), sources });
  return { site, files: await siteFiles(site, scripts), policy: await policyOf(scripts.page) };
}

/** The scripts of the page, as the build bundles them. */
function pageScripts(): Scripts {
  const script = (name: string): string =>
    packageFile(`dist/report/${name}.js`, "the package is built without it: npm run build makes it");
  return {
    page: script("page"),
    worker: script("worker"),
    painter: script("painter"),
    networkWorker: script("networkWorker"),
  };
}
