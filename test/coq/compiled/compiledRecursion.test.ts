import { describe, expect, it } from "vitest";
import { compiledObjection } from "../../../src/coq/compiled/compiledRecursion.js";
import { writtenRecursions } from "../../../src/coq/writtenRecursion.js";
import { compiledFile } from "./compiledFile.js";
import { NAT, app, block, constant, lambda, list, match, recursive, rel, zero } from "./kernelTerms.js";

const GOOD = recursive(app(rel(3), rel(1)));
const BAD = recursive(app(rel(3), rel(2)));
const CALL =
  "the recursive function f is called on something else than a variable that a match on its parameter binds around the call";

describe("compiledObjection", () => {
  it("is to the first recursive function that isn't admitted, in definitions or in proofs", () => {
    expect(compiledObjection(compiledFile({ library: GOOD, opaques: list(GOOD) }), [])).toBeUndefined();
    expect(compiledObjection(compiledFile({ library: BAD, opaques: GOOD }), [])).toBe(CALL);
    expect(compiledObjection(compiledFile({ library: GOOD, opaques: list(0, list(BAD)) }), [])).toBe(CALL);
    expect(compiledObjection(compiledFile({ library: GOOD, opaques: GOOD, tasks: BAD }), [])).toBeUndefined();
  });

  it("is to a match on a type whose constructors hold definitions", () => {
    const info = list(list(), 0, list(0, 2), list(0, 1), 0, 0);
    const [, ...others] = match(constant("n"), [zero]).fields;
    const library = lambda(NAT, block(13, info, ...others));
    expect(compiledObjection(compiledFile({ library, opaques: 0 }), [])).toBe(
      "a match takes apart a type whose constructors or fields hold definitions",
    );
  });

  it("is to a function that the source names and that isn't found, as if Coq kept it in another shape", () => {
    const file = compiledFile({ library: GOOD, opaques: 0 });
    expect(compiledObjection(file, ["f"])).toBeUndefined();
    expect(compiledObjection(file, ["f", "g"])).toBe(
      "what Coq compiled can't be read (the recursive function g isn't found), so it can't be judged",
    );
    const source =
      "Fixpoint f n := n. (* Fixpoint h. *) Local Fixpoint g (n : nat) := n. Definition Fixpoint' := 0.";
    expect(writtenRecursions(source)).toEqual(["f", "g"]);
  });

  it("is none to mistakes of the program", () => {
    const broken = {
      toString: () => {
        throw new TypeError("a mistake");
      },
    };
    expect(() => compiledObjection(broken as unknown as Buffer, [])).toThrow("a mistake");
  });
});
