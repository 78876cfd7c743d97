import { expect, test } from "vitest";
import { evidenceOf } from "../../../src/claims/evidence/evidenceOf.js";
import { numeric } from "../../../src/claims/evidence/numeric.js";
import { badge, sentence } from "../../../src/cli/commands/verify/reporters/wording.js";
import { CHECKS } from "../../../src/crosscheck/checks.js";
import { claims } from "../../../src/claims/registry.js";
import { quickContext } from "../quickContext.js";

test("a claim in floats gets a verdict with its error, its bound and its backend", async () => {
  const verdict = await numeric("fig-6").run({ ...quickContext, seed: 7 });
  expect(verdict).toMatchObject({
    kind: "numeric",
    held: true,
    cases: "182",
    seed: 7,
    backend: { name: "wasm", version: "4.22.0" },
  });
  if (verdict.kind !== "numeric") throw new Error("another kind");
  expect(verdict.error).toBeLessThanOrEqual(verdict.bound ?? 0);
  expect(badge(verdict)).toMatch(/^numeric 182 on wasm, error [0-9.]+e-[0-9]+ of [0-9.]+e-[0-9]+ allowed$/);
  expect(sentence(verdict)).toMatch(
    /182 numbers on wasm \(WebAssembly.*tfjs 4\.22\.0, float32.*\), seed 7; closest/,
  );
});

test("a failure and a missing number are told", () => {
  const failed = {
    kind: "numeric",
    held: false,
    what: "f",
    cases: "1",
    error: null,
    bound: null,
    backend: { name: "wasm", device: "d", version: "v", precision: "p" },
    seed: 1,
    failure: "NaN",
  } as const;
  expect(badge(failed)).toBe("FAILED numeric 1 on wasm");
  expect(sentence(failed)).toMatch(/error no number, bound no number\. FAILED: NaN$/);
});

test("a claim without a check in floats has no such evidence", async () => {
  await expect(async () => numeric("eq-6").run(quickContext)).rejects.toThrow("no check of eq-6");
});

test("every check is evidence of its claim", () => {
  const checked = claims.filter(({ floats }) => floats !== undefined).map(({ id }) => id);
  expect(checked.sort()).toEqual(CHECKS.map(({ claim }) => claim).sort());
  for (const claim of claims) {
    const names = evidenceOf(claim).map(({ name }) => name);
    expect([claim.id, names.includes("floats")]).toEqual([claim.id, checked.includes(claim.id)]);
  }
});
