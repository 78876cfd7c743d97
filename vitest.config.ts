import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The default leaves a core to the runner, which is half of a machine with two.
    maxWorkers: "100%",
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests read the words of the command line, which colours them where CI is set.
    env: { NO_COLOR: "1" },
    reporters: ["default", "./test/claimsReporter.ts"],
  },
});
