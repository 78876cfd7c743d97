import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Run } from "../runEquiloss.js";
import { stepsOf } from "./recipe.js";
import { Scratch, replaced } from "./scratch.js";

/**
 * The lines of code that the section has under each of its steps, with the name of the new command filled in.
 */
function linesOfSteps(name: string): ReadonlyMap<number, readonly string[]> {
  const steps = [...stepsOf("A command")];
  return new Map(
    steps.map(([number, step]) => {
      const code = /```ts\n(.*?)```/s.exec(step)?.[1] ?? "";
      const lines = code.split("\n").map((line) => line.trim());
      return [number, lines.filter((line) => line !== "").map((line) => filledIn(line, name))];
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

const scratch = new Scratch(
  ...["src", "properties", "dist", "package.json", "tsconfig.json", "tsconfig.build.json"],
);
afterAll(() => {
  scratch.remove();
});

/** The list of jobs or commands with a line more at its end, and imports at the top of the file. */
function extended(path: string, end: string, lines: readonly string[]): void {
  const imports = lines.filter((line) => line.startsWith("import "));
  const entries = lines.filter((line) => !line.startsWith("import "));
  const list = replaced(scratch.read(path), end, `\n${entries.join("\n").replace(/,?$/, ",")}${end}`);
  scratch.write(path, [...imports, list].join("\n"));
}

const equiloss = (...args: readonly string[]): Run => scratch.run("dist/src/cli/main.js", ...args);

/** Files as compiled before there was the command. */
const before = new Map<string, string | undefined>();

beforeAll(() => {
  for (const path of ["cli/commands/jobs", "cli/program"])
    before.set(path, scratch.read(`dist/src/${path}.js`));
  const steps = linesOfSteps("tally");
  for (const [name, text] of Object.entries(FILES)) scratch.write(`src/cli/commands/tally/${name}.ts`, text);
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
    expect(scratch.build()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(equiloss("tally", "5")).toEqual({ status: 0, stdout: "B(5) = 52\n", stderr: "" });
    expect(equiloss("tally", "x").stderr).toBe(
      'equiloss: m: "x" is not a whole number; give a whole number from 0 to 1000, in decimal digits\n',
    );
    expect(equiloss("--help").stdout).toContain("tally [options] <m>");
  });

  it.each([...CHANGED])("fails without step %i, %s", (_, path) => {
    const file = `dist/src/${path}.js`;
    const there = scratch.read(file);
    scratch.write(file, before.get(path));
    const { status, stdout, stderr } = equiloss("tally", "5");
    scratch.write(file, there);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/unknown command 'tally'|no job tally|Cannot find module/);
  });
});
