import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, runNode } from "../runEquiloss.js";
import { type Listed, projectFindings } from "./testProjects.js";

const textOf = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const VITEST = join(ROOT, "node_modules", "vitest", "vitest.mjs");

/** The files that vitest runs with these arguments. */
function listedBy(argumentsOfRun: readonly string[]): Listed[] {
  const run = runNode({}, VITEST, "list", "--filesOnly", "--json", ...argumentsOfRun);
  expect([run.status, run.stderr]).toEqual([0, ""]);
  return JSON.parse(run.stdout) as Listed[];
}

describe("the projects of vitest.config.ts", () => {
  // A project runs if any pattern matches: of two negated ones each lets pass what the other excludes.
  it.each([
    ["test", ["alone", "apart", "pure", "short"]],
    ["test:ci", ["alone", "apart", "long", "pure"]],
    ["test:full", ["alone", "apart", "large", "long", "pure"]],
  ])("are those that npm run %s is for", (script, projects) => {
    const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
    const [, options = ""] = /vitest run (.*)$/.exec(scripts[script] ?? "") ?? [];
    const names = listedBy(options.split(" ")).map(({ projectName }) => projectName);
    expect([...new Set(names)].sort()).toEqual(projects);
  });

  it("run every test file once, and none that mocks in a shared process", () => {
    const files = readdirSync(join(ROOT, "test"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".test.ts"))
      .map((name) => `test/${name.replaceAll("\\", "/")}`);
    const listed = listedBy([]).map(({ file, projectName }) => ({
      file: relative(ROOT, file).replaceAll("\\", "/"),
      projectName,
    }));
    expect(listed.length).toBeGreaterThan(0);
    expect(projectFindings(files, listed, textOf)).toEqual([]);
  });

  it("would be seen to leave out a file, to run one twice, or one that is gone, or to share a mock", () => {
    const pure = (file: string): Listed => ({ file, projectName: "pure" });
    const found = projectFindings(["a", "b", "c"], [pure("b"), pure("b"), pure("c"), pure("d")], (file) =>
      file === "c" ? 'vi.mock("./x.js");' : "",
    );
    expect(found).toEqual([
      "a runs 0 times",
      "b runs 2 times",
      "d is no test file",
      "c mocks in a shared process",
    ]);
    expect(projectFindings(["c"], [{ file: "c", projectName: "alone" }], () => "vi.mock(")).toEqual([]);
  });
});
