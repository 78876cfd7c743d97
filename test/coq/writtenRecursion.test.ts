import { describe, expect, it } from "vitest";
import { writtenRecursionObjection } from "../../src/coq/writtenRecursion.js";

/** The objection to a function f, written from its parameters on. */
const objection = (text: string): string | undefined => writtenRecursionObjection(`Fixpoint f ${text}.`);

/** A function of n that goes on with this where n is S k. */
const where = (body: string): string => `n := match n with O => O | S k => ${body} end`;

const FALLS = "match n with O => O | S k => f k end";
const PART = "each call needs";
const USED = "f is used without a call";

describe("writtenRecursionObjection", () => {
  it.each([
    ["a call on the part", `(n : nat) : nat := ${FALLS}`],
    ["several parameters", "(c : C) (b a : nat) : nat := match a with O => b | S k => f (g c) b k end"],
    ["parameters without types", "n m := match n with O => m | S k => f k (S m) end"],
    ["implicit parameters", "{X : Type} (l : list X) : nat := match l with [] => O | _ :: t => S (f t) end"],
    ["a parameter that is named", `(n : nat) {struct n} : nat := ${FALLS}`],
    ["partial application", "n m := match n with O => [] | S k => map (f k) m end"],
    ["a bar before the first branch", "n := match n with | S k => f k | O => O end"],
    ["types left out in brackets", "(n m) := match m with O => O | S k => f n k end"],
    ["an older thing of that name in the type", `(n : nat) : T f := ${FALLS}`],
    ["an empty match", "n := match n with O => match e with end | S k => f k end"],
    ["bars outside matches", "n := h (a | b) (match n with O => O | S k => g (a | k) (f k) end)"],
    ["commas in brackets of a scrutinee", "n := match g (n, n), n with _, S k => f k | _, O => O end"],
    ["a quantifier", where("forall x : nat, f k")],
    ["another quantifier", where("exists x, f k")],
    ["brackets in a pattern", "n := match n with C (S j) k => g (fun (x : nat) => f k) | O => O end"],
    ["a call in a function", where("map (fun x => f k ++ x) l")],
    ["a call in a let", where("let r := f k in r + r")],
    ["nested matches", "n m := match n with O => O | S k => match m with O => O | S j => f k j end end"],
    ["the match inside", "n m := match m with O => O | S _ => match n with O => O | S k => f k m end end"],
    ["several scrutinees", "n m := match n, m with S k, S j => f k j | _, _ => O end"],
    ["patterns that share a branch", "n := match n with A k | B k => f k | C => O end"],
    ["lists and names of parts", "l := match l with x :: (y :: _) as t => g x y (f t) | _ => O end"],
    ["a call in a call's argument", "n m := match n with O => m | S k => f k (f k m) end"],
    ["a type with a match", `(n : nat) : match n with O => nat | S _ => nat end := ${FALLS}`],
    ["signs around", where("~ (f k /\\ ~ f k)%type")],
  ])("admits %s", (_, text) => {
    expect(objection(text)).toBeUndefined();
  });

  it("admits Greek names", () => {
    const text = "Fixpoint φ (θ : list M) := match θ with [] => x | M :: θ' => φ θ' end.";
    expect(writtenRecursionObjection(text)).toBeUndefined();
  });

  it.each([
    ["a call on the parameter", "(n : nat) : nat := f n", PART],
    ["a call on another's part", "n m := match m with O => O | S k => f k m end", PART],
    [
      "calls on parts of different parameters",
      "n m := match n, m with S k, S j => f k m + f n j | _, _ => O end",
      PART,
    ],
    ["a call after the match", `n := (${FALLS}) + f k`, PART],
    ["a call in another branch", "n := match n with S k => O | O => f k end", PART],
    ["a call on what one alternative binds", "n := match n with A k | B j k => f j | C => O end", PART],
    ["a call on what the first alternative binds", "n := match n with B j k | A k => f j | C => O end", PART],
    ["a call on what a pattern too many binds", "n := match n with S k, S j => f j | _ => O end", PART],
    ["a call on a whole pattern", "n := match n with k => f k end", PART],
    ["a call on a pattern's other name", "n := match n with S _ as k => f k | O => O end", PART],
    ["a match on something like the parameter", "n := match g n with O => O | S k => f k end", PART],
    ["a match under another name", "n := match n as m return T m with O => O | S k => f k end", PART],
    ["a longer argument", where("f (g k)"), PART],
    ["a number", where("f 0"), PART],
    ["the function alone", where("g f k"), USED],
    ["the function in brackets", where("(f) k"), USED],
    ["the function with all its arguments", where("@f k"), "f holds the sign @"],
    ["too few arguments", "m n := match n with O => h | S k => g (f m) end", USED],
    ["an argument in brackets before it", where("(g) f k"), USED],
    ["a number before it", where("g 1 f k"), USED],
    ["a keyword for an argument", "m n := match n with O => O | S k => if f m then f m k else O end", USED],
    [
      "a match in a scrutinee",
      "n := match match m with O => n | S j => j end with O => O | S k => k end",
      "must hold neither a call nor a match",
    ],
    ["a call in a scrutinee", where("match f k with O => O | S _ => O end"), "must hold neither a call"],
    ["a part bound again by a function", where("(fun k => f k) n"), "it binds k again"],
    ["a part bound again by a let", where("let k := n in f k"), "it binds k again"],
    [
      "a part bound again by a match",
      "n := match n with S k => match n with S k => f k | O => O end | O => O end",
      "it binds k again",
    ],
    ["the parameter bound again", "n := match n with O => O | S n => f n end", "it binds n again"],
    ["the function bound again", where("(fun f => f n) g"), "it binds f again"],
    ["a quantifier", where("forall k, f k"), "it binds k again"],
    ["another quantifier", where("exists k, f k"), "it binds k again"],
    ["a quantifier as a sign", where("∀ k, f k"), "f holds the sign ∀"],
    ["a subset", where("{k : nat | f k}"), "its body holds {"],
    ["a tactic", where("ltac:(exact (f n))"), "its body holds ltac"],
    [
      "a tactic in a scrutinee",
      "(n : nat) : nat := match ltac:(assumption) with O => O | S k => k end",
      "its body holds ltac",
    ],
    [
      "a tactic in a binder's type",
      "(n : nat) : nat := g (fun x : ltac:(eauto) => x)",
      "its body holds ltac",
    ],
    ["a function within", where("(fix g m := m) k"), "its body holds fix"],
    ["a mutual one", `n := ${FALLS} with g n := f n`, "it is mutual"],
    ["no parameter", ": nat := O", PART],
    ["a match without an end", "n := match n", "a match doesn't end"],
    ["a branch without an arrow", "n := match n with S k", "a branch has no arrow"],
    ["no body", "(n : nat) : nat", "f must have its body written, not built by tactics"],
  ])("refuses %s", (_, text, problem) => {
    expect(objection(text)).toContain(problem);
  });

  it.each(["[n : nat]", "(n m := O)", "(n : nat := O)", "(f)(n : nat :=(O))", "(n 1 : nat)", "(n, m : nat)"])(
    "refuses parameters that it can't read: %s",
    (parameters) => {
      expect(objection(`${parameters} := O`)).toBe("f has unclear parameters: write (x : X)");
    },
  );

  it("refuses a function without a name", () => {
    expect(writtenRecursionObjection("Fixpoint")).toBe("a Fixpoint must have a name");
  });

  it.each([
    [":=", "match n with O => O | S k => g (fun j=>@id nat (match j with S k => f k end)) end"],
    [":=", "match n with O => O | S k => f k~1 end"],
    [":=", "match n with O => O | S k => f k.(g) end"],
    [":=", "match n with O => O | S k => f k%nat end"],
    [":=", 'match n with O => O | S k => g j "match n with S j => " (f j) end'],
    [":=", "fun `(n : nat) => f n"],
    [":=", "fun 'n => f n"],
    [":=@", "g (let x := O in f x)"],
  ])("refuses signs that it doesn't know: %s %s", (equals, body) => {
    expect(objection(`(n : nat) : nat ${equals} ${body}`)).toMatch(
      /^f holds the sign \S+, which isn't known here: put blanks between signs, or write what it stands for$/,
    );
  });

  it.each(["forall y : nat, nat", "g (fun y => y)"])(
    "follows binders over the commas and arrows in their types: %s",
    (type) => {
      expect(objection(where(`g (fun (p : ${type}) (j : nat) => f k)`))).toBeUndefined();
      expect(objection(where(`g (fun (p : ${type}) (k : nat) => f k)`))).toContain("it binds k again");
    },
  );

  it.each([
    ["m k", undefined],
    ["(a := m) k", USED],
    ["(a := O) k k", USED],
  ])("refuses arguments that are given by name: %s", (given, problem) => {
    const problems = objection(`{a : nat} (m n : nat) := match n with O => O | S k => f ${given} end`);
    if (problem === undefined) expect(problems).toBeUndefined();
    else expect(problems).toContain(problem);
  });
});
