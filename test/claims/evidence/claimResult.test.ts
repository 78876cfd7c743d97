import { describe, expect, it, test } from "vitest";
import type { Claim } from "../../../src/claims/evidence/claim.js";
import { claimResult } from "../../../src/claims/evidence/claimResult.js";
import { claims } from "../../../src/claims/registry.js";
import type { Exhaustive, Proved } from "../../../src/claims/evidence/verdict.js";

const counts = { visited: "1", expected: "1" };
const held: Exhaustive = { kind: "exhaustive", held: true, what: "pairs", range: "m ≤ 8", ...counts };
const failing: Exhaustive = { ...held, held: false, failure: "the first" };
const proved = { kind: "proved", held: true, what: "it grows", assumptions: [], by: "Coq" } as const;
const theorem = (name: string): Proved => ({ ...proved, theorem: name });
const unproved: Proved = { ...theorem("grows"), held: false, failure: "line 3" };

const evidence = ["one", "two"].map((name) => ({ name, kind: "exhaustive" as const, run: () => held }));

/** A question that cites two theorems. */
const question: Claim = {
  id: "open-question",
  title: "Does it grow?",
  source: "a paper",
  statement: "Yes",
  hypotheses: [],
  answer: "yes, twice",
  evidence,
  theorems: ["grows", "grows_twice"],
};
const both = [theorem("grows"), theorem("grows_twice")];

describe("the answer of an open question", () => {
  it.each([
    ["all its evidence held", [held, held]],
    ["the theorems are proved too", [...both, held, held]],
    ["theorems are left out", [theorem("grows"), held, held]],
  ])("is given where %s", (_, verdicts) => {
    expect(claimResult(question, verdicts)).toMatchObject({ answer: "yes, twice" });
  });

  it.each([
    ["a piece of evidence fails", [held, failing]],
    ["a piece of evidence is missing", [held]],
    ["a proof replaces a piece of evidence", [held, theorem("grows")]],
    ["the only verdict is missing", [held, { kind: "missing" } as const]],
    ["a proof fails", [unproved, theorem("grows_twice"), held, held]],
    ["there are no verdicts", []],
  ])("is not given where %s", (_, verdicts) => {
    expect(claimResult(question, verdicts)).not.toHaveProperty("answer");
  });

  it("is not given for a claim without evidence, even if it is proved", () => {
    expect(claimResult({ ...question, evidence: [] }, both)).not.toHaveProperty("answer");
  });
});

test("a claim has an answer exactly if its title is a question", () => {
  const questions = claims.filter(({ title }) => title.endsWith("?")).map(({ id }) => id);
  // Those of §6, and that of what Figure 1 is said to show.
  expect(questions.sort()).toEqual(["fig-1", "open-other-critical", "open-strict-saddles"]);
  const answered = claims.filter(({ answer }) => answer !== undefined).map(({ id }) => id);
  expect(answered.sort()).toEqual(questions);
  for (const { id, answer } of claims)
    if (answer !== undefined) expect([id, answer]).toEqual([id, expect.stringMatching(/^(?:yes|no)\b/)]);
});

describe("what is proved in part", () => {
  const provedInPart = { part: "counts only", leavesOpen: "what is counted" };
  const partly: Claim = { ...question, provedInPart };

  it("is as the claim has it, where its theorems are proved", () => {
    expect(claimResult(partly, [...both, held])).toMatchObject({ provedInPart });
    expect(claimResult(question, [...both, held])).not.toHaveProperty("provedInPart");
  });

  it.each([
    ["left out", [theorem("grows"), held]],
    ["failed", [{ ...unproved, theorem: "grows_twice" }, theorem("grows"), held]],
  ])("is less by a theorem that is %s", (_, verdicts) => {
    expect(claimResult(question, verdicts)).toMatchObject({
      provedInPart: { part: "all but grows_twice", leavesOpen: "what grows_twice would prove" },
    });
    expect(claimResult(partly, verdicts)).toMatchObject({
      provedInPart: {
        part: "counts only, all but grows_twice",
        leavesOpen: "what is counted; what grows_twice would prove",
      },
    });
  });

  it("numbers the theorems that are lacking, if there are several", () => {
    const theorems = ["grows", "shrinks", "grows_twice"];
    expect(claimResult({ ...question, theorems }, [theorem("grows")])).toMatchObject({
      provedInPart: { part: "all but 2 theorems", leavesOpen: "what shrinks, grows_twice would prove" },
    });
  });

  it.each([
    ["were not run", [held]],
    ["all failed", [unproved, { ...unproved, theorem: "grows_twice" }, held]],
  ])("is nothing where the proofs %s", (_, verdicts) => {
    expect(claimResult(partly, verdicts)).not.toHaveProperty("provedInPart");
  });
});

test("the argument and the limits of a claim come with its statement, if it has any", () => {
  expect(claimResult(question, [held])).not.toHaveProperty("argument");
  expect(claimResult(question, [held])).not.toHaveProperty("limits");
  const whole = { ...question, argument: "It does.", limits: "not twice" };
  expect(claimResult(whole, [held])).toMatchObject({ argument: "It does.", limits: "not twice" });
});
