import { describe, expect, it } from "vitest";
import { changedSince, fingerprints, statementsIn, theoremName } from "../../src/coq/statements.js";
import { TINY } from "./tinyProofs.js";

describe("theoremName", () => {
  it.each([
    ["Grows", "grows"],
    ["ReductionConfluent", "reduction_confluent"],
    ["SortedSumIsT", "sorted_sum_is_t"],
    ["TClosedForms", "t_closed_forms"],
    ["Lemma46Bounds", "lemma_46_bounds"],
    ["Eq5", "eq_5"],
    ["Grows'", "grows'"],
  ])("takes %s to %s", (statement, theorem) => {
    expect(theoremName(statement)).toBe(theorem);
  });
});

describe("statementsIn", () => {
  it("finds the definitions of type Prop without arguments but a function to check, with what is said of them", () => {
    expect(statementsIn(TINY["Statements.v"] ?? "")).toEqual([
      { name: "Grows", theorem: "grows", claims: ["eq-6", "lem-2.1"], says: "Doubling grows." },
      { name: "GrowsTwice", theorem: "grows_twice", claims: [], says: "So it does twice." },
      { name: "DoubleZero", theorem: "double_zero", claims: [], says: "Twice 0 is 0." },
    ]);
  });

  it.each([
    ["Definition Grows : Prop := True.", ["Grows"]],
    ["Definition\n Grows(* x *): Prop:= True.", ["Grows"]],
    ["Definition Grows: Prop := True. Definition Shrinks :Prop := True.", ["Grows", "Shrinks"]],
    ["Definition Grows' : Prop := True. Definition Größer : Prop := True.", ["Grows'", "Größer"]],
    ["(* Definition Grows : Prop := True. *)", []],
    ['Definition a := "Definition Grows : Prop := True.".', []],
    ["Definition grows (n : nat) : Prop := True.", []],
    ["Definition grows : nat -> Prop := p.", []],
    ["Definition grows := True.", []],
    ["Definition Sound (check : nat -> (nat * nat) -> bool) : Prop := check 0 (0, 0) = true.", ["Sound"]],
    ["Definition Sound(check: nat -> bool) : Prop := True.", []],
    ["Definition sound (test : nat -> bool) : Prop := True.", []],
  ])("reads %s", (source, names) => {
    expect(statementsIn(source).map(({ name }) => name)).toEqual(names);
  });

  it("has nothing to say of one without a comment", () => {
    expect(statementsIn("Definition Grows : Prop := True.")).toEqual([
      { name: "Grows", theorem: "grows", claims: [], says: "" },
    ]);
  });

  it("takes no ids from the midst of a comment", () => {
    const [statement] = statementsIn("(** That [eq-6] holds. *) Definition Grows : Prop := True.");
    expect(statement).toMatchObject({ claims: [], says: "That [eq-6] holds." });
  });
});

const SOURCE = `From Coq Require Import ZArith.
Local Open Scope nat_scope.
Record Pair := { left : nat; right : nat }.
Inductive tree := leaf | node (l r : tree).
Fixpoint size (t : tree) : nat := match t with leaf => 0 | node l r => size l + size r end.
Definition name : string := "a  b".
(** It has a size. *)
Definition Sized : Prop := forall t, 0 <= size t.
`;

/** What a change of the source changes. */
function changed(from: string | RegExp, to: string): string[] {
  const other = SOURCE.replace(from, () => to);
  expect(other).not.toBe(SOURCE);
  return changedSince(fingerprints(SOURCE), fingerprints(other));
}

