import { expect, test } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { expectSound } from "./expectSound.js";
import { quickContext } from "./quickContext.js";

const evidence = claims.flatMap((claim) => evidenceOf(claim).map((piece) => ({ id: claim.id, ...piece })));

// test/proofs.test.ts says the same of all evidence at the default sizes, and is not a large file.
test("there is evidence to try", () => {
  expect(evidence.length).toBeGreaterThan(60);
});

test.each(evidence)("$id: $name holds at small sizes", async ({ run }) => {
  const verdict = await run(quickContext);
  expect(verdict).toMatchObject({ held: true });
  expectSound(verdict);
  if (verdict.kind === "sampled") expect(verdict).toMatchObject({ seed: quickContext.seed });
});
