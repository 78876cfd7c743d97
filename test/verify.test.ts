import { describe, expect, it } from "vitest";
import type { VerificationResult } from "../src/claims/claimResult.js";
import { claims } from "../src/claims/registry.js";
import { equiloss } from "./runEquiloss.js";

describe("equiloss verify", () => {
  it("settles every claim that has evidence, at the default sizes", { timeout: 600_000 }, ({ task }) => {
    const { status, stdout, stderr } = equiloss("verify", "--reporter", "json");
    expect(stderr).not.toMatch(/equiloss:/);
    const result = JSON.parse(stdout) as VerificationResult;
    // The reporter prints this as a table when the run ends.
    task.meta.verification = result;
    expect(status).toBe(0);
    expect(result.ok).toBe(true);
    expect(result.claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
    for (const claim of claims) {
      const verdicts = result.claims.find(({ id }) => id === claim.id)?.verdicts ?? [];
      const held = verdicts.map((verdict) => (verdict.kind === "missing" ? "missing" : verdict.held));
      const theorems = result.proofs.ran ? (claim.cites.theorems ?? []) : [];
      const expected = [...theorems, ...claim.evidence].map(() => true);
      expect([claim.id, held]).toEqual([claim.id, expected.length === 0 ? ["missing"] : expected]);
    }
  });
});
