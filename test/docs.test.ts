import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, runInProcess } from "./runEquiloss.js";
import { PAGES, shown, shownIn, textOf } from "./shownCommands.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "equiloss-docs-"));
  symlinkSync(join(ROOT, "examples"), join(folder, "examples"));
  process.chdir(folder);
});

afterAll(() => {
  process.chdir(ROOT);
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

  // Each is also a process of its own, of the packed program: test/packed.test.ts.
  it.each(shown)("$page: equiloss $command", async ({ command, output }) => {
    const run = await runInProcess(...command.split(" "));
    expect([run.status, run.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect(run.stdout.trim()).toBe(output);
  });
});

describe("the README", () => {
  it("has at most 1,200 words", () => {
    expect(textOf("README.md").split(/\s+/).length).toBeLessThanOrEqual(1200);
  });

  it.each(PAGES)("%s leads only to files that exist, and its lines wrap", (page) => {
    expect([lostTargets(page, textOf(page)), longLines(textOf(page))]).toEqual([[], []]);
  });

  it("would be caught with a link to nothing, or with a long line, but not with long code", () => {
    expect(lostTargets("docs/trust.md", "[a](../README.md) [b](no-such.md) [c](https://x.y)")).toEqual([
      "no-such.md",
    ]);
    const long = "word ".repeat(30);
    expect(longLines(`${long}\n| ${long}\n\`\`\`\n${long}\n\`\`\`\n`)).toEqual([long]);
  });
});

/** Pages of the package. CONTRIBUTING.md is for those who have the repository. */
const PACKED_PAGES = [...PAGES, "examples/README.md", "proofs/README.md", "src/checker/SPEC.md"];

describe("the files that a page of the package names", () => {
  it.each(PACKED_PAGES)("%s: are packed, or are said to be in the repository", (page) => {
    expect(unpacked(page, textOf(page))).toEqual([]);
  });

  it("would be caught elsewhere, unless the paragraph or the page's opening says where they are", () => {
    const named = "[a](../src/index.ts) `test/docs.test.ts`, `bench`, [SPEC.md](../src/checker/SPEC.md)";
    expect(unpacked("docs/x.md", `# X\n\nText.\n\n${named}`)).toEqual(["src/index.ts", "test/docs.test.ts"]);
    expect(unpacked("docs/x.md", `# X\n\nText.\n\nIn the repository, ${named}`)).toEqual([]);
    expect(unpacked("docs/x.md", `# X\n\nAll is in the repository.\n\n${named}`)).toEqual([]);
  });
});

/** The files that a page names and that an installed package lacks, unless the page says that it does. */
function unpacked(page: string, text: string): string[] {
  const { files } = JSON.parse(textOf("package.json")) as { files: string[] };
  const isPacked = (file: string): boolean =>
    file === "package.json" || files.some((packed) => file === packed || file.startsWith(`${packed}/`));
  const [, opening = "", ...rest] = text.replace(/^```[\s\S]*?^```$/gm, "").split(/\n\n+|\n(?=- )/);
  return [opening, ...rest].flatMap((paragraph) => {
    if (/\brepository\b/.test(opening) || /\brepository\b/.test(paragraph)) return [];
    const links = [...paragraph.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = ""]) =>
      normalize(join(page, "..", to)),
    );
    const paths = [
      ...paragraph.matchAll(/`((?:src|test|bench|\.github)\/[^`\s]*|[\w./-]+\.(?:config|config\.\w+))`/g),
    ];
    return [...links, ...paths.map(([, path = ""]) => path)].filter((file) => !isPacked(file));
  });
}

/** The files that a page links to and that are not there. */
function lostTargets(page: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target ?? "");
  return targets.filter((target) => !existsSync(join(ROOT, page, "..", target)));
}

/** Lines of prose that are too long for a page; tables and code may be wide. */
function longLines(text: string): string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").split("\n");
  return prose.filter((line) => line.length > 112 && !line.startsWith("|"));
}
