import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runNode } from "./runEquiloss.js";
import { shown } from "./shownCommands.js";

/** An empty project in which the packed program is installed, as a user has it. */
let project: string;
let files: string[];

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd,
    encoding: "utf8",
  });

const installed = (...path: string[]): string => join(project, "node_modules", "equiloss", ...path);

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "equiloss-packed-"));
  const [{ filename, files: packed } = { filename: "", files: [] }] = JSON.parse(
    npm(ROOT, "pack", "--json", "--pack-destination", project),
  ) as { filename: string; files: { path: string }[] }[];
  files = packed.map(({ path }) => path);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(project, "install", join(project, filename));
  cpSync(installed("examples"), join(project, "examples"), { recursive: true });
}, 300_000);

afterAll(() => {
  rmSync(project, { recursive: true });
});

describe("the packed program, installed in an empty project", () => {
  it("holds what users need, and nothing that only builds it", () => {
    for (const path of [
      "dist/src/cli/main.js",
      "proofs/Statements.v",
      "examples/mixed.json",
      "src/checker/SPEC.md",
    ])
      expect(files).toContain(path);
    expect(files.filter((path) => /\.map$|tsbuildinfo|^test\/|^node_modules\//.test(path))).toEqual([]);
  });

  it("needs neither a GPU nor the tools of its developers", () => {
    for (const name of ["webgpu", "vitest", "jscoq", "typescript", "@tensorflow/tfjs-backend-webgpu"])
      expect([name, existsSync(join(project, "node_modules", name))]).toEqual([name, false]);
  });

  it.each(shown)("runs equiloss $command of $page", ({ command, output }) => {
    const run = runNode({ cwd: project }, installed("dist/src/cli/main.js"), ...command.split(" "));
    expect([run.status, run.stdout.trim()]).toEqual([0, output]);
  });

  it("says where the examples and the source are, from a folder without them", () => {
    const [main, cwd] = [installed("dist/src/cli/main.js"), join(project, "node_modules")];
    const help = runNode({ cwd }, main, "reduce", "--help").stdout;
    expect(help).toContain("\nThe folder examples is equiloss/examples\n");
    const lost = runNode({ cwd }, main, "reduce", "examples/mixed.json");
    expect([lost.status, lost.stderr]).toEqual([
      2,
      "equiloss: examples/mixed.json: no such file; name a file that can be read; the package's examples are in equiloss/examples\n",
    ]);
    expect(runNode({ cwd }, main, "reduce", "equiloss/examples/mixed.json").status).toBe(0);
    expect(runNode({ cwd }, main, "explain", "def-2.2").stdout).toContain(
      "equiloss/dist/src/claims/def-2.2.js",
    );
  });

  it("verifies claims and evaluates in floats", () => {
    const main = installed("dist/src/cli/main.js");
    const run = runNode({ cwd: project }, main, "verify", "def-2.2", "fig-6", "--proofs", "off");
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("equiloss:")]);
    expect(runNode({ cwd: project }, main, "crosscheck", "--seed", "1").status).toBe(0);
  });

  it("can be imported by every subpath", () => {
    const { exports } = JSON.parse(readFileSync(installed("package.json"), "utf8")) as { exports: object };
    const paths = Object.keys(exports).filter((path) => !path.endsWith(".json"));
    expect(paths.length).toBeGreaterThan(5);
    const text = paths.map((path) => `await import("equiloss${path.slice(1)}");`).join("\n");
    writeFileSync(join(project, "all.js"), `${text}\nconsole.log("imported");\n`);
    expect(runNode({ cwd: project }, join(project, "all.js"))).toMatchObject({
      status: 0,
      stdout: "imported\n",
    });
  });
});
