import { stripVTControlCharacters } from "node:util";
import type * as claims from "../../../../../src/claims/evidence/claimResult.js";
import type * as evidence from "../../../../../src/claims/evidence/verdict.js";
import { pretty } from "../../../../../src/cli/commands/verify/reporters/pretty.js";

export const whole: evidence.Exhaustive = {
  kind: "exhaustive",
  held: true,
  what: "pairs a|b",
  range: "r ≤ m ≤ 8",
  visited: "1234567",
  expected: "1234567",
};
export const lost: evidence.Exhaustive = {
  ...whole,
  held: false,
  visited: "99",
  failure: 'at <[1,2]> & "x" ]]>\n\u0000\u001b[31m\\ *',
};
const drawn = { property: "def-1", cases: "2000", distinct: "1999", seed: 5 };
export const random: evidence.Sampled = { kind: "sampled", held: true, what: "law", ...drawn };
export const unlucky: evidence.Sampled = { ...random, held: false, failure: "counterexample [0]" };
export const finding: evidence.Refuted = {
  kind: "refuted as stated",
  held: true,
  what: "printed formula",
  counterexample: { r: "3", left: "60" },
  corrected: "with a factorial",
};
export const vanished: evidence.Refuted = { ...finding, held: false, failure: "both sides are 60" };
export const missing = { kind: "missing" } as const;
export const theorem: evidence.Proved = {
  kind: "proved",
  held: true,
  what: "it grows | always",
  theorem: "it_grows",
  assumptions: [],
  by: "Coq 8.16.1 and coqchk",
};
export const kept: evidence.Proved = { ...theorem, kept: true };
export const unproved: evidence.Proved = {
  ...theorem,
  held: false,
  assumptions: ["bad", "worse"],
  failure: "line 3: \u001b[31m <Error>",
};

/** A claim with these verdicts. */
export const claimOf = (id: string, ...verdicts: readonly claims.TimedVerdict[]): claims.ClaimResult => ({
  id,
  title: `Title | of ${id}`,
  source: `Paper, ${id}`,
  statement: "T < G * 2",
  hypotheses: [],
  verdicts,
});

const judged = { cached: false, leftOut: [], problems: [] };
export const proofs: Extract<claims.ProofsResult, { ran: true }> = {
  ran: true,
  held: true,
  by: "Coq 8.16.1",
  ...judged,
};

export const failing: claims.VerificationResult = {
  format: "equiloss-verification/1",
  started: "2026-01-31T12:00:00Z",
  seconds: 61.5,
  ok: false,
  maxM: 8,
  seed: 5,
  version: "1.2.3",
  proofs,
  controls: { count: 1200, refused: 1200, unrefused: [] },
  claims: [
    claimOf("one", whole, { ...whole, visited: "8" }, random, unlucky),
    claimOf("two", lost),
    claimOf("three", finding, vanished),
    claimOf("four", missing),
  ],
};
export const holding: claims.VerificationResult = {
  ...failing,
  ok: true,
  claims: [claimOf("one", whole, random), claimOf("three", finding), claimOf("four", missing)],
};
const byTheorems = [claimOf("one", whole, theorem, theorem), claimOf("two", theorem)];
export const proved: claims.VerificationResult = {
  ...holding,
  claims: [...byTheorems, claimOf("three", unproved, theorem)],
};

/** A claim that theorems prove in part. */
export const partly: claims.ClaimResult = {
  ...claimOf("partly", theorem, theorem, whole),
  provedInPart: { part: "counts | only", leavesOpen: "what is < counted" },
};
/** A claim that is a question, with its answer; one that is proved in part, and one by a kept run. */
export const answered: claims.ClaimResult = { ...claimOf("answered", whole), answer: "yes | twice" };
export const mixed: claims.VerificationResult = {
  ...holding,
  claims: [partly, answered, claimOf("kept", kept)],
};

export const unrefused: claims.VerificationResult = {
  ...holding,
  ok: false,
  controls: { count: 3, refused: 1, unrefused: ["digest: accepted", "NaN: \u001b held"] },
};
export const unmet: claims.VerificationResult = { ...mixed, ok: false, unmet: "no Coq \u001b here" };

/** The table for a terminal of this width, without colours. */
export const onTerminal = (result: claims.VerificationResult, width = 200): string =>
  stripVTControlCharacters(pretty(result, { width, isTerminal: true }));
