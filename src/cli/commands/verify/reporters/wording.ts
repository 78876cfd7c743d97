import { counted } from "../../../../exact/counted.js";
import {
  type ClaimResult,
  type VerificationResult,
  failed,
} from "../../../../claims/evidence/claimResult.js";
import type { ProvedInPart } from "../../../../claims/evidence/claim.js";
import { allRefused } from "../../../../claims/controls/control.js";
import type {
  FoundTable,
  Numeric,
  Proved,
  Refuted,
  Sampled,
  Verdict,
} from "../../../../claims/evidence/verdict.js";
import { visible } from "../../../terminal/visible.js";

/** A verdict as a badge of a few words. */
export function badge(verdict: Verdict): string {
  switch (verdict.kind) {
    case "proved":
      return verdict.held ? `proved${verdict.kept ? " (kept run)" : ""}` : `FAILED proof ${verdict.theorem}`;
    case "exhaustive":
      return `${verdict.held ? "exhaustive" : "FAILED exhaustive"} ${grouped(verdict.visited)}`;
    case "certified":
      return `${verdict.held ? "certified" : "FAILED certified"} ${grouped(verdict.accepted)}`;
    case "sampled":
      return `${verdict.held ? "sampled" : "FAILED sampled"} ${grouped(verdict.distinct)}`;
    case "numeric":
      return numericBadge(verdict);
    case "refuted as stated":
      return verdict.held ? "refuted as stated" : "FAILED refutation";
    case "missing":
      return "missing";
  }
}

/** The badges of a claim: a kind each, with the number of cases of every check of that kind. */
export function badges({ verdicts, provedInPart }: ClaimResult): string[] {
  const held = <Kind extends HeldKind>(kind: Kind): Extract<Verdict, { kind: Kind }>[] =>
    verdicts.filter(
      (verdict): verdict is Extract<Verdict, { kind: Kind }> => verdict.kind === kind && !failed(verdict),
    );
  const cases = (kind: string, counts: readonly string[]): string[] =>
    counts.length === 0 ? [] : [`${kind} ${counts.map(grouped).join(" + ")}`];
  const theorems = held("proved");
  return [
    ...verdicts
      .filter(
        (verdict) => failed(verdict) || verdict.kind === "missing" || verdict.kind === "refuted as stated",
      )
      .map(badge),
    ...(theorems.length === 0 ? [] : [provedBadge(theorems, provedInPart)]),
    ...cases(
      "certified",
      held("certified").map(({ accepted }) => accepted),
    ),
    ...cases(
      "exhaustive",
      held("exhaustive").map(({ visited }) => visited),
    ),
    ...cases(
      "sampled",
      held("sampled").map(({ distinct }) => distinct),
    ),
    ...held("numeric").map(numericBadge),
  ];
}

type HeldKind = Exclude<Verdict["kind"], "missing">;

/**
 * The badge of proofs: which part, unless it is the whole; whether the run was kept; how many theorems; and
 * which axioms they rest on.
 */
function provedBadge(theorems: readonly Proved[], partly: ProvedInPart | undefined): string {
  const lists = theorems.map(({ assumptions }) => assumptions).filter((list) => list !== undefined);
  const axioms = [...new Set(lists.flat())];
  const rest = `${counted(theorems.length, "theorem")}, ${axiomsNamed(axioms, " ")}`;
  const kept = theorems.some((theorem) => theorem.kept) ? " (kept run)" : "";
  return partly === undefined ? `proved${kept}, ${rest}` : `proved in part${kept}: ${partly.part}; ${rest}`;
}

function axiomsNamed(axioms: readonly string[] | undefined, between: string): string {
  if (axioms === undefined) return "axioms unknown";
  return axioms.length === 0 ? "no axioms" : `axioms ${axioms.join(between)}`;
}

/** The title, and below it the answer, if the claim is a question that the run answered. */
export function titleLines({ title, answer }: ClaimResult): string[] {
  return answer === undefined ? [title] : [title, `answer: ${answer}`];
}

/** What the theorems of a claim leave open; undefined if none was accepted, or if they prove the whole. */
export function openPart({ provedInPart }: ClaimResult): string | undefined {
  return (
    provedInPart &&
    `proved in part: ${provedInPart.part}. Left open by the theorems: ${provedInPart.leavesOpen}`
  );
}

/**
 * The badge of a check in floats: how many numbers, the error that came closest to its bound, and the
 * backend.
 */
function numericBadge({ held, cases, error, bound, backend }: Numeric): string {
  const worst = held ? `, error ${scientific(error)} of ${scientific(bound)} allowed` : "";
  return `${held ? "numeric" : "FAILED numeric"} ${grouped(cases)} on ${backend.name}${worst}`;
}

/** Two digits and a power of ten. */
function scientific(value: number | null): string {
  return value === null ? "no number" : value.toExponential(1);
}

/** The tables of values that the evidence found, each with the id of its claim in the title. */
export function foundTables({ claims }: VerificationResult): FoundTable[] {
  return claims.flatMap(({ id, verdicts }) =>
    verdicts.flatMap((verdict) =>
      verdict.kind === "exhaustive" && verdict.table !== undefined
        ? [{ ...verdict.table, title: `${id}: ${verdict.table.title}` }]
        : [],
    ),
  );
}

