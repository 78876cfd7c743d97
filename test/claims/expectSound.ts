import { expect } from "vitest";
import { RUNS } from "../../src/claims/evidence/sampled.js";
import type { Verdict } from "../../src/claims/evidence/verdict.js";

/** Expects that nothing failed and nothing was left out: as many cases as expected, and at least one. */
export function expectSound(verdict: Verdict): void {
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
