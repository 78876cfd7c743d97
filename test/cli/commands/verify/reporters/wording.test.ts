import { describe, expect, it } from "vitest";
import type { ProofsResult } from "../../../../../src/claims/evidence/claimResult.js";
import type { Verdict } from "../../../../../src/claims/evidence/verdict.js";
import {
  badge,
  badges,
  controlsLine,
  grouped,
  outcome,
  proofsLine,
  sentence,
} from "../../../../../src/cli/commands/verify/reporters/wording.js";
import * as results from "./results.js";

const FORMULA = "printed formula; r 3, left 60. Corrected: with a factorial";
const GROWS = "it grows | always (theorem it_grows";

describe("a verdict", () => {
  it.each<[Verdict, string, string]>([
    [results.whole, "exhaustive 1,234,567", "pairs a|b; r ≤ m ≤ 8; 1,234,567 of 1,234,567 cases"],
    [
      results.lost,
      "FAILED exhaustive 99",
      'pairs a|b; r ≤ m ≤ 8; 99 of 1,234,567 cases. FAILED: at <[1,2]> & "x" ]]>\\n\\u{0}\\e[31m\\ *',
    ],
    [
      results.random,
      "sampled 1,999",
      "law; 2000 random cases, 1999 different ones, some drawn again; seed 5",
    ],
    [
      results.unlucky,
      "FAILED sampled 1,999",
      "law; 2000 random cases, 1999 different ones, some drawn again; seed 5. FAILED: counterexample [0]",
    ],
    [results.finding, "refuted as stated", FORMULA],
    [results.vanished, "FAILED refutation", `${FORMULA}. FAILED: both sides are 60`],
    [results.missing, "missing", "no evidence yet"],
    [results.theorem, "proved", `${GROWS}, no axioms, Coq 8.16.1 and coqchk)`],
    [
      results.kept,
      "proved (kept run)",
      `${GROWS}, no axioms, Coq 8.16.1 and coqchk in an earlier run, not now)`,
    ],
    [
      results.unproved,
      "FAILED proof it_grows",
      `${GROWS}, axioms bad, worse, Coq 8.16.1 and coqchk). FAILED: line 3: \\e[31m <Error>`,
    ],
  ])("is a few words and a sentence, without control characters: %j", (verdict, words, text) => {
    expect([badge(verdict), sentence(verdict)]).toEqual([words, text]);
  });

  it.each([
    ["", ""],
    ["1", "1"],
    ["999", "999"],
    ["1000", "1,000"],
    ["-1000", "-1,000"],
    ["123456", "123,456"],
    ["1234567", "1,234,567"],
  ])("groups the digits %s as %s", (digits, shown) => {
    expect(grouped(digits)).toBe(shown);
  });
});

describe("the badges of a claim", () => {
  it("put what failed first, add up nothing, and count theorems", () => {
    expect([...results.failing.claims, ...results.proved.claims].map(badges)).toEqual([
      ["FAILED sampled 1,999", "exhaustive 1,234,567 + 8", "sampled 1,999"],
      ["FAILED exhaustive 99"],
      ["refuted as stated", "FAILED refutation"],
      ["missing"],
      ["proved, 2 theorems, no axioms", "exhaustive 1,234,567"],
      ["proved, 1 theorem, no axioms"],
      ["FAILED proof it_grows", "proved, 1 theorem, no axioms"],
    ]);
  });

  it("say which part is proved, and that nothing checked it now", () => {
    expect(badges(results.partly)[0]).toBe("proved in part: counts | only; 2 theorems, no axioms");
    expect(badges(results.claimOf("kept", results.kept))).toEqual([
      "proved (kept run), 1 theorem, no axioms",
    ]);
    expect(badges({ ...results.partly, verdicts: [results.theorem, results.kept] })).toEqual([
      "proved in part (kept run): counts | only; 2 theorems, no axioms",
    ]);
  });
});

describe("a run as a whole", () => {
  it("names controls that are not refused", () => {
    expect(controlsLine(results.unrefused)).toBe(
      "controls: FAILED, 1 of 3 planted errors refused; not refused: digest: accepted; NaN: \\e held",
    );
  });

  it.each<[ProofsResult, string]>([
    [results.proofs, "checked by Coq 8.16.1"],
    [
      { ...results.proofs, cached: true, keptIn: "/kept/\u001b", leftOut: ["thresholds", "others"] },
      "NOT CHECKED NOW, kept from an earlier run: checked by Coq 8.16.1; left to native Coq: thresholds, others; whoever can write /kept/\\e can forge it",
    ],
    [
      { ...results.proofs, held: false, problems: ["A.v: line 3: \u001b", "B.v: needs A"] },
      "FAILED by Coq 8.16.1: A.v: line 3: \\e; B.v: needs A",
    ],
    [{ ran: false, reason: "no Coq here" }, "NOT RUN; no Coq here"],
  ])("says of the proofs %j: %s", (result, line) => {
    expect(proofsLine({ ...results.holding, proofs: result })).toBe(`proofs: ${line}`);
    expect(results.onTerminal({ ...results.holding, proofs: result })).toContain(`\nproofs: ${line}\n`);
  });

  it("puts failures before what was required and not done", () => {
    expect(outcome(results.unmet)).toBe("REQUIRED AND NOT DONE");
    expect(outcome({ ...results.unmet, claims: [results.claimOf("one", results.lost)] })).toBe(
      "SOME CHECKS FAILED",
    );
  });
});
