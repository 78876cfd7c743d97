import { type TaskMeta, expect } from "vitest";
import type { VerificationResult } from "../src/claims/evidence/claimResult.js";
import { evidenceOf } from "../src/claims/evidence/evidenceOf.js";
import { claims } from "../src/claims/registry.js";
import { expectSound } from "./claims/expectSound.js";
import type { Run } from "./runEquiloss.js";

/**
 * Expects that a run of `equiloss verify --reporter json` settled every claim that has evidence, and has the
 * reporter print its table when the tests end.
 *
 * @param proofs what the run says of the proofs, beside that they hold.
 */
export function expectSettled({ status, stdout, stderr }: Run, meta: TaskMeta, proofs: object): void {
  expect(stderr).not.toMatch(/equiloss:/);
  const result = JSON.parse(stdout) as VerificationResult;
  meta.verification = result;
  expect(result.proofs).toMatchObject({ ran: true, held: true, problems: [], ...proofs });
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
}

/** With the embedded Coq, the proofs take many minutes. */
export const PATIENCE = { timeout: 1_800_000 };
