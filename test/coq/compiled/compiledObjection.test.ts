import { describe, expect, it } from "vitest";
import { compiledObjection } from "../../../src/coq/compiled/compiledObjection.js";
import { writtenRecursions } from "../../../src/coq/writtenRecursion.js";
import { compiledBytes, summary } from "./compiledBytes.js";
import { NAT, app, block, constant, lambda, list, match, recursive, rel, zero } from "./kernelTerms.js";

const GOOD = recursive(app(rel(3), rel(1)));
const BAD = recursive(app(rel(3), rel(2)));
const CALL =
  "the recursive function f is called on something other than a variable that a match on its parameter binds around the call";

const objection = (bytes: Buffer, ...recursions: string[]): string | undefined =>
  compiledObjection(bytes, { library: "Equiloss.Tiny", recursions });

describe("compiledObjection", () => {
  it("is to the first recursive function that isn't admitted, in definitions or in proofs", () => {
    expect(objection(compiledBytes({ library: GOOD, opaques: list(GOOD) }))).toBeUndefined();
    expect(objection(compiledBytes({ library: BAD, opaques: GOOD }))).toBe(CALL);
    expect(objection(compiledBytes({ library: GOOD, opaques: list(0, list(BAD)) }))).toBe(CALL);
    expect(objection(compiledBytes({ library: GOOD, opaques: GOOD, tasks: BAD }))).toBeUndefined();
  });

  it("is to a match on a type whose constructors hold definitions", () => {
    const info = list(list(0, 0), 0, list(0, 2), list(0, 1), 0, 0);
    const [, ...others] = match(constant("n"), [zero]).fields;
    const library = lambda(NAT, block(13, info, ...others));
    expect(objection(compiledBytes({ library, opaques: 0 }))).toBe(
      "a match takes apart a type whose constructors or fields hold definitions",
    );
  });

  it("is to a function that the source names and that isn't found, as if it had another form", () => {
    const file = compiledBytes({ library: GOOD, opaques: 0 });
    expect(objection(file, "f")).toBeUndefined();
    expect(objection(file, "f", "g")).toBe(
      "what Coq compiled can't be read (the recursive function g isn't found), so it can't be judged",
    );
    const source =
      "Fixpoint f n := n. (* Fixpoint h. *) Local Fixpoint g (n : nat) := n. Definition Fixpoint' := 0.";
    expect(writtenRecursions(source)).toEqual(["f", "g"]);
  });

  it("is to a file that is another library than the source's", () => {
    const other = (library: string): Buffer =>
      compiledBytes({ summary: summary(library), library: GOOD, opaques: 0 });
    expect(objection(other("Equiloss.Tiny"))).toBeUndefined();
    expect(objection(other("Equiloss.Growth"))).toBe(
      "what Coq compiled is Equiloss.Growth, not Equiloss.Tiny",
    );
    expect(objection(other("Equiloss.Counting.Tiny"))).toBe(
      "what Coq compiled is Equiloss.Counting.Tiny, not Equiloss.Tiny",
    );
  });

  it("is to a match that is kept in another form, which could hide what it binds", () => {
    const { fields } = match(constant("n"), [zero]);
    const library = lambda(NAT, block(12, ...fields));
    expect(objection(compiledBytes({ library, opaques: 0 }))).toBe(
      "what Coq compiled can't be read (a match of another version of Coq), so it can't be judged",
    );
  });

  it("is none to mistakes of the program", () => {
    const broken = {
      toString: () => {
        throw new TypeError("a mistake");
      },
    };
    expect(() => objection(broken as unknown as Buffer)).toThrow("a mistake");
  });
});