describe("fingerprints", () => {
  it("has one for each definition, and one for the rest", () => {
    const prints = fingerprints(SOURCE);
    expect(Object.keys(prints)).toEqual(["Pair", "tree", "size", "name", "Sized", "(all else)"]);
    expect(new Set(Object.values(prints)).size).toBe(6);
    expect(changedSince(prints, fingerprints(SOURCE))).toEqual([]);
  });

  it.each([
    ["left : nat", "left : Z", "Pair"],
    ["leaf | node", "node", "tree"],
    ["leaf => 0", "leaf => 1", "size"],
    ["size l + size r", "size r + size l", "size"],
    ["0 <= size", "0 < size", "Sized"],
    [": Prop := forall", ": Prop := exists", "Sized"],
    ["a  b", "a b", "name"],
    ["a  b", "a\tb", "name"],
    ["size t.", "size\u00a0t.", "Sized"],
    ["Import ZArith", "Import Arith", "(all else)"],
    ["nat_scope", "Z_scope", "(all else)"],
  ])("sees %s become %s", (from, to, name) => {
    expect(changed(from, to)).toEqual([name]);
  });

  it("sees every single token of a definition change", () => {
    const definition = /Fixpoint .*\n/.exec(SOURCE)?.[0] ?? "";
    const tokens = [...definition.matchAll(/\w+|[^\s\w]/g)];
    expect(tokens.length).toBeGreaterThan(25);
    for (const { index, 0: token } of tokens.slice(2)) {
      const other = `${definition.slice(0, index)}x${definition.slice(index + token.length)}`;
      expect(changed(definition, other)).toContain("size");
    }
  });

  it.each([
    ["(** It has a size. *)", "(**  It\n\thas a size.\n*)"],
    ["Fixpoint size", "(** A size. *) Fixpoint size"],
    ["0 <= size", "0 (* Axiom a. *) <=\n\t size"],
    [/\n/g, "\r\n"],
    [/$/, "\n\n(* the end *)"],
  ])("doesn't mind comments and white space: %s", (from, to) => {
    expect(changed(from, to)).toEqual([]);
  });

  it.each([
    ["(** It has a size. *)", "(** It has a sign. *)"],
    ["(** It has a size. *)", "(** [eq-6] It has a size. *)"],
    ["(** It has a size. *)", "(** It has a size. (* x *) *)"],
    ["(** It has a size. *)", "(* It has a size. *)"],
    ["(** It has a size. *)", ""],
    ["(** It has a size. *)", "(** It has a size. *) (** It has more. *)"],
  ])("sees what users are told of a statement change: %s to %s", (from, to) => {
    expect(changed(from, to)).toEqual(["Sized"]);
  });

  it("sees what was removed, added, renamed, or stands twice", () => {
    expect(changed(/Definition Sized.*\n/, "")).toEqual(["Sized", "(all else)"]);
    expect(changed("Sized", "Grown")).toEqual(["Sized", "(all else)", "Grown"]);
    expect(changed(/$/, "Definition more := 1.")).toEqual(["(all else)", "more"]);
    expect(changed(/$/, "Definition Sized : Prop := True.")).toEqual(["(all else)"]);
    expect(changed(/$/, "Notation more := 1.")).toEqual(["(all else)"]);
  });

  it("are the first half of SHA-256: of nothing what FIPS 180 gives", () => {
    expect(fingerprints("")).toEqual({ "(all else)": "e3b0c44298fc1c149afbf4c8996fb924" });
  });

  it("sees two sentences become one", () => {
    expect(changedSince(fingerprints("Set A. Set B."), fingerprints("Set A.Set B."))).toEqual(["(all else)"]);
  });

  it("sees what changes the meaning of definitions from outside: order, sections, scopes", () => {
    const scope = "Local Open Scope nat_scope.\n";
    expect(changed(SOURCE, SOURCE.replace(scope, "") + scope)).toEqual(["(all else)"]);
    const name = 'Definition name : string := "a  b".\n';
    expect(changed(SOURCE, name + SOURCE.replace(name, ""))).toEqual(["(all else)"]);
  });

  it("keeps names that JavaScript has a meaning for", () => {
    const prints = (text: string) =>
      fingerprints(`Definition __proto__ := ${text}. Definition constructor := 2.`);
    const read = JSON.parse(JSON.stringify(prints("1"))) as Record<string, string>;
    expect(changedSince(read, prints("1"))).toEqual([]);
    expect(changedSince(read, prints("2"))).toEqual(["__proto__"]);
    expect(changedSince({}, prints("1"))).toEqual(["__proto__", "constructor", "(all else)"]);
  });
});
