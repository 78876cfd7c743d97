import { describe, expect, it } from "vitest";
import { writtenTypeObjection } from "../../src/coq/writtenTypes.js";

const DEFINES = "types must not hold definitions";
const END = "each constructor of t must end in t: anything else there could hold a definition";

describe("writtenTypeObjection", () => {
  it("needs a name", () => {
    expect(writtenTypeObjection("Inductive.")).toBe("a type must have a name");
  });

  it.each([
    "Inductive t := A | B (n : nat).",
    "Inductive t : Set := | A : t | B : nat -> t.",
    "Inductive t : nat -> Prop := a : forall n, n = 0 -> t (S n) | b : forall (n m : nat) (k : nat), t n.",
    "Inductive t : nat -> Prop := a : forall x : nat, forall y : nat, t x.",
    "Inductive t (X : Type) := a (x : X) : t X.",
    "Inductive t := .",
    "Record r := { field :> Type; law : forall x y : field, x = y }.",
    "Definition d := let x := 1 in x.",
  ])("admits %s", (text) => {
    expect(writtenTypeObjection(text)).toBeUndefined();
  });

  it.each([
    ["Inductive t := A (n := 1).", DEFINES],
    ["Inductive t := A : let n := 1 in t.", DEFINES],
    ["Inductive t := A : ltac:(hidden t).", DEFINES],
    ["Record r := { n := 1 }.", DEFINES],
    ["Class r := { n := 1 }.", DEFINES],
    ["Inductive t := A : given 1 t.", END],
    ["Inductive t := A : t | B : forall n, given n t.", END],
    ["Inductive t := A : nat -> given 1 t.", END],
    ["Inductive t := A : nat -> t | B : given 1 t.", END],
    ["Inductive t := A : (given 1 t).", END],
    ["Inductive t := A : forall n : nat -> t, given n.", END],
    ["Inductive t := A (n : nat) : given n t.", END],
  ])("refuses %s", (text, problem) => {
    expect(writtenTypeObjection(text)).toBe(problem);
  });

  it.each([
    "Inductive t :=| A : given 1 t.",
    "Inductive t := A :@given 1 t.",
    "Inductive t := A : nat ->@given 1 t.",
  ])("refuses signs that it doesn't know: %s", (text) => {
    expect(writtenTypeObjection(text)).toContain("which isn't known here");
  });
});
