import { beforeAll, describe, expect, test } from "vitest";
import type { Backend } from "../../src/crosscheck/backends.js";
import { CHECKS } from "../../src/crosscheck/checks.js";
import { crosscheck, runCheck } from "../../src/crosscheck/crosscheck.js";
import type { Fault } from "../../src/crosscheck/fault.js";
import type { Measured } from "../../src/crosscheck/measuredAccuracy.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { measuredBackend } from "./measuredBackend.js";

const KERNEL: Fault = { kind: "kernel", size: 1e-3 };
const DROPPED: Fault = { kind: "weight", size: 1 };
const SWAPPED: Fault = { kind: "weight", size: 2 };
const FLOAT16: Fault = { kind: "accumulation", bits: 11 };
const SCALED: Fault = { kind: "scale", size: 2 ** -6 };

/** The planted errors that a check has to notice by itself, whatever the measuring of the kernels says. */
const CAUGHT: Readonly<Record<string, readonly Fault[]>> = {
  "def-3.2": [KERNEL, DROPPED, SWAPPED, FLOAT16, SCALED],
  "thm-3.1-path": [KERNEL, DROPPED, SWAPPED, FLOAT16, SCALED],
  "prop-4.3": [KERNEL, DROPPED, SWAPPED, FLOAT16, SCALED],
  "prop-4.4": [DROPPED, SWAPPED, SCALED],
  // There are no networks in it, and so no weights.
  "fig-6": [KERNEL, FLOAT16, SCALED],
  "mlp-invariance": [KERNEL, DROPPED, SWAPPED, FLOAT16, SCALED],
  "ext-saddle": [DROPPED, SWAPPED, SCALED],
};

const quiet = { points: 20, inputs: 5, seed: 1, progress: () => undefined };

test("every check has errors planted in it", () => {
  expect(Object.keys(CAUGHT)).toEqual(CHECKS.map(({ claim }) => claim));
});

describe.each(["cpu", "wasm"] as const)("on %s", (name) => {
  let backend: Backend;
  let measured: Measured;
  beforeAll(async () => {
    ({ backend, measured } = await measuredBackend(name));
  });

  test.each(CHECKS)("$claim holds, and frees its tensors", async (check) => {
    const before = backend.tf.memory().numTensors;
    const report = await runCheck(check, { backend, ...quiet }, measured);
    expect(report).toMatchObject({ held: true, failure: undefined });
    expect(report.cases).toMatch(/^[1-9]/);
    expect(report.worst?.error).toBeLessThanOrEqual(report.worst?.bound ?? 0);
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  test.each(CHECKS.flatMap((check) => (CAUGHT[check.claim] ?? []).map((fault) => ({ check, fault }))))(
    "$check.claim notices $fault",
    async ({ check, fault }) => {
      const report = await runCheck(check, { backend, ...quiet, fault }, measured);
      expect(report.held).toBe(false);
      expect(report.failure).toMatch(/off by .* where .* is the bound|not negative/);
    },
  );

  test("a kernel that is off is found out by the measuring alone", async () => {
    const report = await crosscheck({
      backend,
      ...quiet,
      claims: ["def-3.2"],
      fault: { kind: "kernel", size: 4e-6 },
    });
    expect(report.ok).toBe(false);
    expect(report.measured.failure).toMatch(/no float32 kernel/);
    expect(report.checks[0]?.failure).toBe(report.measured.failure);
  });

  test("tensors that are left behind are told", async () => {
    const report = await crosscheck({
      ...quiet,
      backend,
      claims: ["def-3.2"],
      progress: () => {
        backend.tf.scalar(1);
      },
    });
    expect(report.leaked).toBeGreaterThan(0);
    expect(report.ok).toBe(false);
  });

  test("no claims are no success", async () => {
    expect((await crosscheck({ backend, ...quiet, claims: [] })).ok).toBe(false);
  });

  test("the same seed gives the same numbers, another one others", async () => {
    const run = async (seed: number) => crosscheck({ backend, ...quiet, claims: ["def-3.2"], seed });
    const [once, again, other] = [await run(1), await run(1), await run(2)];
    expect(again).toEqual(once);
    expect(other.checks[0]?.worst).not.toEqual(once.checks[0]?.worst);
  });

  test.each([
    ["weights too large for float32", "1" + "0".repeat(39), "1", /overflows float32/],
    ["outputs that overflow float32", "1", "3" + "0".repeat(38), /no finite numbers/],
    ["preactivations where no kernel was measured", "1000", "1", /kernels are measured up to 128/],
  ])("%s fail", async (_, incoming, outgoing, message) => {
    const units = [unitOf([incoming], [outgoing]), unitOf(["1/3"], [outgoing])];
    const theta = twoLayerNetwork(1, 1, units);
    const check = CHECKS[0];
    if (check === undefined) throw new Error("no checks");
    const report = await runCheck(check, { backend, ...quiet, theta }, measured);
    expect(report.held).toBe(false);
    expect(report.failure).toMatch(message);
  });
});
