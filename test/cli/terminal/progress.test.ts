import { describe, expect, it } from "vitest";
import { MAIN } from "../../runEquiloss.js";
import { interrupted, verifyPlanted } from "../planted.js";

describe("progress", () => {
  it("appears on stderr for work of more than a second, and never on stdout", () => {
    const { status, stdout, stderr } = verifyPlanted(["takes two seconds"], "--json");
    expect(status).toBe(0);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "verifying ██████░░░░░░░░░░░░░░░░░░ 25 % 0 of 1 pieces of evidence · eq-6 takes two seconds",
    );
    expect(lines.at(-1)).toBe(
      "verifying ████████████████████████ 100 % 1 of 1 pieces of evidence · eq-6 takes two seconds",
    );
    expect(stdout.split("\n").length).toBe(2);
    expect(stdout).toMatch(/^\{"ok":true,/);
  });

  it("counts seconds where nobody knows how far the work is", async () => {
    const { stderr } = await interrupted("SIGINT", [MAIN, "threshold", "3000"]);
    expect(stderr).toMatch(/^searching … 1 s\n/);
  });
});
