import { spawnSync } from "node:child_process";
import { describe, expect, it, vi } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { equiloss, runInProcess } from "../runEquiloss.js";

/** The words in what is printed for a shell. */
const wordsIn = (printed: string): string[] =>
  printed
    .split("\n")
    .flatMap((line) => (line === "" || line.startsWith(":") ? [] : [line.replace(/\t.*/, "")]));

/** What is offered for the last of these words, within this process. The library prints with console.log. */
async function offered(...words: string[]): Promise<string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
  try {
    await runInProcess("complete", "--", ...words);
  } finally {
    log.mockRestore();
  }
  return wordsIn(printed.join("\n"));
}

describe("equiloss complete", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("prints a script for %s that asks the program", (shell) => {
    const { status, stdout } = equiloss("complete", shell);
    expect([status, stdout]).toEqual([0, expect.stringContaining("equiloss complete ")]);
  });

  it("says once in a bash without the package bash-completion that it needs it", async () => {
    const { stdout: script } = equiloss("complete", "bash");
    const sourced = (before: string) =>
      spawnSync("bash", ["--norc", "-c", `${before} eval "$0"; complete -p equiloss`, script], {
        encoding: "utf8",
      });
    const without = sourced("");
    expect([without.status, without.stdout]).toEqual([1, ""]);
    expect(without.stderr).toContain("equiloss: completion needs the package bash-completion; install it");
    const { stdout, stderr } = sourced("_get_comp_words_by_ref() { :; };");
    expect([stdout, stderr]).toEqual(["complete -F __equiloss_complete equiloss\n", ""]);
    expect((await offered("bash")).join()).not.toContain("bash-completion");
  });

  it("says in its help what the script needs", async () => {
    expect((await runInProcess("complete", "--help")).stdout).toContain("package bash-completion");
  });

  it("offers commands, options, their choices, and ids of claims", async () => {
    expect(wordsIn(equiloss("complete", "--", "ver").stdout)).toEqual(["verify"]);
    expect(await offered("ver")).toEqual(["verify"]);
    expect(await offered("graph", "--")).toContain("--svg");
    expect(await offered("verify", "--reporter", "")).toContain("junit");
    expect(await offered("explain", "")).toEqual(claims.map(({ id }) => id));
    expect(await offered("check", "file.json", "--claim", "thm-3.1-c")).toEqual([
      "thm-3.1-count",
      "thm-3.1-connected",
    ]);
    expect(await offered("certify", "critical", "--claim", "open")).toEqual(["open-strict-saddles"]);
    expect(await offered("crosscheck", "--claims", "fig")).toEqual(["fig-6"]);
  });

  it("refuses a shell that it doesn't know", async () => {
    const { status, stderr } = await runInProcess("complete", "tcsh");
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("Allowed choices are zsh, bash, fish, powershell"),
    ]);
  });
});
