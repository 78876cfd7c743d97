import { create } from "xmlbuilder2";
import { type ClaimResult, type VerificationResult, failed } from "../../claims/claimResult.js";
import { badge, sentence } from "./wording.js";

/** JUnit XML: one suite per claim, one case per verdict; missing evidence is a skipped case. */
export function junit({ claims }: VerificationResult): string {
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...totals(verdicts),
  });
  for (const claim of claims) addSuite(root, claim);
  return root.end({ prettyPrint: true });
}

type Element = ReturnType<ReturnType<typeof create>["ele"]>;

function addSuite(root: Element, { id, title, verdicts }: ClaimResult): void {
  const suite = root.ele("testsuite", { name: `${id}: ${title}`, ...totals(verdicts) });
  for (const verdict of verdicts) {
    const name = verdict.kind === "missing" ? "missing" : `${verdict.kind}: ${verdict.what}`;
    const element = suite.ele("testcase", { classname: id, name });
    if (verdict.kind === "missing") element.ele("skipped");
    else if (failed(verdict)) element.ele("failure", { message: badge(verdict) }).txt(sentence(verdict));
    else element.ele("system-out").txt(sentence(verdict));
  }
}

function totals(verdicts: ClaimResult["verdicts"]): Record<string, string> {
  return {
    tests: verdicts.length.toString(),
    failures: verdicts.filter(failed).length.toString(),
    skipped: verdicts.filter(({ kind }) => kind === "missing").length.toString(),
  };
}
