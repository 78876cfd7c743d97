import { create } from "xmlbuilder2";
import {
  type ClaimResult,
  type VerificationResult,
  failed,
} from "../../../../claims/evidence/claimResult.js";
import { allRefused } from "../../../../claims/controls/control.js";
import type { Verdict } from "../../../../claims/evidence/verdict.js";
import { badge, controlsLine, openPart, proofsLine, sentence, unmetLines } from "./wording.js";

/**
 * JUnit XML: one suite per claim, one case per verdict; missing evidence is a skipped case. What fails a run
 * beyond its verdicts is a failed case in a suite of its own, so that a run that isn't ok has a failure.
 * Answers, and what theorems leave open, are properties of a suite. Controls are one case.
 */
export function junit(result: VerificationResult): string {
  const { claims } = result;
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const others = otherFailures(result);
  const unrefused = allRefused(result.controls) ? 0 : 1;
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...totals(verdicts, 1 + others.length, unrefused + others.length),
  });
  for (const claim of claims) addSuite(root, claim);
  addControls(root, result);
  for (const other of others) addOther(root, other);
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

/** What makes a run fail beside the verdicts of claims. */
interface OtherFailure {
  readonly name: string;
  readonly message: string;
  readonly line: string;
}

function addControls(root: Element, result: VerificationResult): void {
  const unrefused = allRefused(result.controls) ? 0 : 1;
  const suite = root.ele("testsuite", { name: "controls", ...totals([], 1, unrefused) });
  const element = suite.ele("testcase", { classname: "controls", name: "planted errors are refused" });
  if (unrefused === 0) element.ele("system-out").txt(controlsLine(result));
  else element.ele("failure", { message: "FAILED controls" }).txt(controlsLine(result));
}

function otherFailures(result: VerificationResult): OtherFailure[] {
  const { proofs, claims } = result;
  const failures = unmetLines(result).map((line) => ({
    name: "required",
    message: "REQUIRED AND NOT DONE",
    line,
  }));
  if (proofs.ran && !proofs.held)
    failures.push({ name: "proofs", message: "SOME PROOFS FAILED", line: proofsLine(result) });
  if (claims.every(({ verdicts }) => verdicts.every(({ kind }) => kind === "missing")))
    failures.push({ name: "run", message: "NOTHING WAS CHECKED", line: "no claim asked for has evidence" });
  return failures;
}

function addOther(root: Element, { name, message, line }: OtherFailure): void {
  const suite = root.ele("testsuite", { name, ...totals([], 1, 1) });
  const element = suite.ele("testcase", { classname: name, name });
  element.ele("failure", { message }).txt(line);
}

/** Counts cases: those of verdicts, and the others with the failures among them. */
function totals(verdicts: ClaimResult["verdicts"], others = 0, failures = 0): Record<string, string> {
  return {
    tests: (verdicts.length + others).toString(),
    failures: (verdicts.filter(failed).length + failures).toString(),
    skipped: verdicts.filter(({ kind }) => kind === "missing").length.toString(),
  };
}
