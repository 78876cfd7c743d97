import { relative } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { ROOT } from "./runEquiloss.js";

/**
 * The files that take longest, the longest first, as measured. If one of them started last, it would keep one
 * core busy while the others have nothing left to do.
 */
const SLOW = [
  "test/proofs.test.ts",
  "test/verify.test.ts",
  "test/claims/enclosedReduction.large.test.ts",
  "test/checker/fuzz.large.test.ts",
  "test/contributing/kind.test.ts",
  "test/mutants/mutants.test.ts",
  "test/claims/smallSizes.large.test.ts",
  "test/landscape/widthOne/floatSearch.large.test.ts",
  "test/cli/files/jsonMemory.test.ts",
  "test/packed.test.ts",
  "test/crosscheck/webgpu.test.ts",
  "test/coq/wholeRuns.test.ts",
  "test/cli/commands/verify/verify.test.ts",
  "test/cli/commands/verify/keptProofs.test.ts",
  "test/cli/terminal/signals.test.ts",
  "test/checker/forged.test.ts",
  "test/cli/schemas.test.ts",
  "test/publicInterface.test.ts",
  "test/checker/fuzz.test.ts",
  "test/cli/commands/proofs/proofs.test.ts",
  "test/guards/repository.test.ts",
  "test/cli/program.test.ts",
  "test/cli/commands/certify/disturbed.test.ts",
];

/** Starts the slow files first, the others as vitest does. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = SLOW.indexOf(relative(ROOT, moduleId).replaceAll("\\", "/"));
      return place < 0 ? SLOW.length : place;
    };
    return (await super.sort(files)).sort((left, right) => rank(left) - rank(right));
  }
}
