import { describe, expect, it } from "vitest";
import { type ProofRun, type TheoremVerdict, checkedBy, isProved } from "../../src/coq/proofRun.js";

const theorem = (problem?: string): TheoremVerdict => ({
  name: "Grows",
  theorem: "grows",
  claims: [],
  says: "It grows.",
  file: "Growth",
  assumptions: [],
  problem,
  leftOut: false,
});
const run = (changes: Partial<ProofRun>): ProofRun => ({
  backend: "native",
  version: "8.16.1",
  rechecked: false,
  hash: "1",
  theorems: [theorem(), theorem()],
  problems: [],
  ...changes,
});

describe("a run of Coq", () => {
  it("proves all if nothing is wrong with any theorem, nor with the whole", () => {
    expect(isProved(run({}))).toBe(true);
    expect(isProved(run({ theorems: [theorem(), theorem("no")] }))).toBe(false);
    expect(isProved(run({ problems: ["no"] }))).toBe(false);
  });

  it("says who checked", () => {
    expect(checkedBy(run({}))).toBe("Coq 8.16.1");
    expect(checkedBy(run({ rechecked: true }))).toBe("Coq 8.16.1 and coqchk");
    expect(checkedBy(run({ backend: "embedded", rechecked: true }))).toBe("Coq 8.16.1");
  });
});
