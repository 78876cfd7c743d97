import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { loopholesIn, spoiled } from "../../src/coq/loopholes.js";
import { ROOT } from "../runEquiloss.js";

const problems = (source: string): string[] => loopholesIn("A.v", source).map(({ problem }) => problem);
const use = (what: string): string => `proofs must not use ${what}`;

/** What may stand within a proof without doing harm there. */
const HARMLESS = `From Coq Require Import List Arith.
From Coq.Logic Require Import Classical_Prop.
From Coq Require Qcanon.
From Equiloss Require Import Statements Growth.
From Equiloss Require Growth.
Import ListNotations.
Local Open Scope nat_scope.
Section Networks.
Context {K : Field}.
Variables (a b : K) (n : nat).
Hypothesis positive : 0 < n.
Add Field K_field : (field_laws K).
Record Pair := { left :> nat; right : nat }.
Inductive tree : Set := leaf | node (l r : tree).
Arguments node {_} _.
Local Definition f (x : nat) := x.
Global Arguments f _ : simpl never.
Ltac crush := intros; auto.
Lemma admitted_once : True.
Proof.
  assert (H : True).
  - { exact I. }
  - exact H. all: auto.
Qed.
End Networks.
Theorem grows : Grows.
Proof. exact I. Defined.
`;

