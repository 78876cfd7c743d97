import { describe, expect, it } from "vitest";
import { MAIN } from "../../runEquiloss.js";
import { interrupted, verifyPlanted } from "../planted.js";

describe("progress", () => {
  it("appears on stderr for work of more than a second, and never on stdout", () => {
    const { status, stdout, stderr } = verifyPlanted(["takes two seconds"], "--json");
    expect(status).toBe(0);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^verifying [█░]{12} \d+ % · \d+ s(?:, \d+ s left)? · 0 of 1 · eq-6$/);
    expect(lines.at(-1)).toMatch(/^verifying █{12} 100 % · \d+ s, 0 s left · 1 of 1 · eq-6$/);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
    expect(stdout.split("\n").length).toBe(2);
    expect(stdout).toMatch(/^\{"format":"equiloss-verification\/1",/);
  });

  it("counts seconds where nobody knows how far the work is", async () => {
    const { stderr } = await interrupted("SIGINT", [MAIN, "threshold", "1000000"]);
    expect(stderr).toMatch(/^searching … 1 s\n/);
  });
});
