import { defineConfig } from "vitest/config";

/** The tests that mutants are run against: quick ones, of what is mutated. */
export default defineConfig({
  test: {
    include: [
      ...["exact", "combinatorics", "network", "manifold", "landscape", "checker", "coq"].map(
        (room) => `test/${room}/**/*.test.ts`,
      ),
      "test/proofs/vectorsOfCoq.test.ts",
    ],
    exclude: [
      // Random damage of certificates takes minutes, and the corpus has to do without it.
      ...["**/*.large.test.ts", "**/fuzz.test.ts"],
      // Mutants are tested in threads, where HOME doesn't move the home folder.
      "test/coq/cacheFolder.test.ts",
    ],
    // Tests that need one are skipped, as they take minutes.
    env: { WITHOUT_COQ: "yes" },
    setupFiles: ["test/mutationSetup.ts"],
    // Instrumented code is several times slower, and the dry run must not time out.
    testTimeout: 60_000,
    reporters: ["default"],
  },
});
