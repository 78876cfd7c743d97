import { describe, expect, it } from "vitest";
import { type Backend, type BackendKind, CoqError } from "../../src/coq/backend.js";
import type { Development } from "../../src/coq/development.js";
import { VECTORS, valuesIn, vectorsObjection, vectorsText } from "../../src/coq/vectors.js";

const QUERIES = `(** Asks. *)
From Coq Require Import List ZArith.
From Equiloss Require Import Statements.
Import ListNotations.
Set Printing Depth 100000.
Eval cbv in T 1 4. Eval vm_compute in
  T 8 9.
`;
const BOTH = "     = 37%Z\n     : Z\n     = 1\n     : nat\n";

function development(vectors: string | undefined, queries = QUERIES): Development {
  const expected: Record<string, string> = vectors === undefined ? {} : { [VECTORS]: vectors };
  return { folder: "", theories: [], audit: "", queries, expected, hash: "" };
}

/** A Coq that prints what it is told to, and keeps what it was asked. */
function coq(output: string, kind: BackendKind = "native"): { backend: Backend; asked: string[] } {
  const asked: string[] = [];
  const backend: Backend = {
    kind,
    version: "",
    recheck: undefined,
    compile: () => Promise.resolve(new Map()),
    together: (theories) => [theories],
    audit: (text) => {
      asked.push(text);
      return output === "" ? Promise.reject(new CoqError("no T")) : Promise.resolve(output);
    },
    stop: () => Promise.resolve(),
  };
  return { backend, asked };
}

const objection = (
  vectors: string | undefined,
  output: string,
  kind?: BackendKind,
  queries?: string,
): Promise<string | undefined> => vectorsObjection(development(vectors, queries), coq(output, kind).backend);

describe("values that Coq prints", () => {
  it("are the same wherever it breaks lines and says Z", () => {
    const expected = ["[[Label 0; Zero 1]; []]", "[1; 2]"];
    expect(
      valuesIn("     = [ [Label 0;\n   Zero 1]; \n  []]\n     : list\n x\n  = [1; 2]%Z\n : list Z"),
    ).toEqual(expected);
    expect(valuesIn("= [[Label 0; Zero 1]; [ ]] : list (list code)\n = [1%Z; 2%Z ] : list Z\n")).toEqual(
      expected,
    );
    expect(valuesIn("= (1%nat, [2%positive]) : nat * list positive")).toEqual(["(1, [2])"]);
    expect(valuesIn("")).toEqual([]);
  });
});

describe("what Coq computes against what is committed", () => {
  it("is as it should be, or the first difference is told by name", async () => {
    expect(await objection("T 1 4 = 37\nT 8 9 = 1\n", BOTH)).toBeUndefined();
    expect(await objection("T 1 4 = 37\nT 8 9 = 2\n", BOTH)).toMatch(/^T 8 9: what Coq computes is not/);
    expect(await objection("T 1 4 = 49\nT 8 9 = 2\n", BOTH)).toMatch(/^T 1 4: /);
    expect(await objection("T 1 4 = 37\n", BOTH)).toMatch(/^T 8 9: /);
    expect(await objection("T 1 4 = 37\nT 8 9 = 1\nT 0 0 = 1\n", BOTH)).toMatch(/^T 0 0: /);
    expect(await objection("T 1 4 = 3 = 7\nT 8 9 = 1\n", BOTH)).toMatch(/^T 1 4: /);
    expect(await objection(undefined, BOTH)).toMatch(/^T 1 4: /);
  });

  it("is left out where only native Coq is asked, but has to be committed", async () => {
    const { backend, asked } = coq("= 37 : Z", "embedded");
    expect(await vectorsObjection(development("T 1 4 = 37\nT 8 9 = 1\n"), backend)).toBeUndefined();
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^From Coq [^]*Eval cbv in T 1 4\.\n$/);
    expect(await objection("T 1 4 = 37\n", "= 37 : Z", "embedded")).toMatch(/^T 8 9: /);
  });

  it("is an objection where Coq refuses or answers too little", async () => {
    expect(await objection("T 1 4 = 37\nT 8 9 = 1\n", "")).toBe("Queries.v: no T");
    expect(await objection("T 1 4 = 37\nT 8 9 = 1\n", "= 37 : Z")).toBe(
      "Queries.v: Coq was asked for 2 values and printed 1",
    );
  });

  it("is none where something else fails", async () => {
    const { backend } = coq(BOTH);
    const broken = { ...backend, audit: () => Promise.reject(new TypeError("no Coq")) };
    await expect(vectorsObjection(development(""), broken)).rejects.toThrow(new TypeError("no Coq"));
  });

  it("is nothing without queries, but then nothing may be committed", async () => {
    expect(await objection(undefined, "", "native", "")).toBeUndefined();
    expect(await objection("T 1 4 = 37\n", "", "native", "")).toMatch(/^T 1 4: /);
  });

  it("is not asked in sentences that could redefine a name", async () => {
    for (const sentence of [
      "Definition T := 1.",
      "Notation T := 1.",
      "Load other.",
      "Import Other.",
      "Eval cbv in T 1 4",
    ])
      expect(await objection(undefined, BOTH, "native", `${QUERIES}${sentence}`), sentence).toBe(
        `Queries.v: line 8: queries must not use ${sentence}`,
      );
  });
});

describe("acknowledging", () => {
  it("writes the values, and keeps those that were not asked for", async () => {
    expect(await vectorsText(development(undefined), coq(BOTH).backend)).toBe("T 1 4 = 37\nT 8 9 = 1\n");
    const old = development("T 1 4 = 0\nT 8 9 = 5\nT 0 0 = 1\n");
    expect(await vectorsText(old, coq("= 37 : Z", "embedded").backend)).toBe("T 1 4 = 37\nT 8 9 = 5\n");
    expect(await vectorsText(development(undefined), coq("= 37 : Z", "embedded").backend)).toBe(
      "T 1 4 = 37\n",
    );
  });
});
