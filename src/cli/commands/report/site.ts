import { claims } from "../../../claims/registry.js";
import { readDevelopment } from "../../../coq/development.js";
import type { Site } from "../../../report/data/site.js";
import { InputError } from "../../../exact/inputError.js";
import { packageFile } from "../../../machine/packageFile.js";
import type { Source } from "../../files/sources.js";
import { packageVersion } from "../../terminal/packageVersion.js";
import { type Hear, phasesOf } from "../../terminal/progress.js";
import { OWN_PROOFS } from "../proofs/ownProofs.js";
import { checkData } from "./checkData.js";
import { reportedClaims } from "./claims.js";
import { dependenciesOf } from "./dependencies.js";
import { reportFigures } from "./figures.js";
import { folderPicture } from "./folderPicture.js";
import { networkExamples } from "./networkExamples.js";
import { reportedTheorems, usedDefinitions } from "./theorems.js";
import { type GivenRun, givenRun } from "./verdicts.js";

/** What a report is made of, besides the package itself. */
export interface ReportRequest {
  /** What a run of `verify` wrote as JSON. */
  readonly verdicts?: Source;
}

/**
 * Gathers what a report shows.
 *
 * @throws InputError if the verdicts are not those of a run.
 */
export async function reportSite({ verdicts }: ReportRequest, hear: Hear): Promise<Site> {
  const phase = phasesOf(hear);
  const run: GivenRun | undefined = verdicts === undefined ? undefined : givenRun(verdicts);
  const development = readDevelopment(OWN_PROOFS);
  const theorems = reportedTheorems(development);
  const parts = {
    claims: await reportedClaims(claims, run, phase("refutations")),
    theorems,
    definitions: usedDefinitions(development, theorems),
  };
  return {
    version: packageVersion(),
    ...parts,
    meanings: meaningsIn(packageFile("docs/verdicts.md", REPAIR)),
    ...(run === undefined ? {} : { run: run.reported }),
    dependencies: dependenciesOf(parts, development),
    folders: await folderPicture(development),
    figures: await reportFigures(phase("figures")),
    check: checkData(),
    examples: networkExamples(),
  };
}

const REPAIR = "install the package anew";

/** The badges that the page of verdicts explains, in its list: each item begins with one. */
export function meaningsIn(page: string): (readonly [badge: string, meaning: string])[] {
  const items = page.split(/^- /m).slice(1);
  const meanings = items.flatMap((item) => {
    const text = item
      .replace(/\n\s*\n[^]*$/, "")
      .replace(/\s+/g, " ")
      .trim();
    const [, badge, meaning] = /^(`[^`]+`[^:]*): (.*)$/.exec(text) ?? [];
    return badge === undefined || meaning === undefined ? [] : [[badge, meaning] as const];
  });
  if (meanings.length > 0) return meanings;
  throw new InputError("explains no verdict", REPAIR, "docs/verdicts.md");
}
