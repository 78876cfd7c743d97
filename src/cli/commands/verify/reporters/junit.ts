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
  const others = [controlsCase(result), ...otherFailures(result)];
  const failures = others.filter(({ message }) => message !== undefined).length;
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    ...totals(verdicts, others.length, failures),
  });
  for (const claim of claims) addSuite(root, claim);
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

/** What a run is judged by beside the verdicts of claims. */
interface Other {
  readonly suite: string;
  readonly name: string;
  /** The message of its failure; undefined if it is as it should be. */
  readonly message?: string;
  readonly line: string;
}

function controlsCase(result: VerificationResult): Other {
  const line = controlsLine(result);
  const controls = { suite: "controls", name: "planted errors are refused", line };
  return allRefused(result.controls) ? controls : { ...controls, message: "FAILED controls" };
}

function otherFailures(result: VerificationResult): Other[] {
  const { proofs, claims } = result;
  const other = (name: string, message: string, line: string): Other => ({
    suite: name,
    name,
    message,
    line,
  });
  const failures = unmetLines(result).map((line) => other("required", "REQUIRED AND NOT DONE", line));
  if (proofs.ran && !proofs.held) failures.push(other("proofs", "SOME PROOFS FAILED", proofsLine(result)));
  if (claims.every(({ verdicts }) => verdicts.every(({ kind }) => kind === "missing")))
    failures.push(other("run", "NOTHING WAS CHECKED", "no claim asked for has evidence"));
  return failures;
}

function addOther(root: Element, { suite, name, message, line }: Other): void {
  const element = root
    .ele("testsuite", { name: suite, ...totals([], 1, message === undefined ? 0 : 1) })
    .ele("testcase", { classname: suite, name });
  if (message === undefined) element.ele("system-out").txt(line);
  else element.ele("failure", { message }).txt(line);
}

/** Counts cases: those of verdicts, and the others with the failures among them. */
function totals(verdicts: ClaimResult["verdicts"], others = 0, failures = 0): Record<string, string> {
  return {
    tests: (verdicts.length + others).toString(),
    failures: (verdicts.filter(failed).length + failures).toString(),
    skipped: verdicts.filter(({ kind }) => kind === "missing").length.toString(),
  };
}
