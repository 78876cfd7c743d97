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

const unread = (name: string): string =>
  `${name} in Statements.v is not as it was acknowledged: read it, then acknowledge it (--acknowledge)`;
const otherAxioms = (theorem: string): string =>
  `the axioms of ${theorem} are not those in expected/assumptions.txt: --acknowledge writes them`;
const REMAKE = "Audit.v doesn't ask for every theorem: --acknowledge remakes it";
const GONE = "no theory has Theorem double_zero : DoubleZero.";
const all = (problem: string): Outcome => ({
  grows: problem,
  grows_twice: problem,
  double_zero: problem,
  problems: [problem],
});

/** The theorem of Zero.v proves another statement of that name. */
const OTHER: Record<string, unknown> = {
  ...GOOD,
  double_zero: expect.stringMatching(/"Zero\.double_zero" has type/),
};

/** Zero.v rests on a file that fails. */
const onFailed = (name: string, problem: unknown) => ({
  ...GOOD,
  double_zero: `needs ${name}, which failed`,
  problems: [problem, `Zero.v: needs ${name}, which failed`],
});

/** Zero.v with this before the theorem, and with this proof of it. */
const zeroBy = (before: string, proof = "reflexivity", after = ""): Changes => ({
  "Zero.v": zero(`${before}\n${PROVE.replace("reflexivity", proof)}${after}`),
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
    zeroBy("Axiom bad : DoubleZero.", "exact bad"),
    inZero("line 3: proofs must not use Axiom"),
  ],
  [
    "an axiom that nothing uses",
    { "Zero.v": (text) => `${text}\nAxiom bad : False.\n` },
    inZero("line 6: proofs must not use Axiom"),
  ],
  [
    "an axiom of Coq's library",
    zeroBy("From Coq.Logic Require Import Classical_Prop.", "destruct (classic False); reflexivity"),
    { ...all(otherAxioms("double_zero")), double_zero: "it rests on Classical_Prop.classic" },
  ],
  [
    "words that say more than a statement",
    { "Statements.v": replaced("(** Twice 0 is 0. *)", "(** Twice 0 is 1. *)") },
    { ...GOOD, double_zero: unread("DoubleZero") },
  ],
  [
    "a weaker statement",
    { "Statements.v": replaced("double 0 = 0", "double 0 = double 0") },
    { ...GOOD, double_zero: unread("DoubleZero") },
  ],
  [
    "a weaker definition",
    { "Statements.v": replaced("n + n.", "(fun m => m + m) n.") },
    all(unread("double")),
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
  ["a theorem that is gone", { "Zero.v": zero("") }, { ...all(REMAKE), double_zero: GONE }],
  ["an audit without a theorem", { "Audit.v": replaced("Print Assumptions grows.\n", "") }, all(REMAKE)],
  ["no audit", { "Audit.v": () => "" }, all(REMAKE)],
  [
    "other axioms expected",
    { "expected/assumptions.txt": replaced("grows: no axioms", "grows: bad") },
    all(otherAxioms("grows")),
  ],
  [
    "expectations that can't be read",
    { "expected/statements.json": () => "null" },
    { grows: unread("Grows"), problems: expect.arrayContaining([unread("double")]) },
  ],
  [
    "no statement",
    { "Statements.v": () => "" },
    { problems: expect.arrayContaining(["Statements.v states nothing"]) },
  ],
  // Ways to prove another thing under the name of the statement.
  [
    "a statement of the same name in the theory",
    zeroBy("Definition DoubleZero : Prop := True.", "exact I"),
    {
      ...GOOD,
      double_zero: expect.stringMatching(
        /"Zero\.double_zero" has type "Zero\.DoubleZero" while it is expected/,
      ),
    },
  ],
  ["a local one", zeroBy("Local Definition DoubleZero := True.", "exact I"), OTHER],
  [
    "an abbreviation of that name",
    zeroBy("Notation DoubleZero := True.", "exact I"),
    inZero("line 3: proofs must not use Notation"),
  ],
  [
    "an argument of that name",
    zeroBy("Section S. Variable DoubleZero : Prop. Hypothesis H : DoubleZero.", "exact H", " End S."),
    OTHER,
  ],
  [
    "a hypothesis of the section",
    zeroBy("Section S. Hypothesis H : DoubleZero.", "exact H", " End S."),
    OTHER,
  ],
  [
    "a coercion from a weaker record",
    zeroBy(
      "Record Weak : Prop := { weak :> True }. Local Definition DoubleZero := Weak.",
      "exact (Build_Weak I)",
    ),
    OTHER,
  ],
  [
    "a module called Statements",
    zeroBy("Module Statements. Definition DoubleZero := True. End Statements."),
    inZero("line 3: proofs must not use Module"),
  ],
  // Ways to hide an axiom, each of which Coq accepts.
  [
    "an axiom behind a brace with its goal",
    { "Zero.v": zero("Lemma a : True. Proof. 1:{ Axiom bad : DoubleZero. exact I. } Qed.") },
    { double_zero: GONE, problems: [REMAKE, "Zero.v: line 3: proofs must not use Axiom"] },
  ],
  [
    "an axiom behind a sign that ends in a bracket",
    zeroBy(`Notation "x +(* y" := (x + y) (at level 50).
Definition a := 1 +(* 1. Axiom bad : DoubleZero. (*"*)"*)`),
    { double_zero: GONE, problems: [REMAKE, "Zero.v: line 3: proofs must not use Notation"] },
  ],
  [
    "a guard switched off",
    zeroBy("Unset Guard Checking.\nFixpoint bad (n : nat) : DoubleZero := bad n.", "exact (bad 0)"),
    inZero("line 3: proofs must not use Unset"),
  ],
  [
    "an import that isn't seen",
    zeroBy("Require Import Equiloss.Growth."),
    inZero(
      "line 3: write From Coq Require or From Equiloss Require Import, so that it is known what rests on what",
    ),
  ],
  [
    "a proof of False by a function that doesn't end, which Coq 8.16 accepts",
    {
      ...zeroBy("From Equiloss Require Import Hole.", "destruct absurd"),
      "Hole.v": () => readFileSync(join(import.meta.dirname, "holes/20413-argument-beside.v"), "utf8"),
      _CoqProject: replaced("Zero.v", "Hole.v\nZero.v"),
    },
    onFailed("Hole", expect.stringMatching(/^Hole\.v: line 2: climb is recursive in a way that isn't plain/)),
  ],
  [
    "an axiom in a file in a folder",
    { ...NESTED, "Sub/More.v": () => "Axiom more : 1 = 1." },
    onFailed("Sub/More", "Sub/More.v: line 1: proofs must not use Axiom"),
  ],
  [
    "an error in a file in a folder",
    { ...NESTED, "Sub/More.v": () => "Definition more : 1 = 2 := eq_refl." },
    onFailed("Sub/More", expect.stringMatching(/^Sub\/More\.v: File "\.\/Sub\/More\.v", line 1.*Error/)),
  ],
  [
    "two files that fail, the first of which takes longer",
    {
      "Growth.v": (text) =>
        "Definition slow := Eval cbv in Nat.eqb (Nat.mul 600 600) 0.\n" +
        text.replace("(le_add n n)", "(le_add n)"),
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
  // Coq compiles Growth, Twice and Zero as modules of one file, unless something is wrong with one of them.
  [
    "a theory that ends its module",
    { "Zero.v": (text) => `${text}End Zero.\n` },
    inZero("line 5: End without a Section"),
  ],
  [
    "a comment that another theory ends, and an axiom behind it",
    { "Growth.v": (text) => `${text}(* `, "Zero.v": (text) => `*) Hypothesis bad : DoubleZero.\n${text}` },
    {
      grows: "line 8: the last sentence doesn't end",
      double_zero: expect.stringMatching(/^File "\.\/Zero\.v", line 1, .*Error: /),
    },
  ],
  [
    "a section that another theory might end",
    { "Zero.v": (text) => `${text}Section S.\n` },
    {
      ...GOOD,
      double_zero: expect.stringMatching(/^File "\.\/Zero\.v", line 6, .*Error: .*block/),
      problems: [expect.any(String)],
    },
  ],
  [
    "a proof that isn't finished",
    { "Zero.v": replaced("reflexivity. Qed.", "reflexivity.") },
    {
      ...GOOD,
      double_zero: expect.stringMatching(/^File "\.\/Zero\.v", line 5, .*Error: .*[Pp]roof/),
      problems: [expect.any(String)],
    },
  ],
  // What changes nothing.
  ["a file in a folder", NESTED, GOOD],
  ["compiled files beside it", { ...NESTED, "Sub/More.vo": () => "Coq!", "Sub/More.vos": () => "" }, GOOD],
  ["compiled files at the top", { "Growth.vo": () => "Coq!", "Statements.vo": () => "" }, GOOD],
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
