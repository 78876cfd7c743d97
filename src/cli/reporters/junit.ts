import { create } from "xmlbuilder2";
import { type ClaimResult, type VerificationResult, failed } from "../../claims/claimResult.js";
import { allRefused } from "../../claims/controls/control.js";
import { badge, controlsLine, sentence } from "./wording.js";

/** JUnit XML: one suite per claim, one case per verdict; missing evidence is a skipped case. Controls are one case. */
export function junit(result: VerificationResult): string {
  const { claims, controls } = result;
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const unrefused = allRefused(controls) ? 0 : 1;
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...totals(verdicts, 1, unrefused),
  });
  for (const claim of claims) addSuite(root, claim);
  const suite = root.ele("testsuite", { name: "controls", ...totals([], 1, unrefused) });
  const element = suite.ele("testcase", { classname: "controls", name: "planted errors are refused" });
  if (unrefused === 0) element.ele("system-out").txt(controlsLine(result));
  else element.ele("failure", { message: "FAILED controls" }).txt(controlsLine(result));
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

/** Numbers of cases: those of verdicts, and others with failures among them. */
function totals(verdicts: ClaimResult["verdicts"], others = 0, failures = 0): Record<string, string> {
  return {
    tests: (verdicts.length + others).toString(),
    failures: (verdicts.filter(failed).length + failures).toString(),
    skipped: verdicts.filter(({ kind }) => kind === "missing").length.toString(),
  };
}
