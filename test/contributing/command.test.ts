import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, type Run } from "../runEquiloss.js";

/**
 * The lines of code that the section has under each of its steps, with the name of the new command filled in.
 */
function linesOfSteps(name: string): ReadonlyMap<number, readonly string[]> {
  const section = /^## A command\n(.*?)(?=^## |$(?![\s\S]))/ms.exec(
    readFileSync(join(ROOT, "CONTRIBUTING.md"), "utf8"),
  );
  const steps = (section?.[1] ?? "").split(/^(?=\d+\. )/m).slice(1);
  return new Map(
    steps.map((step) => {
      const code = /```ts\n(.*?)```/s.exec(step)?.[1] ?? "";
      const lines = code
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
      return [Number.parseInt(step, 10), lines.map((line) => filledIn(line, name))];
    }),
  );
}

function filledIn(line: string, name: string): string {
  return line.replaceAll("<name>", name).replaceAll(
    "<Name>",
    name.replace(/^./, (first) => first.toUpperCase()),
  );
}

/** The files of steps 1 to 3. */
const FILES = {
  command: `import { type Definition, command, memoryOption, running } from "../../options/commandParts.js";

    export const defineTally: Definition = (root, setExitCode) => {
      command(root, "tally", "Bell number: partitions of m units")
        .argument("<m>", "number of units")
        .addOption(memoryOption())
        .addHelpText("after", "\\nExample: equiloss tally 5")
        .action(running(setExitCode, async () => (await import("./run.js")).runTally));
    };`,
  run: `import type { CommonOptions } from "../../options/commandParts.js";
    import { memoryBudget } from "../../options/memory.js";
    import { wholeNumber } from "../../options/sizeArguments.js";
    import { print } from "../../terminal/output.js";
    import { waiting } from "../../terminal/progress.js";
    import { runAlone } from "../runAlone.js";

    export async function runTally(text: string, { maxMemory }: CommonOptions): Promise<void> {
      const m = wholeNumber("m", text, 0, 1000);
      const budget = memoryBudget(maxMemory);
      print(await runAlone("tally", { m }, { budget, bar: waiting("counting") }));
    }`,
  tally: `import { bell } from "../../../combinatorics/counts/bell.js";

    export function tally({ m }: { readonly m: number }): string {
      return \`B(\${m}) = \${bell(m)}\`;
    }`,
};

/** The files that each step changes, below src or dist/src. */
const CHANGED: ReadonlyMap<number, string> = new Map([
  [1, "cli/commands/tally/command"],
  [2, "cli/commands/tally/run"],
  [3, "cli/commands/tally/tally"],
  [4, "cli/commands/jobs"],
  [5, "cli/program"],
]);

const copy = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(copy, { recursive: true });
});

const inCopy = (path: string): string => join(copy, path);

/** The list of jobs or commands with a line more at its end, and imports at the top of the file. */
function extended(path: string, end: string, lines: readonly string[]): void {
  const source = readFileSync(inCopy(path), "utf8");
  const [before, after, ...more] = source.split(end);
  if (after === undefined || more.length > 0) throw new Error(`${path} has no single ${end}`);
  const imports = lines.filter((line) => line.startsWith("import "));
  const entries = lines.filter((line) => !line.startsWith("import "));
  writeFileSync(
    inCopy(path),
    [...imports, before, ...entries].join("\n").replace(/,?$/, ",") + `\n${end}${after}`,
  );
}

function run(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: copy });
  return { status, stdout, stderr };
}

const equiloss = (...args: readonly string[]): Run => run("dist/src/cli/main.js", ...args);

/** Files as compiled before there was the command. */
const before = new Map<string, string>();

beforeAll(() => {
  for (const path of ["src", "properties", "dist", "package.json", "tsconfig.json", "tsconfig.build.json"])
    cpSync(join(ROOT, path), inCopy(path), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), inCopy("node_modules"), "dir");
  for (const path of ["cli/commands/jobs", "cli/program"])
    before.set(path, readFileSync(inCopy(`dist/src/${path}.js`), "utf8"));
  const steps = linesOfSteps("tally");
  mkdirSync(inCopy("src/cli/commands/tally"));
  for (const [name, text] of Object.entries(FILES))
    writeFileSync(inCopy(`src/cli/commands/tally/${name}.ts`), text);
  extended("src/cli/commands/jobs.ts", "\n} satisfies Jobs;", steps.get(4) ?? []);
  extended("src/cli/program.ts", "\n];", steps.get(5) ?? []);
});

describe("a command added as CONTRIBUTING.md says", () => {
  it("has these steps", () => {
    const steps = linesOfSteps("tally");
    expect([...steps.keys()]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...steps].map(([, lines]) => lines.length)).toEqual([0, 0, 0, 1, 2, 0]);
  });

  it("compiles, runs, refuses, and is in the help", () => {
    expect(run("node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
    expect(equiloss("tally", "5")).toEqual({ status: 0, stdout: "B(5) = 52\n", stderr: "" });
    expect(equiloss("tally", "x").stderr).toBe(
      'equiloss: m: "x" is not a whole number; give a whole number from 0 to 1000, in decimal digits\n',
    );
    expect(equiloss("--help").stdout).toContain("tally [options] <m>");
  });

  it.each([...CHANGED])("fails without step %i, %s", (_, path) => {
    const file = inCopy(`dist/src/${path}.js`);
    const there = readFileSync(file, "utf8");
    const earlier = before.get(path);
    if (earlier === undefined) rmSync(file);
    else writeFileSync(file, earlier);
    const { status, stdout, stderr } = equiloss("tally", "5");
    writeFileSync(file, there);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/unknown command 'tally'|no job tally|Cannot find module/);
  });
});
