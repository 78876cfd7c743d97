import { describe, expect, it } from "vitest";
import type { VerificationResult } from "../src/claims/evidence/claimResult.js";
import { evidenceOf } from "../src/claims/evidence/evidenceOf.js";
import { claims } from "../src/claims/registry.js";
import type { ProofRun } from "../src/coq/proofRun.js";
import { expectSound } from "./claims/expectSound.js";
import { equilossWith } from "./runEquiloss.js";
import { scratchFolder } from "./scratchFolder.js";

/** An empty folder for the cache, so that no earlier result counts as one of these proofs. */
const env = { ...process.env, XDG_CACHE_HOME: scratchFolder() };

/** With the embedded Coq it takes many minutes. */
const PATIENCE = { timeout: 1_800_000 };

describe("equiloss", () => {
  it("proves every theorem, with the Coq that is installed or else the embedded one", PATIENCE, () => {
    const { status, stdout } = equilossWith({ env }, "proofs", "--json");
    const run = JSON.parse(stdout) as ProofRun;
    expect(run.problems).toEqual([]);
    expect(run.theorems.filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(run.theorems.flatMap(({ assumptions }) => assumptions)).toEqual([]);
    const leftOut = run.theorems.filter((theorem) => theorem.leftOut).map(({ theorem }) => theorem);
    expect(leftOut).toEqual(run.backend === "native" ? [] : ["thresholds"]);
    expect(status).toBe(0);
  });

  it("settles every claim that has evidence, at the default sizes", PATIENCE, ({ task }) => {
    // The proofs' result is kept by the test before, so that Coq needn't run twice.
    const { status, stdout, stderr } = equilossWith(
      { env },
      "verify",
      "--proofs",
      "kept",
      "--reporter",
      "json",
    );
    expect(stderr).not.toMatch(/equiloss:/);
    const result = JSON.parse(stdout) as VerificationResult;
    // The reporter prints this as a table when the run ends.
    task.meta.verification = result;
    expect(result.proofs).toMatchObject({ ran: true, held: true, cached: true, problems: [] });
    expect(status).toBe(0);
    expect(result.ok).toBe(true);
    expect(result.claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    const leftOut = result.proofs.ran ? result.proofs.leftOut : [];
    for (const claim of claims) {
      const verdicts = result.claims.find(({ id }) => id === claim.id)?.verdicts ?? [];
      const held = verdicts.map((verdict) => (verdict.kind === "missing" ? "missing" : verdict.held));
      const theorems = (claim.theorems ?? []).filter((theorem) => !leftOut.includes(theorem));
      const expected = [...theorems, ...evidenceOf(claim)].map(() => true);
      expect([claim.id, held]).toEqual([claim.id, expected.length === 0 ? ["missing"] : expected]);
      verdicts.forEach(expectSound);
    }
  });
});