describe("loopholesIn", () => {
  it("leaves proofs alone", () => {
    expect(loopholesIn("A.v", HARMLESS)).toEqual([]);
    expect(loopholesIn("A.v", HARMLESS.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it.each([
    ["Axiom bad : False.", "Axiom"],
    ["Axioms bad worse : False.", "Axioms"],
    ["Parameter bad : False.", "Parameter"],
    ["Parameters (bad worse : False).", "Parameters"],
    ["Conjecture bad : False.", "Conjecture"],
    ["Hypotheses bad : False.", "Hypotheses"],
    ["Primitive bad := #int63_add.", "Primitive"],
    ["Register bad as core.False.type.", "Register"],
    ["Local Axiom bad : False.", "Axiom"],
    ["Global Parameter bad : False.", "Parameter"],
    ["Polymorphic Axiom bad : False.", "Polymorphic"],
    ["Cumulative Inductive bad := .", "Cumulative"],
    ["Time Axiom bad : False.", "Time"],
    ["Fail Axiom bad : False.", "Fail"],
    ["Succeed Axiom bad : False.", "Succeed"],
    ["Timeout 9 Axiom bad : False.", "Timeout"],
    ['Redirect "out" Axiom bad : False.', "Redirect"],
    ["Time Fail Admitted.", "Time"],
    ["Lemma a : False. Proof. Admitted.", "Admitted"],
    ["Lemma a : False. Proof. admit. Qed.", "admit"],
    ['Lemma a : False. Proof. idtac"s"admit"s"x. Qed.', "admit"],
    ["Lemma a : True. Proof using. exact I. Qed.", "Proof using"],
    ["Local.", ""],
    ["Lemma a : False. Proof. split; [auto|admit]. Qed.", "admit"],
    ["Lemma a : False. Proof. all: give_up. Qed.", "give_up"],
    ["Ltac shrug := admit.", "admit"],
    ["Ltac shrug := idtac Axiom.", "Axiom"],
    ["Definition a : x = y := ltac:(native_compute; reflexivity).", "native_compute"],
    ["Definition a : x = y := ltac:(native_cast_no_check I).", "native_cast_no_check"],
    ["Unset Guard Checking.", "Unset"],
    ["Unset Positivity Checking.", "Unset"],
    ["Unset Universe Checking.", "Unset"],
    ["Set Printing All.", "Set"],
    ["Global Set Universe Polymorphism.", "Set"],
    ["Local Unset Guard Checking.", "Unset"],
    ['Declare ML Module "evil".', "Declare"],
    ["Declare Module M : T.", "Declare"],
    ["Module Type T. Parameter bad : False. End T. Declare Module M : T.", "Module"],
    ["Module Statements. Definition Grows := True. End Statements.", "Module"],
    ["Include M.", "Include"],
    ['Load "other".', "Load"],
    ['Redirect "out" Print nat.', "Redirect"],
    ['Extraction "out" nat.', "Extraction"],
    ['Cd "/tmp".', "Cd"],
    ["Reset Initial.", "Reset"],
    ["Drop.", "Drop"],
    ["Program Definition a : False := _.", "Program"],
    ["Admit Obligations.", "Admit"],
    ["Coercion f : A >-> B.", "Coercion"],
    ["Canonical Structure s.", "Canonical"],
    ['Infix "+" := f.', "Infix"],
    ['Reserved Notation "a +( b".', "Reserved"],
    ['Tactic Notation "a" := auto.', "Tactic"],
    ["#[bypass_check(guard)] Fixpoint f (n : nat) : False := f n.", "#[attributes]"],
    ["#[local] Axiom bad : False.", "#[attributes]"],
    ["# [global] Axiom bad : False.", "#[attributes]"],
    ["- Axiom bad : False.", "Axiom"],
    ["{ Axiom bad : False. }", "Axiom"],
    ["Lemma a : True. Proof. 1:{ Axiom bad : False. exact I. } Qed.", "Axiom"],
    ["Lemma a : True. Proof. [a]: {Axiom bad : False. } Qed.", "Axiom"],
    ["Lemma a : True. Proof. exact I. Qed. Axiom bad : False.", "Axiom"],
    ['Lemma a : True. (* " *) (* " *) Axiom (* x *) bad : False.', "Axiom"],
    ["Axiom\r\nbad : False.", "Axiom"],
    ["Local\tAxiom bad : False.", "Axiom"],
    ["Goal True.", "Goal"],
    ["Section A. Let Fixpoint f (n : nat) : nat := f n. End A.", "Let"],
    ["Local Notation hidden x := (let y := x in y).", "Notation"],
    ['Inductive t := c where "a + b" := (c a b).', "where"],
    ["Definition s := ltac:(match type of nat_sind with forall P, _ => exact P end).", "nat_sind"],
    ["Lemma a : 1 = 1. Proof. exact (eq_refl <<: 1 = 1). Qed.", "<<:"],
    ["Definition a\u00a0b := 1.", 'the sign "\u00a0"'],
    ["Definition a\u1dc0 := 1.", 'the sign "\u1dc0"'],
    ["Definition a := ∀ x, x.", 'the sign "∀"'],
  ])("finds %s", (source, what) => {
    expect(problems(source)).toContain(use(what));
  });

  it.each([
    ["in a comment", "(* Axiom bad : False. Admitted. *) Lemma a : True. Proof. exact I. (* admit. *) Qed."],
    ["in a nested comment", "(* (* x *) Axiom bad : False. *)"],
    ["in a string", 'Definition a := "Axiom bad : False. admit. Unset".'],
    ["in a string in a comment", '(* "*)" Axiom bad : False. *)'],
    ["in a longer word", "Lemma axiom_admitted : admits. Proof. apply Axiomatic, re_admit'. Qed."],
  ])("doesn't mind one %s", (_, source) => {
    expect(loopholesIn("A.v", source)).toEqual([]);
  });

  it.each(["Variable", "Variables", "Hypothesis", "Context"])(
    "takes %s for an axiom outside sections",
    (command) => {
      const assume = `${command} (bad : False).`;
      expect(problems(`Section A. ${assume} End A.`)).toEqual([]);
      expect(problems(`Section A. Section B. End B. ${assume} End A.`)).toEqual([]);
      for (const source of [
        assume,
        `Local ${assume}`,
        `Global ${assume}`,
        `Section A. End A. ${assume}`,
        `(* Section A. *) ${assume} (* End A. *)`,
        `Definition a := "Section A. " ++ b. ${assume}`,
      ])
        expect(problems(source)).toEqual([`${command} outside a section is an axiom`]);
    },
  );

  it.each(["End A. Section A.", "Section B. End B. End A.", "End A. Lemma a : True. Proof. exact I. Qed."])(
    "finds ways out of the file's own module: %s",
    (source) => {
      expect(problems(source)).toEqual(["End without a Section"]);
    },
  );

  it.each([
    "Require Import Bad.",
    "Require Import Equiloss.Bad.",
    "From Equiloss Require Export Bad.",
    "From Equiloss.Sub Require Export Bad.",
    "From Equiloss.Sub.Sub Require Import Bad.",
    "From Equiloss Require Import Sub.Bad.",
    "From Equiloss Require Import -(notations) Bad.",
    "From Hammer Require Import Tactics.",
    "From Coq.Lists Require List. Require Bad.",
  ])("finds what would rest on a file unnoticed: %s", (source) => {
    expect(problems(source)).toEqual([
      "write From Coq Require or From Equiloss Require Import, so that it is known what rests on what",
    ]);
  });

  it("finds a list of what to import", () => {
    expect(problems("From Coq Require Import Lists.List(nil).").length).toBe(2);
  });

  it("finds new signs, which could swallow the start of a comment", () => {
    const hidden = `Notation "x +(* y" := (x + y) (at level 50).
Definition a := 1 +(* 1. Axiom bad : False. (*"*)"*)`;
    expect(problems(hidden)).toEqual([
      "proofs must not use Notation",
      "a comment needs a blank before it",
      "the last sentence doesn't end",
    ]);
    expect(problems("Definition a := f.(* 1. Axiom bad : False. *) g).")).toEqual([
      "a comment needs a blank before it",
    ]);
  });

  it.each([
    'Add LoadPath "x" as Equiloss.',
    'Add LoadPath "Add Ring x".',
    'Add Rec LoadPath "x".',
    'Add ML Path "x".',
  ])("finds paths to other files: %s", (source) => {
    expect(problems(source)).toEqual(["Add is for rings, fields and relations"]);
  });

  it.each([
    ...["Lemma a : True. Proof. exact I", "Axiom bad : False", "(* x. *) Lemma", 'Lemma "a. '],
    ...["Lemma a : True. Proof. exact I. Qed. (* and on", 'Definition a := 0. (* "*)'],
  ])("finds an end that doesn't end: %s", (source) => {
    expect(problems(source)).toContain("the last sentence doesn't end");
  });

  it.each([
    ["FunInd", "From Coq Require Import List FunInd."],
    ["Cyclic63", "From Coq Require Import Cyclic63."],
    ["Ring63", "From Coq.Numbers Require Cyclic.Int.Ring63."],
    ["ssreflect", "From Coq Require Export ssreflect."],
    ["Strict", "From Coq.Logic Require\n  Strict\n  List."],
  ])("finds a library that nobody looked at: %s", (library, source) => {
    expect(problems(source)).toEqual([`proofs must not require ${library}: see LIBRARIES in libraries.ts`]);
  });

  it("finds coercions but for those of records", () => {
    const refused = ["only fields of records may be coercions: write out what else is meant"];
    expect(problems("Section A. Variable up :> nat -> bool. End A.")).toEqual(refused);
    expect(problems("Inductive t := A | C :> nat -> t.")).toContain(refused[0]);
    expect(problems("Class C := { field :> nat }.")).toEqual([]);
  });

  it("finds definitions of a section, which become those of its types", () => {
    expect(problems("Section A. Context (n : nat) (m := 3). End A.")).toEqual([
      "Context must not hold definitions: write a Definition",
    ]);
  });

  it("finds mutual declarations, whatever a string says", () => {
    const source = 'Lemma a : "match" = "match" with b : True. Proof. auto. Qed.';
    expect(problems(source)).toEqual([use("mutual declarations")]);
    expect(problems("Lemma a : match n with O => True | S _ => True end. Proof. auto. Qed.")).toEqual([]);
  });

  it("finds the virtual machine but in the file for it, also as a cast", () => {
    for (const [what, source] of [
      ["vm_compute", "Lemma a : 1 = 1. Proof. vm_compute. auto. Qed."],
      ["vm_cast_no_check", "Lemma a : 1 = 1. Proof. vm_cast_no_check I. Qed."],
      ["<:", "Definition a := (eq_refl <: 1 = 1)."],
    ] as const) {
      expect(problems(source)).toEqual([`${what} is only for Asymptotics/Thresholds`]);
      expect(loopholesIn("Asymptotics/Thresholds.v", source)).toEqual([]);
      // Another file of that name is another file.
      for (const other of ["Thresholds.v", "Topology/Thresholds.v"])
        expect(loopholesIn(other, source).length).toBe(1);
    }
  });

  it("judges functions and types as they are written, local ones too", () => {
    const plain = "Fixpoint f (n : nat) : nat := match n with O => O | S k => f k end.";
    for (const before of ["", "Local ", "Global "]) {
      expect(problems(`${before}${plain}`)).toEqual([]);
      expect(problems(`${before}${plain.replace("f k", "f n")}`)).toEqual([
        "f is recursive in a way that isn't plain: each call needs a variable " +
          "bound by a match on one and the same parameter, around the call",
      ]);
      expect(problems(`${before}Record r := { n := 1 }.`)).toEqual(["types must not hold definitions"]);
    }
  });

  it("names file and line of each, two in a line too", () => {
    const source = "Lemma a : True.\nProof. (*\n*) admit. Admitted.\n\nLemma b : True. Proof. Admitted.";
    expect(loopholesIn("B.v", source)).toEqual([
      { file: "B.v", line: 3, problem: use("admit") },
      { file: "B.v", line: 3, problem: use("Admitted") },
      { file: "B.v", line: 5, problem: use("Admitted") },
    ]);
    expect(loopholesIn("C.v", "Axiom a : A. Axiom b : B.").length).toBe(2);
  });
});

describe("spoiled", () => {
  it("is no theory of our own proofs", () => {
    const { theories } = readDevelopment(join(ROOT, "proofs"));
    expect(theories.length).toBeGreaterThan(10);
    expect([...spoiled(theories)]).toEqual([]);
  });

  it("gives the first loophole of a file, and the files that rest on it", () => {
    const theory = (name: string, source: string, ...requires: string[]) => ({ name, source, requires });
    const found = spoiled([
      theory("A", "Definition a := 1."),
      theory("B", "Definition b := 1.\nAxiom c : False. Admitted.", "A"),
      theory("C", "Definition c := 1.", "A", "B"),
      theory("D", "Definition d := 1.", "C"),
      theory("E", "Definition e := 1.", "A"),
    ]);
    expect([...found]).toEqual([
      ["B", "line 2: proofs must not use Axiom"],
      ["C", "needs B, which failed"],
      ["D", "needs C, which failed"],
    ]);
    expect(
      spoiled([theory("Asymptotics/Thresholds", "Lemma a : 1 = 1. Proof. vm_compute. auto. Qed.")]).size,
    ).toBe(0);
  });
});
