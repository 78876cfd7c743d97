import { create } from "xmlbuilder2";
import { type ClaimResult, type VerificationResult, failed } from "../../claims/claimResult.js";
import type { Verdict } from "../../claims/verdict.js";
import { badge, openPart, sentence, unmetLines } from "./wording.js";

/**
 * JUnit XML: one suite per claim, one case per verdict; missing evidence is a skipped case, and what was required and
 * not done a failed one in a suite of its own. Answers, and what theorems leave open, are properties of a suite.
 */
export function junit(result: VerificationResult): string {
  const { claims } = result;
  const { tests, failures, skipped } = tally(claims.flatMap((claim) => claim.verdicts));
  const more = unmetLines(result).length;
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...attributes({ tests: tests + more, failures: failures + more, skipped }),
  });
  for (const claim of claims) addSuite(root, claim);
  for (const unmet of unmetLines(result)) addUnmet(root, unmet);
  return root.end({ prettyPrint: true });
}

type Element = ReturnType<ReturnType<typeof create>["ele"]>;

function addSuite(root: Element, claim: ClaimResult): void {
  const { id, title, answer, verdicts } = claim;
  const suite = root.ele("testsuite", { name: `${id}: ${title}`, ...attributes(tally(verdicts)) });
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

function addUnmet(root: Element, unmet: string): void {
  const suite = root.ele("testsuite", {
    name: "required",
    ...attributes({ tests: 1, failures: 1, skipped: 0 }),
  });
  const element = suite.ele("testcase", { classname: "required", name: "required" });
  element.ele("failure", { message: "REQUIRED AND NOT DONE" }).txt(unmet);
}

interface Tally {
  readonly tests: number;
  readonly failures: number;
  readonly skipped: number;
}

function tally(verdicts: ClaimResult["verdicts"]): Tally {
  return {
    tests: verdicts.length,
    failures: verdicts.filter(failed).length,
    skipped: verdicts.filter(({ kind }) => kind === "missing").length,
  };
}

function attributes({ tests, failures, skipped }: Tally): Record<string, string> {
  return { tests: tests.toString(), failures: failures.toString(), skipped: skipped.toString() };
}
