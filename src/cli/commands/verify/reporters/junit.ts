import { create } from "xmlbuilder2";
import {
  type ClaimResult,
  type TimedVerdict,
  type VerificationResult,
  failed,
} from "../../../../claims/evidence/claimResult.js";
import { visible } from "../../../terminal/visible.js";
import { allRefused } from "../../../../claims/controls/control.js";
import { badge, controlsLine, openPart, outcome, proofsLine, sentence, unmetLines } from "./wording.js";

/** A case of a suite: it passes, fails with a message, or is skipped for a reason. */
interface Case {
  readonly name: string;
  readonly text: string;
  readonly seconds?: number;
  readonly failure?: string;
  readonly skipped?: true;
}

interface Suite {
  readonly id: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string | undefined>>;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML as Jenkins' xunit plugin reads it: a suite for each claim, a case for each verdict, and a suite
 * of
 * the run itself. Evidence that is missing and proofs that were not run are skipped cases. A run that isn't
 * ok has a failure, whatever the reason.
 */
export function junit(result: VerificationResult): string {
  const suites = [...result.claims.map(suiteOf), runSuite(result)];
  const cases = suites.flatMap((suite) => suite.cases);
  const { tests, failures, errors } = countsOf(cases);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: "equiloss",
    time: result.seconds.toFixed(3),
    tests,
    failures,
    errors,
  });
  for (const suite of suites) addSuite(root, suite, result.started);
  return root.end({ prettyPrint: true });
}

function suiteOf(claim: ClaimResult): Suite {
  const { id, title, answer, source, verdicts } = claim;
  const corrected = verdicts.flatMap((verdict) =>
    verdict.kind === "refuted as stated" && verdict.held ? [verdict.corrected] : [],
  );
  const properties = {
    source,
    answer,
    proved: openPart(claim),
    "refuted as stated, corrected": corrected[0],
  };
  return { id, name: `${id}: ${title}`, properties, cases: verdicts.map(caseOf) };
}

function caseOf(verdict: TimedVerdict): Case {
  if (verdict.kind === "missing") return { name: "missing", text: sentence(verdict), skipped: true };
  const kept = verdict.kind === "proved" && verdict.kept === true ? " (kept run)" : "";
  const text = sentence(verdict);
  return {
    name: `${verdict.kind}${kept}: ${verdict.what}`,
    // The name has the first part of the sentence, what is checked.
    text: failed(verdict) ? text : text.slice(visible(verdict.what).length).replace(/^; | /, ""),
    ...(verdict.seconds === undefined ? {} : { seconds: verdict.seconds }),
    ...(failed(verdict) ? { failure: badge(verdict) } : {}),
  };
}

/** What belongs to no claim: the planted errors, Coq, and whatever else makes a run fail. */
function runSuite(result: VerificationResult): Suite {
  const { version, seed, maxM, proofs, controls, claims } = result;
  const checkedNow = proofs.ran && !proofs.cached;
  const cases: Case[] = [
    {
      name: "planted errors are refused",
      text: controlsLine(result),
      ...(allRefused(controls) ? {} : { failure: "FAILED controls" }),
    },
    {
      name: "Coq checks the proofs",
      text: proofsLine(result),
      ...(proofs.ran && !proofs.held
        ? { failure: "SOME PROOFS FAILED" }
        : checkedNow
          ? {}
          : { skipped: true }),
    },
    ...unmetLines(result).map((text) => ({
      name: "what was required",
      text,
      failure: "REQUIRED AND NOT DONE",
    })),
  ];
  const isEmpty = claims.every(({ verdicts }) => verdicts.every(({ kind }) => kind === "missing"));
  if (isEmpty)
    cases.push({
      name: "something was checked",
      text: "no claim asked for has evidence",
      failure: outcome(result),
    });
  const properties = {
    version,
    seed: seed.toString(),
    "max m": maxM.toString(),
    Coq: checkedNow ? proofs.by : proofsLine(result),
  };
  return { id: "run", name: "the run", properties, cases };
}

type Element = ReturnType<ReturnType<typeof create>["ele"]>;

function addSuite(root: Element, { id, name, properties, cases }: Suite, timestamp: string): void {
  const time = cases.reduce((sum, { seconds = 0 }) => sum + seconds, 0).toFixed(3);
  const suite = root.ele("testsuite", { name, id, timestamp, time, ...countsOf(cases) });
  const list = suite.ele("properties");
  for (const [property, value] of Object.entries(properties))
    if (value !== undefined) list.ele("property", { name: property, value });
  for (const { name: caseName, seconds, text, failure, skipped } of cases) {
    // Jenkins takes what stands before the last dot for a package.
    const attributes = {
      classname: `equiloss.${id.replaceAll(".", "_")}`,
      name: caseName,
      time: seconds?.toFixed(3),
    };
    const element = suite.ele("testcase", attributes);
    if (skipped === true) element.ele("skipped", { message: text });
    else if (failure === undefined) element.ele("system-out").txt(text);
    else element.ele("failure", { message: failure }).txt(text);
  }
}

function countsOf(cases: readonly Case[]): Record<"tests" | "failures" | "errors" | "skipped", string> {
  return {
    tests: cases.length.toString(),
    failures: cases.filter(({ failure }) => failure !== undefined).length.toString(),
    errors: "0",
    skipped: cases.filter(({ skipped }) => skipped === true).length.toString(),
  };
}
