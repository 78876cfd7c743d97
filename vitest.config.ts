import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Tests read the words of the command line, which colours them where CI is set.
    env: { NO_COLOR: "1" },
    reporters: ["default", "./test/claimsReporter.ts"],
  },
});
