import { defineConfig } from "vitest/config";

/** The tests that mutants are run against: quick ones, of the rooms that are mutated. */
export default defineConfig({
  test: {
    include: ["exact", "combinatorics", "network", "manifold", "landscape", "checker"].map(
      (room) => `test/${room}/**/*.test.ts`,
    ),
    // Random damage of certificates takes minutes, and the corpus has to do without it.
    exclude: ["**/*.large.test.ts", "**/fuzz.test.ts"],
    setupFiles: ["test/mutationSetup.ts"],
    // Instrumented code is several times slower, and the dry run must not time out.
    testTimeout: 60_000,
    reporters: ["default"],
  },
});
