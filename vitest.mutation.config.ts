import { defineConfig } from "vitest/config";

/** The tests that mutants are run against: quick ones, of what is mutated. */
export default defineConfig({
  test: {
    include: [
      ...["exact", "combinatorics", "network", "manifold", "landscape", "checker"].map(
        (room) => `test/${room}/**/*.test.ts`,
      ),
      // Of the judge only what reads texts: the others need a Coq, folders and processes.
      "test/coq/{sentences,statements,audit}.test.ts",
      "test/proofs/vectorsOfCoq.test.ts",
    ],
    // Random damage of certificates takes minutes, and the corpus has to do without it.
    exclude: ["**/*.large.test.ts", "**/fuzz.test.ts"],
    setupFiles: ["test/mutationSetup.ts"],
    // Instrumented code is several times slower, and the dry run must not time out.
    testTimeout: 60_000,
    reporters: ["default"],
  },
});
