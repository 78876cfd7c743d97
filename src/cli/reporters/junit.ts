import { create } from "xmlbuilder2";
import { type ClaimResult, type VerificationResult, failed } from "../../claims/claimResult.js";
import { allRefused } from "../../claims/controls/control.js";
import type { Verdict } from "../../claims/verdict.js";
import { badge, controlsLine, openPart, sentence, unmetLines } from "./wording.js";

/**
 * JUnit XML: one suite per claim, one case per verdict; missing evidence is a skipped case, and what was required and
 * not done a failed one in a suite of its own. Answers, and what theorems leave open, are properties of a suite.
 * Controls are one case.
 */
export function junit(result: VerificationResult): string {
  const { claims } = result;
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const unmet = unmetLines(result);
  const unrefused = allRefused(result.controls) ? 0 : 1;
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...totals(verdicts, 1 + unmet.length, unrefused + unmet.length),
  });
  for (const claim of claims) addSuite(root, claim);
  addControls(root, result);
  for (const line of unmet) addUnmet(root, line);
  return root.end({ prettyPrint: true });
}

type Element = ReturnType<ReturnType<typeof create>["ele"]>;

function addSuite(root: Element, claim: ClaimResult): void {
  const { id, title, answer, verdicts } = claim;
  const suite = root.ele("testsuite", { name: `${id}: ${title}`, ...totals(verdicts) });
  const properties = Object.entries({ answer, proved: openPart(claim) }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
  if (properties.length > 0) {
    const list = suite.ele("properties");
    for (const property of properties) list.ele("property", property);
  }
  for (const verdict of verdicts) {
    const element = suite.ele("testcase", { classname: id, name: caseName(verdict) });
    if (verdict.kind === "missing") element.ele("skipped");
    else if (failed(verdict)) element.ele("failure", { message: badge(verdict) }).txt(sentence(verdict));
    else element.ele("system-out").txt(sentence(verdict));
  }
}

function caseName(verdict: Verdict): string {
  if (verdict.kind === "missing") return "missing";
  const isKept = verdict.kind === "proved" && verdict.kept === true;
  return `${verdict.kind}${isKept ? " (kept run)" : ""}: ${verdict.what}`;
}

function addUnmet(root: Element, line: string): void {
  const suite = root.ele("testsuite", { name: "required", ...totals([], 1, 1) });
  const element = suite.ele("testcase", { classname: "required", name: "required" });
  element.ele("failure", { message: "REQUIRED AND NOT DONE" }).txt(line);
}

function addControls(root: Element, result: VerificationResult): void {
  const unrefused = allRefused(result.controls) ? 0 : 1;
  const suite = root.ele("testsuite", { name: "controls", ...totals([], 1, unrefused) });
  const element = suite.ele("testcase", { classname: "controls", name: "planted errors are refused" });
  if (unrefused === 0) element.ele("system-out").txt(controlsLine(result));
  else element.ele("failure", { message: "FAILED controls" }).txt(controlsLine(result));
}

/** Numbers of cases: those of verdicts, and others with failures among them. */
function totals(verdicts: ClaimResult["verdicts"], others = 0, failures = 0): Record<string, string> {
  return {
    tests: (verdicts.length + others).toString(),
    failures: (verdicts.filter(failed).length + failures).toString(),
    skipped: verdicts.filter(({ kind }) => kind === "missing").length.toString(),
  };
}
