import { describe, expect, it } from "vitest";
import { citations } from "./citations.js";
import { plantedTree, printed } from "./tree.js";

const STATEMENTS = `
(** [eq-6] It grows. *)
Definition Grows : Prop := True.
(** A help. *)
Definition Helps : Prop := True.
`;

/** What is found in a tree with one claim that cites these theorems. */
function found(theorems: string, statements = STATEMENTS): string[] {
  return printed(
    citations(
      plantedTree({
        "src/claims/eq-6.ts": `export const claim = { id: "eq-6", evidence: [], cites: { properties: [], theorems: ${theorems}, tests: [] } };`,
        "src/claims/registry.ts": 'import { claim } from "./eq-6.js";\nexport const claims = [claim];',
        "proofs/Statements.v": statements,
      }),
    ),
  );
}

describe("citations of theorems", () => {
  it("finds nothing where claim and statement name each other", () => {
    expect(found('["grows"]')).toEqual([]);
  });

  it("finds a theorem that isn't stated", () => {
    expect(found('["grows", "shrinks"]')).toEqual([
      "src/claims/eq-6.ts:1: dangling-theorem: proofs/Statements.v has no shrinks for eq-6",
    ]);
  });

  it("finds a theorem that is stated for no claim, or for another", () => {
    expect(found('["grows", "helps"]')).toEqual([
      "src/claims/eq-6.ts:1: dangling-theorem: proofs/Statements.v has no helps for eq-6",
    ]);
    expect(found('["grows"]', STATEMENTS.replace("eq-6", "eq-5"))).toEqual([
      "src/claims/eq-6.ts:1: dangling-theorem: proofs/Statements.v has no grows for eq-6",
      "proofs/Statements.v:1: uncited-theorem: grows is stated for eq-5, which doesn't cite it",
    ]);
  });

  it("finds a statement that its claim doesn't cite", () => {
    expect(found("[]")).toEqual([
      "proofs/Statements.v:1: uncited-theorem: grows is stated for eq-6, which doesn't cite it",
    ]);
  });

  it("can't read a computed name", () => {
    expect(found("[name]")).toContain("src/claims/eq-6.ts:1: computed: cites what is not written out");
  });
});
