import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { VerificationResult } from "../src/claims/evidence/claimResult.js";
import { evidenceOf } from "../src/claims/evidence/evidenceOf.js";
import { RUNS } from "../src/claims/evidence/sampled.js";
import type { Verdict } from "../src/claims/evidence/verdict.js";
import { claims } from "../src/claims/registry.js";
import type { ProofRun } from "../src/coq/proofRun.js";
import { equilossWith } from "./runEquiloss.js";

/** An empty folder for the cache, so that no earlier result counts as one of these proofs. */
const cache = mkdtempSync(join(tmpdir(), "equiloss-cache-"));
const env = { ...process.env, XDG_CACHE_HOME: cache };

afterAll(() => {
  rmSync(cache, { recursive: true });
});

/** With the embedded Coq it takes many minutes. */
const PATIENCE = { timeout: 1_800_000 };

/** Expects that nothing failed and nothing was left out: as many cases as expected, and at least one. */
function expectSound(verdict: Verdict): void {
  expect(verdict).not.toHaveProperty("failure");
  if (verdict.kind === "exhaustive") {
    expect(verdict.visited).toBe(verdict.expected);
    expect(verdict.visited).not.toBe("0");
    expect(verdict.range).not.toMatch(/undefined|NaN/);
  }
  if (verdict.kind === "certified") {
    expect(verdict.accepted).toBe(verdict.expected);
    expect(verdict.accepted).not.toBe("0");
  }
  if (verdict.kind === "sampled") expect(verdict.cases).toBe(RUNS.toString());
}

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
