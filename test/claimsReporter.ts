import type { Reporter, TestModule } from "vitest/node";
import type { VerificationResult } from "../src/claims/evidence/claimResult.js";
import { pretty } from "../src/cli/commands/verify/reporters/pretty.js";

declare module "vitest" {
  interface TaskMeta {
    /** Set by the test that runs the program's verification. */
    verification?: VerificationResult;
  }
}

/** Prints the table of claims when a test run ends, as found by the test that ran the verification. */
export default class ClaimsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const found = modules.flatMap((module) =>
      [...module.children.allTests()].flatMap((test) => test.meta().verification ?? []),
    );
    const [verification] = found;
    process.stdout.write(
      verification === undefined ? "\nclaims: NOT VERIFIED in this run\n" : `\n${pretty(verification)}\n`,
    );
  }
}
