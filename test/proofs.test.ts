import { describe, expect, it } from "vitest";
import type { ProofRun } from "../src/coq/proofRun.js";
import { equilossWith } from "./runEquiloss.js";
import { scratchFolder } from "./scratchFolder.js";
import { PATIENCE, expectSettled } from "./settledClaims.js";

/** An empty folder for the cache, so that no earlier result counts as one of these proofs. */
const env = { ...process.env, XDG_CACHE_HOME: scratchFolder() };

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
    const run = equilossWith({ env }, "verify", "--proofs", "kept", "--reporter", "json");
    expectSettled(run, task.meta, { cached: true });
  });
});
