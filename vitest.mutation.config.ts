import { defineConfig } from "vitest/config";

/** The tests that mutants are run against: quick ones, of the rooms that are mutated. */
export default defineConfig({
  test: {
    include: [
      ...["exact", "combinatorics", "network", "manifold", "landscape", "coq"].map(
        (room) => `test/${room}/**/*.test.ts`,
      ),
      "test/proofs/vectorsOfCoq.test.ts",
    ],
    // Large ones, and whole runs of Coq, take minutes each.
    exclude: ["**/*.large.test.ts", "test/coq/wholeRuns.test.ts"],
    setupFiles: ["test/mutationSetup.ts"],
    // Instrumented code is several times slower, and the dry run must not time out.
    testTimeout: 60_000,
    reporters: ["default"],
  },
});
