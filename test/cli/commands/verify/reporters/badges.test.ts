import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import type { ClaimResult, VerificationResult } from "../../../../../src/claims/evidence/claimResult.js";
import type { Exhaustive, Proved } from "../../../../../src/claims/evidence/verdict.js";
import { junit } from "../../../../../src/cli/commands/verify/reporters/junit.js";
import { markdown } from "../../../../../src/cli/commands/verify/reporters/markdown.js";
import { pretty } from "../../../../../src/cli/commands/verify/reporters/pretty.js";
import { badge, badges, outcome, sentence } from "../../../../../src/cli/commands/verify/reporters/wording.js";

const theorem: Proved = {
  kind: "proved",
  held: true,
  what: "it grows",
  theorem: "grows",
  assumptions: [],
  by: "Coq 8.16.1 and coqchk",
};
const kept: Proved = { ...theorem, kept: true };
const all: Exhaustive = {
  kind: "exhaustive",
  held: true,
  what: "pairs",
  range: "m ≤ 8",
  visited: "8",
  expected: "8",
};
const provedInPart = { part: "counts | only", leavesOpen: "what is < counted" };

const claim = (id: string, ...verdicts: ClaimResult["verdicts"]): ClaimResult => ({
  id,
  title: "Does it grow?",
  source: "a paper",
  statement: "It grows",
  hypotheses: [],
  verdicts,
});

const partly = { ...claim("partly", theorem, theorem, all), provedInPart };
const answered = { ...claim("answered", all), answer: "yes | twice" };

const result: VerificationResult = {
  ok: true,
  maxM: 8,
  seed: 5,
  version: "1.2.3",
  proofs: { ran: true, held: true, by: "Coq", cached: false, leftOut: [], problems: [] },
  controls: { count: 2, refused: 2, unrefused: [] },
  claims: [partly, answered, claim("whole", kept)],
};

type Suite = Record<string, unknown>;
const suitesOf = (text: string): Suite[] => {
  const document = convert(text, { format: "object" }) as { testsuites: { testsuite: Suite | Suite[] } };
  return [document.testsuites.testsuite].flat();
};

describe("a badge of what is proved", () => {
  it("says which part, and that nothing checked it now", () => {
    expect(badges(claim("whole", theorem))).toEqual(["proved, 1 theorem, no axioms"]);
    expect(badges(partly)[0]).toBe("proved in part: counts | only; 2 theorems, no axioms");
    expect(badges(claim("kept", kept))).toEqual(["proved (kept run), 1 theorem, no axioms"]);
    expect(badges({ ...claim("kept", theorem, kept), provedInPart })).toEqual([
      "proved in part (kept run): counts | only; 2 theorems, no axioms",
    ]);
    expect([theorem, kept].map(badge)).toEqual(["proved", "proved (kept run)"]);
    expect(sentence(kept)).toBe(
      "it grows (theorem grows, no axioms, Coq 8.16.1 and coqchk in an earlier run, not now)",
    );
  });

  it("stands in every table, with what is left open where there is room for it", () => {
    const lines = stripVTControlCharacters(pretty(result)).split("\n");
    const row = lines.findIndex((line) => line.includes("│ partly "));
    expect(lines.slice(row, row + 3)).toEqual([
      expect.stringMatching(/│ partly +│ proved in part: counts \| only +│ Does it grow\? +│/),
      expect.stringMatching(/│ +│ {3}2 theorems, no axioms +│ +│/),
      expect.stringMatching(/│ +│ exhaustive 8 +│ +│/),
    ]);
    const open = "proved in part: counts | only. Left open by the theorems: what is < counted";
    expect(markdown(result).split("\n")).toContain(`  - ${open.replace("|", "\\|").replace("<", "&lt;")}`);
    const [first, , last] = suitesOf(junit(result));
    expect(first?.properties).toEqual({
      property: { "@name": "proved", "@value": open.replace("<", "&lt;") },
    });
    expect(last).not.toHaveProperty("properties");
    expect(last).toMatchObject({ testcase: { "@name": "proved (kept run): it grows" } });
  });
});

describe("the answer of a question", () => {
  it("stands below the title, and not where there is none", () => {
    const lines = stripVTControlCharacters(pretty(result)).split("\n");
    expect(lines).toContainEqual(expect.stringMatching(/│ answered +│ exhaustive 8 +│ Does it grow\? +│/));
    expect(lines.filter((line) => line.includes("answer:"))).toEqual([
      expect.stringMatching(/│ +│ +│ answer: yes \| twice +│/),
    ]);
    expect(markdown(result)).toContain("| Does it grow?<br>answer: yes \\| twice | a paper |");
    expect(suitesOf(junit(result))[1]?.properties).toEqual({
      property: { "@name": "answer", "@value": "yes | twice" },
    });
  });
});

describe("what was required and not done", () => {
  const unmet: VerificationResult = { ...result, ok: false, unmet: "no Coq \u001b here" };

  it("is told at the end, and in the heading", () => {
    expect(outcome(unmet)).toBe("REQUIRED AND NOT DONE");
    expect(stripVTControlCharacters(pretty(unmet))).toContain(
      "\nproofs: checked by Coq\ncontrols: 2 of 2 planted errors refused\nrequired: NOT DONE; no Coq \\e here\nREQUIRED AND NOT DONE: 3 claims with evidence",
    );
    expect(markdown(unmet)).toMatch(/^# equiloss 1\.2\.3: required and not done\n/);
    expect(markdown(unmet)).toContain(
      "proofs: checked by Coq. controls: 2 of 2 planted errors refused. required: NOT DONE; no Coq \\\\e here.\n",
    );
    const failing = { ...all, held: false, failure: "7" };
    expect(outcome({ ...unmet, claims: [claim("one", failing)] })).toBe("SOME CHECKS FAILED");
  });

  it("is a failure of JUnit's, beside the claims", () => {
    const text = junit(unmet);
    expect(text).toContain('<testsuites name="equiloss" tests="7" failures="1" skipped="0">');
    expect(suitesOf(text).at(-1)).toEqual({
      "@name": "required",
      "@tests": "1",
      "@failures": "1",
      "@skipped": "0",
      testcase: {
        "@classname": "required",
        "@name": "required",
        failure: { "@message": "REQUIRED AND NOT DONE", "#": "required: NOT DONE; no Coq \\e here" },
      },
    });
    expect(junit(result)).toContain('tests="6" failures="0"');
  });
});

describe("a run that isn't ok has a failure of JUnit's, whatever claims it is about", () => {
  it.each<[string, string, Partial<VerificationResult>]>([
    [
      "proofs",
      "SOME PROOFS FAILED",
      { proofs: { ...result.proofs, held: false, problems: ["no \u001b"] } as typeof result.proofs },
    ],
    ["run", "NOTHING WAS CHECKED", { claims: [claim("open", { kind: "missing" })] }],
  ])("%s", (name, message, part) => {
    const text = junit({ ...result, claims: [answered], ok: false, ...part });
    expect(text).toMatch(/^<testsuites name="equiloss" tests="3" failures="1" /m);
    const last = suitesOf(text).at(-1);
    expect(last).toMatchObject({ "@name": name, "@tests": "1", "@failures": "1" });
    expect(last?.testcase).toMatchObject({ failure: { "@message": message } });
    expect(text).not.toContain("\u001b");
  });
});
