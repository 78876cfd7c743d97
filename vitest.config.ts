import { defineConfig } from "vitest/config";
import { SlowFirst } from "./test/slowFirst.js";

const FILES = "test/**/*.test.ts";

/**
 * Folders, and files in others, whose tests share nothing but what modules keep for good: their files may
 * follow one another in one process. A process for each file takes two thirds of what they cost.
 */
const PURE = [
  "exact",
  "combinatorics",
  "network",
  "manifold",
  "landscape",
  "formats",
  "trained",
  "certificate",
  "claims",
  "properties",
  "checker",
  "coq/compiled",
  "oracles",
  "cli/commands",
  "cli/options",
  "exclusion",
  "guards",
  "proofs",
  "training",
];
const PURE_FILES = [
  "test/{examples,libraryGuide}.test.ts",
  "test/cli/files/{gatheredRuns,writeAccepted}.test.ts",
  "test/cli/terminal/{progress,shortened,sizeOf}.test.ts",
  "test/coq/{loopholes,proofRun,sentences,shares,theoremMap,written*}.test.ts",
  "test/crosscheck/{accuracy,backends,boundedMatrix,checks,comparison,nearCriticalPoint}.test.ts",
  "test/kernel/{committed,coqFile}.test.ts",
  "test/machine/{jsonFields,packageFile}.test.ts",
  "test/report/{markup,written}.test.ts",
];

/**
 * Files there that need a process of their own: they put other modules in the place of some, which has to end
 * with the file, load a runtime that stays, speak of mocks, or write developments of proofs into a folder that goes when the
 * file ends.
 */
const ALONE = [
  "test/checker/rulesOff.test.ts",
  "test/claims/controls.test.ts",
  "test/claims/wrong*.test.ts",
  "test/cli/commands/{proofs,verify}/*.test.ts",
  "test/exact/inertia/inertiaRoutes.test.ts",
  "test/formats/onnx/onnxRuntime.test.ts",
  "test/guards/testProjects.test.ts",
  "test/landscape/criticalPoints/criticalSearchOrder.test.ts",
  "test/landscape/criticalPoints/plantedWitnesses.test.ts",
  "test/manifold/graph/intersectionGraph.planted.test.ts",
  "test/properties/arbitraries.test.ts",
];

/**
 * Sizes that show the same as smaller ones in other files. `npm run test:full` runs them too, every week and
 * before a release.
 */
const LARGE = ["test/**/*.large.test.ts"];

/**
 * What takes long and few changes can break: plants in the program's compiled mathematics, the recipes of
 * CONTRIBUTING.md. CI runs them too.
 */
const LONG = [
  // Coqchk, which takes as long as Coq itself.
  "test/proofs.test.ts",
  "test/mutants/*.test.ts",
  "test/contributing/*.test.ts",
  // The packed program, installed in an empty project.
  "test/packed.test.ts",
  // The verified kernel made again by Coq and OCaml, and asked about thousands of damaged certificates; and a
  // certificate that Coq checks.
  "test/kernel/{mutations,rebuilt}.test.ts",
  "test/cli/commands/check/byCoq.test.ts",
  // Thousands of damaged certificates, files of hundreds of megabytes, budgets of memory used up, a GPU in
  // software, and Coq on planted proofs.
  "test/checker/forgedSpurious.test.ts",
  "test/checker/fuzz.test.ts",
  "test/cli/files/jsonMemory.test.ts",
  "test/cli/options/memoryBudget.test.ts",
  "test/crosscheck/webgpu.test.ts",
  "test/coq/embeddedRuns.test.ts",
  "test/coq/wholeRuns.test.ts",
  // An end of training of width 7, whose limit is of another kind than those of width 5.
  "test/landscape/ends/mirroredChannel.test.ts",
  // Runs that are killed, disturbed, or given proofs that somebody forged.
  "test/cli/commands/certify/disturbed.test.ts",
  "test/cli/commands/proofs/ending.test.ts",
  "test/cli/commands/verify/keptProofs.test.ts",
  "test/cli/terminal/signals.test.ts",
];

/** A part of what a long file does, for runs without long ones. */
const SHORT = ["test/verify.test.ts"];

const pureFiles = [...PURE.map((room) => `test/${room}/**/*.test.ts`), ...PURE_FILES];

export default defineConfig({
  test: {
    // The default leaves a core to the runner, which is half of a machine with two.
    maxWorkers: "100%",
    // They end what hangs. A busy machine takes many times what a quiet one does.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Tests read the words of the command line, which colours them where CI is set.
    env: { NO_COLOR: "1" },
    // Each project would compile the same files, and each run.
    experimental: { fsModuleCache: true },
    // The table of claims is long, so what failed comes after it.
    reporters: ["./test/claimsReporter.ts", "default"],
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: { name: "apart", include: [FILES], exclude: [...pureFiles, ...LARGE, ...LONG, ...SHORT] },
      },
      { extends: true, test: { name: "alone", include: ALONE, exclude: [...LARGE, ...LONG] } },
      {
        extends: true,
        test: { name: "pure", include: pureFiles, exclude: [...ALONE, ...LARGE, ...LONG], isolate: false },
      },
      { extends: true, test: { name: "short", include: SHORT } },
      { extends: true, test: { name: "long", include: LONG } },
      { extends: true, test: { name: "large", include: LARGE } },
    ],
  },
});
