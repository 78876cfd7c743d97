import { describe, expect, test } from "vitest";
import { CHECKS } from "../../src/crosscheck/checks.js";
import { runCheck } from "../../src/crosscheck/crosscheck.js";
import type { Fault } from "../../src/crosscheck/fault.js";
import { measuredBackend, whyNoWebGpu } from "./measuredBackend.js";

const reason = await whyNoWebGpu();
if (reason !== undefined) process.stdout.write(`\nwebgpu: NOT RUN, ${reason}\n`);

const FAULTS: readonly Fault[] = [
  { kind: "kernel", size: 1e-3 },
  { kind: "weight", size: 1 },
  { kind: "weight", size: 2 },
  { kind: "accumulation", bits: 11 },
];

const chosen = CHECKS.filter(({ claim }) => ["def-3.2", "mlp-invariance"].includes(claim));

describe.skipIf(reason !== undefined)("on webgpu", async () => {
  const { backend, measured } =
    reason === undefined ? await measuredBackend("webgpu") : await measuredBackend("cpu");
  const quiet = { backend, points: 10, inputs: 5, seed: 1, progress: () => undefined };

  test("kernels and products are those of float32, and not the processor's", () => {
    expect(measured.failure).toBeUndefined();
    expect(backend.tf.getBackend()).toBe("webgpu");
    expect(backend.tf.env().getBool("WEBGPU_CPU_FORWARD")).toBe(false);
  });

  const holding = CHECKS.filter((check) => chosen.includes(check) || check.claim === "prop-4.3");

  test.each(holding)("$claim holds, and frees its tensors", async (check) => {
    const before = backend.tf.memory().numTensors;
    expect(await runCheck(check, quiet, measured)).toMatchObject({ held: true, failure: undefined });
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  test.each(chosen.flatMap((check) => FAULTS.map((fault) => ({ check, fault }))))(
    "$check.claim notices $fault",
    async ({ check, fault }) => {
      const report = await runCheck(check, { ...quiet, fault }, measured);
      expect(report.failure).toMatch(/off by .* where .* is the bound/);
    },
  );
});
