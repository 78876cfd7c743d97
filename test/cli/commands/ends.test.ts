import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, typed } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();
const EXAMPLE = "examples/ends.json";

describe("equiloss ends", () => {
  it("tells what each run ended in", async () => {
    const lines = (await typed(`ends ${EXAMPLE}`)).stdout.split("\n");
    expect(lines[0]).toBe("width 5, 3 runs");
    expect(lines[1]).toMatch(/^ {5}1 zero {6}loss ≤ \S+, within \S+ of Θ$/);
    expect(lines[2]).toMatch(/^ {5}5 critical {2}loss \S+, within \S+ of a strict local minimum$/);
    expect(lines[3]).toMatch(/of a strict local minimum of the limit, L₂ > 0$/);
    expect(lines[4]).toMatch(/^zero loss {3}1 of 3, 0.84 % to 90.58 % at 95 %; 0 of these outside Θ/);
  });

  it("has JSON, which the committed verdicts are", async () => {
    const found = JSON.parse((await typed(`ends ${EXAMPLE} --json`)).stdout) as {
      runs: readonly { seed: number }[];
    };
    const committed = JSON.parse(readFileSync("proofs/ends/judged-fig1-5.json", "utf8")) as typeof found;
    expect(found.runs).toEqual(committed.runs.filter(({ seed }) => [1, 5, 44].includes(seed)));
  });

  const other = join(folder, "fig5.json");
  writeFileSync(other, readFileSync(EXAMPLE, "utf8").replace('"fig1"', '"fig5"'));
  itRefuses("ends", {
    [other]: `${other}: its runs are of fig5; give ends of the setting fig1`,
    "examples/saddle.json":
      'examples/saddle.json: "format" is not "equiloss-ends/1"; have it made anew by equiloss train',
  });
});
