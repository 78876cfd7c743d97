import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Outcome, PROVE, outcomeOf, zero } from "./nativeRuns.js";
import { type Changes, HAS_COQ, replaced, tinyProofs } from "./tinyProofs.js";

const GOOD: Outcome = { grows: "proved", grows_twice: "proved", double_zero: "proved", problems: [] };

/** Zero.v fails with this, and nothing else does. */
const inZero = (problem: string): Outcome => ({
  ...GOOD,
  double_zero: problem,
  problems: [`Zero.v: ${problem}`],
});

const ACKNOWLEDGE = "read it, then acknowledge it (--acknowledge)";
const REMAKE = "Audit.v doesn't ask for every theorem: --acknowledge remakes it";
const all = (problem: string): Outcome => ({
  grows: problem,
  grows_twice: problem,
  double_zero: problem,
  problems: [problem],
});

/** Zero rests on a file in a folder. */
const NESTED: Changes = {
  _CoqProject: replaced("Zero.v", "Sub/More.v\nZero.v"),
  "Sub/More.v": () => "Definition more : 0 = 0 := eq_refl.",
  "Zero.v": (text) => `From Equiloss.Sub Require Import More.\n${text.replace("reflexivity", "exact more")}`,
};

/** What is planted, and what the run says; regular expressions where Coq has its say. */
const PLANTS: readonly (readonly [string, Changes, Outcome | Record<string, unknown>])[] = [
  [
    "Admitted",
    { "Zero.v": replaced("reflexivity. Qed.", "Admitted.") },
    inZero("line 4: proofs must not use Admitted"),
  ],
  [
    "an axiom that a theorem uses",
    { "Zero.v": zero("Axiom bad : DoubleZero.\nTheorem double_zero : DoubleZero.\nProof. exact bad. Qed.") },
    inZero("line 3: proofs must not use Axiom"),
  ],
  [
    "an axiom that nothing uses",
    { "Zero.v": (text) => `${text}\nAxiom bad : False.\n` },
    inZero("line 6: proofs must not use Axiom"),
  ],
  [
    "an axiom of Coq's library",
    {
      "Zero.v": zero(`From Coq.Logic Require Import Classical_Prop.
Theorem double_zero : DoubleZero. Proof. destruct (classic False); reflexivity. Qed.`),
    },
    {
      ...all(
        "the axioms of double_zero are not those in expected/assumptions.txt: --acknowledge writes them",
      ),
      double_zero: "it rests on Classical_Prop.classic",
    },
  ],
  [
    "words that say more than a statement",
    { "Statements.v": replaced("(** Twice 0 is 0. *)", "(** Twice 0 is 1. *)") },
    { ...GOOD, double_zero: `DoubleZero in Statements.v is not as it was acknowledged: ${ACKNOWLEDGE}` },
  ],
  [
    "a weaker statement",
    {
      "Statements.v": replaced("double 0 = 0", "double 0 = double 0"),
    },
    { ...GOOD, double_zero: `DoubleZero in Statements.v is not as it was acknowledged: ${ACKNOWLEDGE}` },
  ],
  [
    "a weaker definition",
    { "Statements.v": replaced("n + n.", "(fun m => m + m) n.") },
    all(`double in Statements.v is not as it was acknowledged: ${ACKNOWLEDGE}`),
  ],
  [
    "a proof that fails",
    { "Growth.v": replaced("(le_add n n)", "(le_add n)") },
    {
      grows: expect.stringMatching(/^File "\.\/Growth\.v", line 7, characters [0-9-]+: Error: .*has type/),
      grows_twice: "needs Growth, which failed",
      double_zero: "proved",
      problems: [
        expect.stringMatching(/^Growth\.v: File "\.\/Growth\.v", line 7/),
        "Twice.v: needs Growth, which failed",
      ],
    },
  ],
  [
    "a theorem that is gone",
    { "Zero.v": zero("") },
    {
      grows: REMAKE,
      grows_twice: REMAKE,
      double_zero: "no theory has Theorem double_zero : DoubleZero.",
      problems: [REMAKE],
    },
  ],
  ["an audit without a theorem", { "Audit.v": replaced("Print Assumptions grows.\n", "") }, all(REMAKE)],
  ["no audit", { "Audit.v": () => "" }, all(REMAKE)],
  [
    "other axioms expected",
    { "expected/assumptions.txt": replaced("grows: no axioms", "grows: bad") },
    all("the axioms of grows are not those in expected/assumptions.txt: --acknowledge writes them"),
  ],
  [
    "expectations that can't be read",
    { "expected/statements.json": () => "null" },
    {
      grows: `Grows in Statements.v is not as it was acknowledged: ${ACKNOWLEDGE}`,
      problems: expect.arrayContaining([
        `double in Statements.v is not as it was acknowledged: ${ACKNOWLEDGE}`,
      ]),
    },
  ],
  [
    "no statement",
    { "Statements.v": () => "" },
    { problems: expect.arrayContaining(["Statements.v states nothing"]) },
  ],
  // Ways to prove another thing under the name of the statement.
  [
    "a statement of the same name in the theory",
    { "Zero.v": zero(`Definition DoubleZero : Prop := True.\n${PROVE.replace("reflexivity", "exact I")}`) },
    {
      ...GOOD,
      double_zero: expect.stringMatching(
        /"Zero\.double_zero" has type "Zero\.DoubleZero" while it is expected/,
      ),
    },
  ],
  [
    "a local one",
    { "Zero.v": zero(`Local Definition DoubleZero := True.\n${PROVE.replace("reflexivity", "exact I")}`) },
    { ...GOOD, double_zero: expect.stringMatching(/"Zero\.double_zero" has type/) },
  ],
  [
    "an abbreviation of that name",
    { "Zero.v": zero(`Notation DoubleZero := True.\n${PROVE.replace("reflexivity", "exact I")}`) },
    inZero("line 3: proofs must not use Notation"),
  ],
  [
    "an argument of that name",
    {
      "Zero.v": zero(`Section S. Variable DoubleZero : Prop. Hypothesis H : DoubleZero.
${PROVE.replace("reflexivity", "exact H")} End S.`),
    },
    { ...GOOD, double_zero: expect.stringMatching(/"Zero\.double_zero" has type/) },
  ],
  [
    "a hypothesis of the section",
    {
      "Zero.v": zero(
        `Section S. Hypothesis H : DoubleZero.\n${PROVE.replace("reflexivity", "exact H")} End S.`,
      ),
    },
    { ...GOOD, double_zero: expect.stringMatching(/"Zero\.double_zero" has type/) },
  ],
  [
    "a coercion from a weaker record",
    {
      "Zero.v": zero(`Record Weak : Prop := { weak :> True }. Local Definition DoubleZero := Weak.
${PROVE.replace("reflexivity", "exact (Build_Weak I)")}`),
    },
    { ...GOOD, double_zero: expect.stringMatching(/"Zero\.double_zero" has type/) },
  ],
  [
    "a module called Statements",
    { "Zero.v": zero(`Module Statements. Definition DoubleZero := True. End Statements.\n${PROVE}`) },
    inZero("line 3: proofs must not use Module"),
  ],
  // Ways to hide an axiom, each of which Coq accepts.
  [
    "an axiom behind a brace with its goal",
    { "Zero.v": zero("Lemma a : True. Proof. 1:{ Axiom bad : DoubleZero. exact I. } Qed.") },
    {
      double_zero: "no theory has Theorem double_zero : DoubleZero.",
      problems: [REMAKE, "Zero.v: line 3: proofs must not use Axiom"],
    },
  ],
  [
    "an axiom behind a sign that ends in a bracket",
    {
      "Zero.v": zero(`Notation "x +(* y" := (x + y) (at level 50).
Definition a := 1 +(* 1. Axiom bad : DoubleZero. (*"*)"*)
${PROVE}`),
    },
    {
      double_zero: "no theory has Theorem double_zero : DoubleZero.",
      problems: [REMAKE, "Zero.v: line 3: proofs must not use Notation"],
    },
  ],
  [
    "a guard switched off",
    {
      "Zero.v": zero(`Unset Guard Checking.
Fixpoint bad (n : nat) : DoubleZero := bad n.
Theorem double_zero : DoubleZero.
Proof. exact (bad 0). Qed.`),
    },
    inZero("line 3: proofs must not use Unset"),
  ],
  [
    "an import that isn't seen",
    { "Zero.v": zero(`Require Import Equiloss.Growth.\n${PROVE}`) },
    inZero(
      "line 3: write From Coq Require or From Equiloss Require Import, so that it is known what rests on what",
    ),
  ],
  [
    "a proof of False by a function that doesn't end, which Coq 8.16 accepts",
    {
      "Hole.v": () => readFileSync(join(import.meta.dirname, "holes/20413-argument-beside.v"), "utf8"),
      _CoqProject: replaced("Zero.v", "Hole.v\nZero.v"),
      "Zero.v": zero(
        `From Equiloss Require Import Hole.\n${PROVE.replace("reflexivity", "destruct absurd")}`,
      ),
    },
    {
      ...GOOD,
      double_zero: "needs Hole, which failed",
      problems: [
        expect.stringMatching(/^Hole\.v: line 2: climb is recursive in a way that isn't plain/),
        "Zero.v: needs Hole, which failed",
      ],
    },
  ],
  [
    "an axiom in a file in a folder",
    { ...NESTED, "Sub/More.v": () => "Axiom more : 1 = 1." },
    {
      ...GOOD,
      double_zero: "needs Sub/More, which failed",
      problems: ["Sub/More.v: line 1: proofs must not use Axiom", "Zero.v: needs Sub/More, which failed"],
    },
  ],
  [
    "an error in a file in a folder",
    { ...NESTED, "Sub/More.v": () => "Definition more : 1 = 2 := eq_refl." },
    {
      ...GOOD,
      double_zero: "needs Sub/More, which failed",
      problems: [
        expect.stringMatching(/^Sub\/More\.v: File "\.\/Sub\/More\.v", line 1.*Error/),
        "Zero.v: needs Sub/More, which failed",
      ],
    },
  ],
  [
    "two files that fail, the first of which takes longer",
    {
      "Growth.v": (text) =>
        `Definition slow := Eval cbv in Nat.eqb (Nat.mul 600 600) 0.\n${text.replace("(le_add n n)", "(le_add n)")}`,
      "Zero.v": replaced("reflexivity", "exact I"),
    },
    {
      problems: [
        expect.stringMatching(/^Growth\.v: /),
        "Twice.v: needs Growth, which failed",
        expect.stringMatching(/^Zero\.v: /),
      ],
    },
  ],
  // What changes nothing.
  ["a file in a folder", NESTED, GOOD],
  ["compiled files beside it", { ...NESTED, "Sub/More.vo": () => "Coq!", "Sub/More.vos": () => "" }, GOOD],
  ["compiled files beside", { "Growth.vo": () => "Coq!", "Statements.vo": () => "" }, GOOD],
  ["lines that end as on Windows", { "Zero.v": (text) => text.replaceAll("\n", "\r\n") }, GOOD],
  ["the mark before the first line", { "Zero.v": (text) => `\uFEFF${text}` }, GOOD],
  ["other comments", { "Statements.v": replaced("Twice a number.", "Two times.") }, GOOD],
  ["axioms in comments and strings", { "Zero.v": (text) => `(* Axiom bad. " *) " *)\n${text}` }, GOOD],
  [
    "axioms of a section that nothing uses",
    { "Zero.v": (text) => `${text}Section S. Variable x : False. End S.` },
    GOOD,
  ],
];

describe.runIf(HAS_COQ)("a run of the installed Coq; skipped where there is no coqc", () => {
  it("proves all", async () => {
    expect(await outcomeOf(tinyProofs())).toEqual(GOOD);
  });

  it.each(PLANTS)("with %s", async (_, changes, expected) => {
    expect(await outcomeOf(tinyProofs(changes))).toMatchObject(expected);
  });
});
