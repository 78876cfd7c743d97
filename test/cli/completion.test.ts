import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { claims } from "../../src/claims/registry.js";
import { equiloss } from "../runEquiloss.js";

/** What is offered for the last of these words. */
const offered = (...words: string[]): string[] =>
  equiloss("complete", "--", ...words)
    .stdout.split("\n")
    .flatMap((line) => (line === "" || line.startsWith(":") ? [] : [line.replace(/\t.*/, "")]));

describe("equiloss complete", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("prints a script for %s that asks the program", (shell) => {
    const { status, stdout } = equiloss("complete", shell);
    expect([status, stdout]).toEqual([0, expect.stringContaining("equiloss complete ")]);
  });

  it("says once in a bash without the package bash-completion that it needs it", () => {
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
    expect(offered("bash").join()).not.toContain("bash-completion");
  });

  it("says in its help what the script needs", () => {
    expect(equiloss("complete", "--help").stdout).toContain("package bash-completion");
  });

  it("offers commands, options, their choices, and ids of claims", () => {
    expect(offered("ver")).toEqual(["verify"]);
    expect(offered("graph", "--")).toContain("--svg");
    expect(offered("verify", "--reporter", "")).toContain("junit");
    expect(offered("explain", "")).toEqual(claims.map(({ id }) => id));
    expect(offered("check", "file.json", "--claim", "thm-3.1-c")).toEqual([
      "thm-3.1-count",
      "thm-3.1-connected",
    ]);
    expect(offered("certify", "critical", "--claim", "open")).toEqual(["open-strict-saddles"]);
    expect(offered("crosscheck", "--claims", "fig")).toEqual(["fig-6"]);
  });

  it("refuses a shell that it doesn't know", () => {
    const { status, stderr } = equiloss("complete", "tcsh");
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("Allowed choices are zsh, bash, fish, powershell"),
    ]);
  });
});
