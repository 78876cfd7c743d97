import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runNode } from "./runEquiloss.js";
import { type Shown, shown } from "./shownCommands.js";

/** An empty project in which the packed program is installed, as a user has it. */
let project: string;
let files: string[];

const npm = (cwd: string, ...args: string[]): string =>
  execFileSync("npm", [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], {
    cwd,
    encoding: "utf8",
  });

/** Programs of their own, which do their work when they are loaded, and scripts of a page. */
const PROGRAMS = /\/(?:cli\/main|coq\/jscoqProcess|report\/(?:page|worker|painter|networkWorker))\.js$/;

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
      "dist/report/page.js",
      "dist/report/worker.js",
      "dist/report/painter.js",
      "dist/report/networkWorker.js",
      "proofs/Statements.v",
      "examples/mixed.json",
      "src/checker/SPEC.md",
      "src/kernel/kernel.js",
    ])
      expect(files).toContain(path);
    expect(files.filter((path) => /\.map$|tsbuildinfo|^test\/|^node_modules\//.test(path))).toEqual([]);
  });

  it("needs neither a GPU nor the tools of its developers", () => {
    for (const name of ["webgpu", "vitest", "jscoq", "typescript", "@tensorflow/tfjs-backend-webgpu"])
      expect([name, existsSync(join(project, "node_modules", name))]).toEqual([name, false]);
  });

  // All that pages show runs in test/docs.test.ts. What the package lacks shows in one run of each command.
  // The verified kernel is a file that is not compiled, so it is asked too.
  const nameOf = ({ command }: Shown): string =>
    `${command.split(" ")[0] ?? ""}${command.includes("--kernel verified") ? " --kernel" : ""}`;
  const first = shown.filter(
    (one, place) => place === shown.findIndex((other) => nameOf(other) === nameOf(one)),
  );

  it.each(first)("runs equiloss $command of $page", ({ command, output }) => {
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
  });

  it("verifies claims, tells where they are, and evaluates in floats", () => {
    const main = installed("dist/src/cli/main.js");
    const { status, stdout, stderr } = runNode({ cwd: project }, main, "explain", "def-2.2");
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("equiloss:")]);
    expect(stdout).toContain("  - exhaustive 594: ");
    expect(stdout).toContain("node_modules/equiloss/dist/src/claims/def-2.2.js");
    const few = ["--claims", "fig-6", "--points", "2", "--inputs", "2", "--seed", "1"];
    expect(runNode({ cwd: project }, main, "crosscheck", ...few).status).toBe(0);
  });

  it("can be imported by every subpath, and finds all that its modules import", () => {
    const { exports } = JSON.parse(readFileSync(installed("package.json"), "utf8")) as { exports: object };
    const paths = Object.keys(exports).filter((path) => !path.endsWith(".json"));
    expect(paths.length).toBeGreaterThan(5);
    const modules = files.filter((path) => /^dist\/.*\.js$/.test(path) && !PROGRAMS.test(path));
    expect(modules.length).toBeGreaterThan(400);
    const imported = [
      ...paths.map((path) => `equiloss${path.slice(1)}`),
      ...modules.map((path) => pathToFileURL(installed(path)).href),
    ];
    const text = imported.map((path) => `await import(${JSON.stringify(path)});`).join("\n");
    writeFileSync(join(project, "all.js"), `${text}\nconsole.log("imported");\n`);
    expect(runNode({ cwd: project }, join(project, "all.js"))).toMatchObject({
      status: 0,
      stdout: "imported\n",
    });
  });
});