/** Where a reader of the table finds what it says. */
export const KEY = "what verdicts mean: docs/verdicts.md; all of one claim: equiloss explain <claim>";

/** A verdict as a sentence or two, for lists of evidence. */
export function sentence(verdict: Verdict): string {
  return visible(wordsOf(verdict));
}

function wordsOf(verdict: Verdict): string {
  switch (verdict.kind) {
    case "proved": {
      const axioms = axiomsNamed(verdict.assumptions, ", ");
      const when = verdict.kept ? " in an earlier run, not now" : "";
      return `${verdict.what} (theorem ${verdict.theorem}, ${axioms}, ${verdict.by}${when})${tail(verdict)}`;
    }
    case "exhaustive":
      return (
        `${verdict.what}; ${verdict.range}; ` +
        `${grouped(verdict.visited)} of ${grouped(verdict.expected)} cases${tail(verdict)}`
      );
    case "certified":
      return (
        `${verdict.what}; ${verdict.range}; ` +
        `${grouped(verdict.accepted)} of ${grouped(verdict.expected)} certificates accepted${tail(verdict)}`
      );
    case "sampled":
      return (
        `${verdict.what}; ${verdict.cases} random cases, ` +
        `${different(verdict)}; seed ${verdict.seed}${tail(verdict)}`
      );
    case "numeric": {
      const { name, device, version, precision } = verdict.backend;
      const where = verdict.place === undefined ? "" : ` (${verdict.place})`;
      const backend = `${name} (${device}, tfjs ${version}, ${precision})`;
      const [error, bound] = [verdict.error, verdict.bound].map(scientific);
      return (
        `${verdict.what}; ${grouped(verdict.cases)} numbers on ${backend}, seed ${verdict.seed}; ` +
        `closest to its bound: error ${error}, bound ${bound}${where}${tail(verdict)}`
      );
    }
    case "refuted as stated": {
      const example = Object.entries(verdict.counterexample).map(([name, value]) => `${name} ${value}`);
      return `${verdict.what}; ${example.join(", ")}. Corrected: ${verdict.corrected}${tail(verdict)}`;
    }
    case "missing":
      return "no evidence yet";
  }
}

/** A refutation in lines with labels: what is refuted, each part of the counterexample, and what holds. */
export function refutationLines({ what, counterexample, corrected }: Refuted): string[] {
  const shown = Object.entries(counterexample).map(([name, value]) => `${name}: ${value}`);
  const labelled = (label: string, texts: readonly string[]): string[] =>
    texts.map((text, index) => `${(index === 0 ? label : "").padEnd(LABEL)}${visible(text)}`);
  return [
    ...labelled("refuted", [what]),
    ...labelled("shown by", shown),
    ...labelled("corrected", [corrected]),
  ];
}

/** Characters of the labels of a refutation, with the gap after them. */
const LABEL = 11;

/** Decimal digits in groups of three. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
}

function tail({ failure }: { readonly failure?: string }): string {
  return failure === undefined ? "" : `. FAILED: ${failure}`;
}

/** The outcome of the proofs. */
export function proofsLine({ proofs }: VerificationResult): string {
  if (!proofs.ran) return `proofs: NOT RUN; ${visible(proofs.reason)}`;
  const left = proofs.leftOut.length === 0 ? "" : `; left to native Coq: ${proofs.leftOut.join(", ")}`;
  const problems = proofs.problems.length === 0 ? "" : `: ${visible(proofs.problems.join("; "))}`;
  const judgement = `${proofs.held ? "checked" : "FAILED"} by ${proofs.by}`;
  if (!proofs.cached) return `proofs: ${judgement}${left}${problems}`;
  const forged =
    proofs.keptIn === undefined ? "" : `; whoever can write ${visible(proofs.keptIn)} can forge it`;
  return `proofs: NOT CHECKED NOW, kept from an earlier run: ${judgement}${left}${problems}${forged}`;
}

/** What was required of the run and not done, a line for each. */
export function unmetLines({ unmet }: VerificationResult): string[] {
  return unmet === undefined ? [] : [`required: NOT DONE; ${visible(unmet)}`];
}

/** How many planted errors were refused, and which were not. */
export function controlsLine({ controls }: VerificationResult): string {
  const { count, refused, unrefused } = controls;
  const numbers = `${grouped(refused.toString())} of ${grouped(count.toString())} planted errors refused`;
  if (allRefused(controls)) return `controls: ${numbers}`;
  return `controls: FAILED, ${numbers}; not refused: ${visible(unrefused.join("; "))}`;
}

/** The outcome of a run as a whole. */
export function outcome({ ok, unmet, claims }: VerificationResult): string {
  if (ok) return "every check held";
  const verdicts = claims.flatMap((claim) => claim.verdicts);
  if (unmet !== undefined && !verdicts.some(failed)) return "REQUIRED AND NOT DONE";
  return verdicts.some(({ kind }) => kind !== "missing") ? "SOME CHECKS FAILED" : "NOTHING WAS CHECKED";
}

/** How many of the random cases differ: the same small case may be drawn again. */
function different({ cases, distinct }: Sampled): string {
  return distinct === cases ? "all different" : `${distinct} different ones, some drawn again`;
}
