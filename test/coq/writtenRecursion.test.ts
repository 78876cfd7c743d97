import { describe, expect, it } from "vitest";
import { writtenRecursionObjection } from "../../src/coq/writtenRecursion.js";

const FALLS = "match n with O => O | S k => f k end";

describe("writtenRecursionObjection", () => {
  it.each([
    ["a call on the part", `Fixpoint f (n : nat) : nat := ${FALLS}.`],
    [
      "several parameters",
      "Fixpoint f (c : C) (b a : nat) : nat := match a with O => b | S k => f (g c) b k end.",
    ],
    ["parameters without types", "Fixpoint f n m := match n with O => m | S k => f k (S m) end."],
    [
      "implicit parameters",
      "Fixpoint f {X : Type} (l : list X) : nat := match l with [] => O | _ :: t => S (f t) end.",
    ],
    [
      "a parameter that is told",
      "Fixpoint f (n : nat) {struct n} : nat := match n with O => O | S k => f k end.",
    ],
    ["partial application", "Fixpoint f n m := match n with O => [] | S k => map (f k) m end."],
    ["a bar before the first branch", "Fixpoint f n := match n with | S k => f k | O => O end."],
    ["types left out in brackets", "Fixpoint f (n m) := match m with O => O | S k => f n k end."],
    ["an older thing of that name in the type", `Fixpoint f (n : nat) : T f := ${FALLS}.`],
    ["an empty match", "Fixpoint f n := match n with O => match e with end | S k => f k end."],
    [
      "bars that are none of a match",
      "Fixpoint f n := h (a | b) (match n with O => O | S k => g (a | k) (f k) end).",
    ],
    [
      "commas in brackets of what is looked at",
      "Fixpoint f n := match g (n, n), n with _, S k => f k | _, O => O end.",
    ],
    ["a quantifier", "Fixpoint f n := match n with O => T | S k => forall x : nat, f k end."],
    ["another one", "Fixpoint f n := match n with O => T | S k => exists x, f k end."],
    [
      "brackets as an argument of a constructor",
      "Fixpoint f n := match n with C (S j) k => g (fun (x : nat) => f k) | O => O end.",
    ],
    ["a call in a function", "Fixpoint f n := match n with O => [] | S k => map (fun x => f k ++ x) l end."],
    ["a call in a let", "Fixpoint f n := match n with O => O | S k => let r := f k in r + r end."],
    [
      "nested matches",
      "Fixpoint f n m := match n with O => O | S k => match m with O => O | S j => f k j end end.",
    ],
    [
      "the match inside",
      "Fixpoint f n m := match m with O => O | S _ => match n with O => O | S k => f k m end end.",
    ],
    ["several scrutinees", "Fixpoint f n m := match n, m with S k, S j => f k j | _, _ => O end."],
    ["patterns that share a branch", "Fixpoint f n := match n with A k | B k => f k | C => O end."],
    [
      "lists and names of parts",
      "Fixpoint f l := match l with x :: (y :: _) as t => g x y (f t) | _ => O end.",
    ],
    ["a call in a call's argument", "Fixpoint f n m := match n with O => m | S k => f k (f k m) end."],
    [
      "a type with a match",
      "Fixpoint f (n : nat) : match n with O => nat | S _ => nat end := match n with O => O | S k => f k end.",
    ],
    ["signs around", "Fixpoint f n := match n with O => T | S k => ~ (f k /\\ ~ f k)%type end."],
    ["Greek", "Fixpoint φ (θ : list M) := match θ with [] => x | M :: θ' => φ θ' end."],
  ])("admits %s", (_, text) => {
    expect(writtenRecursionObjection(text)).toBeUndefined();
  });

  it.each([
    ["a call on the parameter", "Fixpoint f (n : nat) : nat := f n.", "each call needs"],
    [
      "a call on another's part",
      "Fixpoint f n m := match m with O => O | S k => f k m end.",
      "each call needs",
    ],
    [
      "calls on parts of different parameters",
      "Fixpoint f n m := match n, m with S k, S j => f k m + f n j | _, _ => O end.",
      "each call needs",
    ],
    ["a call after the match", `Fixpoint f n := (${FALLS}) + f k.`, "each call needs"],
    ["a call in another branch", "Fixpoint f n := match n with S k => O | O => f k end.", "each call needs"],
    [
      "a call on what one alternative binds",
      "Fixpoint f n := match n with A k | B j k => f j | C => O end.",
      "each call needs",
    ],
    [
      "a call on what only the first alternative binds",
      "Fixpoint f n := match n with B j k | A k => f j | C => O end.",
      "each call needs",
    ],
    [
      "a call on what more patterns than scrutinees bind",
      "Fixpoint f n := match n with S k, S j => f j | _ => O end.",
      "each call needs",
    ],
    ["a call on a whole pattern", "Fixpoint f n := match n with k => f k end.", "each call needs"],
    [
      "a call on a pattern's other name",
      "Fixpoint f n := match n with S _ as k => f k | O => O end.",
      "each call needs",
    ],
    [
      "a match on something like the parameter",
      "Fixpoint f n := match g n with O => O | S k => f k end.",
      "each call needs",
    ],
    [
      "a match under another name",
      "Fixpoint f n := match n as m return T m with O => O | S k => f k end.",
      "each call needs",
    ],
    ["a longer argument", "Fixpoint f n := match n with O => O | S k => f (g k) end.", "each call needs"],
    ["a number", "Fixpoint f n := match n with O => O | S k => f 0 end.", "each call needs"],
    [
      "the function alone",
      "Fixpoint f n := match n with O => O | S k => g f k end.",
      "f is used otherwise than by a call",
    ],
    [
      "the function in brackets",
      "Fixpoint f n := match n with O => O | S k => (f) k end.",
      "f is used otherwise than by a call",
    ],
    [
      "the function with all arguments told",
      "Fixpoint f n := match n with O => O | S k => @f k end.",
      "f holds the sign @",
    ],
    [
      "too few arguments",
      "Fixpoint f m n := match n with O => h | S k => g (f m) end.",
      "f is used otherwise than by a call",
    ],
    [
      "an argument in brackets before it",
      "Fixpoint f n := match n with O => O | S k => (g) f k end.",
      "f is used otherwise than by a call",
    ],
    [
      "a number before it",
      "Fixpoint f n := match n with O => O | S k => g 1 f k end.",
      "f is used otherwise than by a call",
    ],
    [
      "a word of the language in place of an argument",
      "Fixpoint f m n := match n with O => O | S k => if f m then f m k else O end.",
      "f is used otherwise than by a call",
    ],
    [
      "a match in a scrutinee",
      "Fixpoint f n := match match m with O => n | S j => j end with O => O | S k => k end.",
      "must hold neither a call nor a match",
    ],
    [
      "a call in a scrutinee",
      "Fixpoint f n := match n with O => O | S k => match f k with O => O | S _ => O end end.",
      "must hold neither a call",
    ],
    [
      "a part bound again by a function",
      "Fixpoint f n := match n with O => O | S k => (fun k => f k) n end.",
      "it binds k again",
    ],
    [
      "a part bound again by a let",
      "Fixpoint f n := match n with O => O | S k => let k := n in f k end.",
      "it binds k again",
    ],
    [
      "a part bound again by a match",
      "Fixpoint f n := match n with S k => match n with S k => f k | O => O end | O => O end.",
      "it binds k again",
    ],
    [
      "the parameter bound again",
      "Fixpoint f n := match n with O => O | S n => f n end.",
      "it binds n again",
    ],
    [
      "the function bound again",
      "Fixpoint f n := match n with O => O | S k => (fun f => f n) g end.",
      "it binds f again",
    ],
    ["a quantifier", "Fixpoint f n := match n with O => T | S k => forall k, f k end.", "it binds k again"],
    ["another one", "Fixpoint f n := match n with O => T | S k => exists k, f k end.", "it binds k again"],
    [
      "a quantifier as a sign",
      "Fixpoint f n := match n with O => T | S k => ∀ k, f k end.",
      "f holds the sign ∀",
    ],
    ["a subset", "Fixpoint f n := match n with O => T | S k => {k : nat | f k} end.", "its body holds {"],
    [
      "a tactic",
      "Fixpoint f n := match n with O => O | S k => ltac:(exact (f n)) end.",
      "its body holds ltac",
    ],
    [
      "a tactic in what a match looks at",
      "Fixpoint f (n : nat) : nat := match ltac:(assumption) with O => O | S k => k end.",
      "its body holds ltac",
    ],
    [
      "a tactic in a binder's type",
      "Fixpoint f (n : nat) : nat := g (fun x : ltac:(eauto) => x).",
      "its body holds ltac",
    ],
    [
      "a function within",
      "Fixpoint f n := match n with O => O | S k => (fix g m := m) k end.",
      "its body holds fix",
    ],
    ["a mutual one", "Fixpoint f n := match n with O => O | S k => f k end with g n := f n.", "it is mutual"],
  ])("refuses %s", (_, text, problem) => {
    expect(writtenRecursionObjection(text)).toContain(problem);
  });

  it("refuses what it can't read", () => {
    expect(writtenRecursionObjection("Fixpoint")).toBe("a Fixpoint must have a name");
    expect(writtenRecursionObjection("Fixpoint f (n : nat) : nat.")).toBe(
      "f must have its body written, not built by tactics",
    );
    for (const parameters of [
      "[n : nat]",
      "(n m := O)",
      "(n : nat := O)",
      "(f)(n : nat :=(O))",
      "(n 1 : nat)",
      "(n, m : nat)",
    ])
      expect(writtenRecursionObjection(`Fixpoint f ${parameters} := O.`)).toBe(
        "f has parameters that can't be told: write (x : X)",
      );
    expect(writtenRecursionObjection("Fixpoint f : nat := O.")).toContain("each call needs");
    expect(writtenRecursionObjection("Fixpoint f n := match n.")).toContain("a match doesn't end");
    expect(writtenRecursionObjection("Fixpoint f n := match n with S k.")).toContain("a branch has no arrow");
  });

  it.each([
    ["@", "match n with O => O | S k => g (fun j=>@id nat (match j with O => O | S k => f k end)) end"],
    ["~", "match n with O => O | S k => f k~1 end"],
    [".", "match n with O => O | S k => f k.(g) end"],
    ["%", "match n with O => O | S k => f k%nat end"],
    ['"', 'match n with O => O | S k => g j "match n with S j => " (f j) end'],
    ["`", "fun `(n : nat) => f n"],
    ["'", "fun 'n => f n"],
    [":=@", "g (let x := O in f x)"],
  ])("refuses signs that it doesn't know, such as %s", (sign, body) => {
    const equals = sign === ":=@" ? ":=@" : ":=";
    expect(writtenRecursionObjection(`Fixpoint f (n : nat) : nat ${equals} ${body}.`)).toMatch(
      /^f holds the sign \S+, which isn't known here: put blanks between signs, or write what it stands for$/,
    );
  });

  it("follows binders over the commas and arrows in their types", () => {
    const body = (binders: string): string =>
      `Fixpoint f n := match n with O => O | S k => g (fun ${binders} => f k) end.`;
    for (const type of ["forall y : nat, nat", "g (fun y => y)"]) {
      expect(writtenRecursionObjection(body(`(p : ${type}) (j : nat)`))).toBeUndefined();
      expect(writtenRecursionObjection(body(`(p : ${type}) (k : nat)`))).toContain("it binds k again");
    }
  });

  it("refuses arguments that are given by name", () => {
    const call = (given: string): string =>
      `Fixpoint f {a : nat} (m n : nat) := match n with O => O | S k => f ${given} end.`;
    expect(writtenRecursionObjection(call("m k"))).toBeUndefined();
    expect(writtenRecursionObjection(call("(a := m) k"))).toContain("f is used otherwise than by a call");
    expect(writtenRecursionObjection(call("(a := O) k k"))).toContain("f is used otherwise than by a call");
  });
});
