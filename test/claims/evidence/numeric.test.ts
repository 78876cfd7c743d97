import { expect, test } from "vitest";
import { numeric } from "../../../src/claims/evidence/numeric.js";
import { badge, sentence } from "../../../src/cli/commands/verify/reporters/wording.js";
import { CHECKS } from "../../../src/crosscheck/checks.js";
import { claimById } from "../../../src/claims/registry.js";
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
  expect(badge(verdict)).toMatch(/^numeric 182, error [0-9.]+e-[0-9]+, bound [0-9.]+e-[0-9]+, wasm$/);
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
  expect(badge(failed)).toBe("FAILED numeric 1, wasm");
  expect(sentence(failed)).toMatch(/error no number, bound no number\. FAILED: NaN$/);
});

test("a claim without a check in floats has no such evidence", async () => {
  await expect(async () => numeric("eq-6").run(quickContext)).rejects.toThrow("no check of eq-6");
});

test("every check is evidence of its claim", () => {
  const cited = CHECKS.map(({ claim }) => claim).filter((id) =>
    claimById(id)?.evidence.some(({ name }) => name === "floats"),
  );
  // Its claim takes the check up once it has evidence of its own.
  const waiting = claimById("mlp-invariance")?.evidence.length === 0 ? ["mlp-invariance"] : [];
  expect([...cited, ...waiting].sort()).toEqual(CHECKS.map(({ claim }) => claim).sort());
});
