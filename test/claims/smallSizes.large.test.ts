import { expect, test } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { RUNS } from "../../src/claims/evidence/sampled.js";
import { quickContext } from "./quickContext.js";

const evidence = claims.flatMap((claim) => evidenceOf(claim).map((piece) => ({ id: claim.id, ...piece })));

// test/verify.test.ts says the same of all evidence at the default sizes, and is not a large file.
test("there is evidence to try", () => {
  expect(evidence.length).toBeGreaterThan(60);
});

test.each(evidence)("$id: $name holds at small sizes", async ({ run }) => {
  const verdict = await run(quickContext);
  expect(verdict).toMatchObject({ held: true });
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
  if (verdict.kind === "sampled")
    expect(verdict).toMatchObject({ cases: RUNS.toString(), seed: quickContext.seed });
});
