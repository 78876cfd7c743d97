import { describe, expect, it } from "vitest";
import { assumptionsIn, assumptionsText, auditText, auditTogether } from "../../src/coq/audit.js";
import { CoqError } from "../../src/coq/backend.js";
import { proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { tinyProofs } from "./tinyProofs.js";

const CLOSED = "Closed under the global context\n";
const PROOFS = proofsIn(readDevelopment(tinyProofs()));

describe("auditText", () => {
  it("asks for every theorem, by its full name, as a proof of the statement's full name", () => {
    expect(auditText(PROOFS).split("*)\n")[1]).toBe(`
From Equiloss Require Statements.
From Equiloss Require Growth.
From Equiloss Require Twice.
From Equiloss Require Zero.

Definition grows : Statements.Grows := Growth.grows.
Print Assumptions grows.
Definition grows_twice : Statements.GrowsTwice := Twice.grows_twice.
Print Assumptions grows_twice.
Definition double_zero : Statements.DoubleZero := Zero.double_zero.
Print Assumptions double_zero.
`);
  });

  it("requires a theory from its folder, once, and calls it by its last name", () => {
    const moved = PROOFS.slice(0, 2).map((proof) => ({ ...proof, file: "Counting/Growth" }));
    expect(auditText(moved).split("\n").slice(3, 7)).toEqual([
      "From Equiloss Require Statements.",
      "From Equiloss.Counting Require Growth.",
      "",
      "Definition grows : Statements.Grows := Growth.grows.",
    ]);
  });

  it("says at its head what made it", () => {
    const [head, rest] = auditText([]).split("*)\n");
    expect(head).toMatch(
      /^\(\*\* Made by `npm run proofs -- --acknowledge` from Statements\.v: [^]* rests on\. $/,
    );
    expect(rest).toBe("\nFrom Equiloss Require Statements.\n\n");
  });

  it("asks for all at once", () => {
    expect(auditTogether(PROOFS.slice(0, 2))).toBe(`From Equiloss Require Statements.
From Equiloss Require Growth.
From Equiloss Require Twice.
Definition grows : Statements.Grows := Growth.grows.
Definition grows_twice : Statements.GrowsTwice := Twice.grows_twice.
Definition together := (I, grows, grows_twice).
Print Assumptions together.
`);
  });
});

describe("assumptionsIn", () => {
  it("reads answers in order", () => {
    const output = `${CLOSED}Axioms:
bad : False
Classical_Prop.classic : forall P : Prop, P \\/ ~ P
long_one
  : forall (n : nat),
    n = n
f is assumed to be guarded.
${CLOSED}Section Variables:
x : nat
`;
    expect([...assumptionsIn(output, ["a", "b", "c", "d"])]).toEqual([
      ["a", []],
      ["b", ["bad", "Classical_Prop.classic", "long_one", "f"]],
      ["c", []],
      ["d", ["x"]],
    ]);
  });

  it("takes only what stands at the start of a line for the start of an answer", () => {
    const output = `see Axioms: below\nAxioms:\nbad : "Axioms: good"\n  Closed under the global context`;
    expect([...assumptionsIn(output, ["a"])]).toEqual([["a", ["bad"]]]);
    expect([...assumptionsIn(`${CLOSED}That is all.\n`, ["a"])]).toEqual([["a", []]]);
  });

  it("never takes an answer without names for none", () => {
    expect([...assumptionsIn("Axioms:\n", ["a"])]).toEqual([["a", ["(axioms that could not be read)"]]]);
  });

  it.each([
    ["", 1, 0],
    [CLOSED, 2, 1],
    [CLOSED + CLOSED, 1, 2],
    ["Theory:\nSet is impredicative\n", 1, 0],
  ])("throws on %j for %d", (output, asked, answered) => {
    const theorems = Array.from({ length: asked }, (_, index) => `t${index}`);
    const message = `Coq was asked for the axioms of ${asked} theorems and answered ${answered} times`;
    expect(() => assumptionsIn(output, theorems)).toThrow(new CoqError(message));
  });

  it("becomes a line per theorem", () => {
    const assumptions = new Map(Object.entries({ a: [], b: ["bad", "worse"] }));
    expect(assumptionsText(assumptions)).toBe("a: no axioms\nb: bad worse\n");
  });
});
