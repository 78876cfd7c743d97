import { mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, equilossWith } from "./runEquiloss.js";
import { PAGES, shown, shownIn, textOf } from "./shownCommands.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "equiloss-docs-"));
  symlinkSync(join(ROOT, "examples"), join(folder, "examples"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the commands that the README and docs show", () => {
  it("are found, with and without output", () => {
    expect(shown.filter(({ page }) => page === "README.md").length).toBeGreaterThanOrEqual(2);
    const prompts = PAGES.flatMap((page) => textOf(page).match(/^\$ /gm) ?? []);
    expect(shown.length).toBe(prompts.length);
    expect(shownIn("x", "```\n$ npx equiloss count 1 2\na\nb\n\n$ npx equiloss path a b\n```\n")).toEqual([
      { page: "x", command: "count 1 2", output: "a\nb" },
      { page: "x", command: "path a b", output: "" },
    ]);
  });

  it.each(shown)("$page: equiloss $command", ({ command, output }) => {
    const run = equilossWith({ cwd: folder }, ...command.split(" "));
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect(run.stdout.trim()).toBe(output);
  });
});

describe("the README", () => {
  it("has at most 1,200 words", () => {
    expect(textOf("README.md").split(/\s+/).length).toBeLessThanOrEqual(1200);
  });

  it.each(PAGES)("%s leads only to files that exist, and its lines wrap", (page) => {
    const text = textOf(page);
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? "");
    const missing = targets.filter((target) => {
      try {
        readdirSync(join(ROOT, page, "..", target));
        return false;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code !== "ENOTDIR";
      }
    });
    expect(missing).toEqual([]);
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "").split("\n");
    const long = prose.filter((line) => line.length > 112 && !line.startsWith("|"));
    expect(long).toEqual([]);
  });
});
