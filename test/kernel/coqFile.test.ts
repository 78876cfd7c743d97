import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { checkByKernel } from "../../src/kernel/checkByKernel.js";
import { coqFile } from "../../src/kernel/coqFile.js";
import { READERS } from "../../src/kernel/kinds.js";
import { ACCEPTED } from "../checker/corpus.js";

const PROOFS = proofsIn(readDevelopment(fileURLToPath(new URL("../../proofs", import.meta.url))));

describe("a file for Coq", () => {
  it("applies the soundness theorem of the function that the kernel asks, from its theory", async () => {
    const asked = new Set<string>();
    for (const { text, expected, kind = "" } of ACCEPTED.filter(({ kind = "" }) => READERS.has(kind))) {
      const verdict = await checkByKernel(text, expected);
      if (verdict.accepted !== true) continue;
      const name = verdict.shows.split(" ")[0] ?? "";
      const proof = PROOFS.find(({ check }) => check?.name === name);
      expect([kind, proof?.statement.theorem]).toEqual([kind, expect.any(String)]);
      const file = await coqFile(text, expected);
      expect(file).toContain(`Proof. apply (${proof?.statement.theorem ?? ""} `);
      expect(file).toContain(`From Equiloss.Checkers Require Import ${proof?.file.split("/")[1] ?? ""}.`);
      asked.add(name);
    }
    expect(asked.size).toBe(8);
  });
});
