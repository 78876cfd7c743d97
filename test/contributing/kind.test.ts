import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, type Run } from "../runEquiloss.js";
import { LEAST_KIND } from "./leastKind.js";
import { stepsOf } from "./recipe.js";
import { Scratch } from "./scratch.js";

const STEPS = stepsOf("A certificate kind");
const RULES_PAGE = "docs/rules.md";

const scratch = new Scratch(
  ...["src", "properties", "proofs", "test", "docs", "dist", "examples", "README.md", "CONTRIBUTING.md"],
  ...["package.json", "tsconfig.json", "tsconfig.build.json"],
);
/** One project for all, whose runs take over what earlier ones compiled of unchanged files. */
scratch.write(
  "vitest.config.ts",
  `export default { test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/**/*.large.test.ts"],
    testTimeout: 600_000,
    env: { NO_COLOR: "1" },
    experimental: { fsModuleCache: true, fsModuleCachePath: ${JSON.stringify(scratch.path("compiled"))} },
  } };`,
);
afterAll(() => {
  scratch.remove();
});

/** The files as they were before the recipe was followed, by step. */
const earlier = new Map<number, Map<string, string | undefined>>();

function vitest(...args: readonly string[]): Run {
  return scratch.run("node_modules/vitest/vitest.mjs", "run", "--reporter=dot", ...args);
}

/** The tests that the last step has one run. */
const [, TESTS = ""] = /vitest run --project '!large' (test\/checker .*)$/m.exec(STEPS.get(12) ?? "") ?? [];

/**
 * What takes most of the time of these tests. Others see here what the first of these see: the run of
 * `verify` plants
 * the controls and counts them, and the corpus has both checkers compared. Of the forged files, only those of
 * the new kind are not seen elsewhere. The guards ask about the whole repository, of which this is a part.
 */
const LONG = [
  ...["forged", "fuzz", "limits", "star", "loss", "morse"].map((name) => `test/checker/${name}.test.ts`),
  ...["test/claims/controls", "test/guards/repository"],
];

/** The tests of the recipe, but the long ones. */
function shortTests(): string[] {
  const files = readdirSync(join(ROOT, "test/checker")).filter((file) => /^[^.]+\.test\.ts$/.test(file));
  return TESTS.replace("<kind>", "least")
    .split(" ")
    .flatMap((path) => (path === "test/checker" ? files.map((file) => `${path}/${file}`) : [path]))
    .filter((path) => !LONG.includes(path));
}

beforeAll(() => {
  for (const [step, changes] of LEAST_KIND) {
    const paths = Object.keys(changes);
    earlier.set(step, new Map(paths.map((path) => [path, scratch.read(path)])));
    for (const [path, change] of Object.entries(changes)) scratch.write(path, change(scratch.read(path)));
  }
  earlier.set(12, new Map([[RULES_PAGE, scratch.read(RULES_PAGE)]]));
});

describe("a certificate kind added as CONTRIBUTING.md says", () => {
  it("has these steps, which name the files", () => {
    expect([...STEPS.keys()]).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect([...LEAST_KIND.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(STEPS.get(12)).toContain("`npx vitest run test/checker/rulesOff.test.ts -u`");
    expect(TESTS.split(" ")).toEqual([
      "test/checker",
      "test/certificate/<kind>",
      "test/claims/controls",
      "test/cli/commands/check",
      "test/guards/repository",
    ]);
  });

  it("compiles, and its claim holds", () => {
    expect(scratch.build()).toEqual({ status: 0, stdout: "", stderr: "" });
    const { status, stdout } = scratch.run(
      ...["dist/src/cli/main.js", "verify", "thm-3.1-dim", "--proofs", "off", "--max-m", "3"],
    );
    expect(stdout).toContain("certified 6");
    expect(status).toBe(0);
  });

  it("passes the tests that the recipe has one run", () => {
    expect(vitest("test/checker/rulesOff.test.ts", "-u")).toMatchObject({ status: 0 });
    expect(scratch.read(RULES_PAGE)).not.toBe(earlier.get(12)?.get(RULES_PAGE));
    for (const tests of [shortTests(), ["test/checker/forged.test.ts", "-t", "made from 'least'"]]) {
      const { status, stdout, stderr } = vitest(...tests);
      expect(stderr).not.toContain("FAIL");
      expect(stdout).toMatch(/Test Files +\d+ passed/);
      expect(stdout).toMatch(/Tests +\d+ passed/);
      expect(status).toBe(0);
    }
  });

  it.each([
    [1, "test/checker/spec", "not in the table: least of thm-3.1-dim by m,r"],
    [2, "test/checker/corpus", "./least.js"],
    [3, "test/checker/corpus", "least thm-3.1-dim"],
    [4, "test/certificate/least", "leastCertificate"],
    [6, "test/checker/rulesOff", "demand(isLeast"],
    [7, "test/checker/corpus", "least thm-3.1-dim"],
    [8, "test/checker/corpus", "least"],
    [10, "test/cli/commands/check/parameters", "thm-3.1-dim"],
    [12, "test/checker/rulesOff", "docs/rules.md"],
  ])("fails without step %i, by %s", (step, test, message) => {
    const { status, stdout, stderr } = withEarlier(earlier.get(step) ?? new Map(), () => vitest(test));
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(message);
  });
});

/** What a run gives with some files as they were earlier. */
function withEarlier(files: ReadonlyMap<string, string | undefined>, run: () => Run): Run {
  const followed = [...files.keys()].map((path) => [path, scratch.read(path)] as const);
  for (const [path, text] of files) scratch.write(path, text);
  try {
    return run();
  } finally {
    for (const [path, text] of followed) scratch.write(path, text);
  }
}
