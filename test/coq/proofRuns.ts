import type { Development } from "../../src/coq/development.js";
import type { ProofRun, TheoremVerdict } from "../../src/coq/proofRun.js";

/** What a run says of a statement that it grows. */
export const verdict = (problem?: string): TheoremVerdict => ({
  name: "Grows",
  theorem: "grows",
  claims: ["eq-6"],
  says: "It grows.",
  file: "Growth",
  assumptions: [],
  problem,
  leftOut: false,
});

/** A run of native Coq and coqchk, without theorems unless they are given. */
export const runWith = (changes: Partial<ProofRun> = {}): ProofRun => ({
  backend: "native",
  version: "8.16.1",
  rechecked: true,
  hash: "1",
  theorems: [],
  problems: [],
  ...changes,
});

/** Proofs of which nothing is read but the hash, that of {@link runWith}. */
export const HASHED = { hash: "1" } as Development;
