import { it } from "vitest";
import { HAS_COQ } from "./coq/tinyProofs.js";
import { equilossWith } from "./runEquiloss.js";
import { scratchFolder } from "./scratchFolder.js";
import { PATIENCE, expectSettled } from "./settledClaims.js";

/** An empty folder for the cache, so that no earlier result counts as one of these proofs. */
const env = { ...process.env, XDG_CACHE_HOME: scratchFolder() };

// CI has test/proofs.test.ts in its place, in which coqchk reads the proofs a second time.
it(
  "settles every claim that has evidence, at the default sizes, and proves every theorem",
  PATIENCE,
  (context) => {
    const coq = HAS_COQ ? "native" : "embedded";
    const run = equilossWith({ env }, "verify", "--proofs", coq, "--reporter", "json");
    expectSettled(run, context.task.meta, { cached: false, leftOut: HAS_COQ ? [] : ["thresholds"] });
  },
);
