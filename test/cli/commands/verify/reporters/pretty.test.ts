import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { pretty } from "../../../../../src/cli/commands/verify/reporters/pretty.js";
import { KEY, controlsLine, sentence } from "../../../../../src/cli/commands/verify/reporters/wording.js";
import * as results from "./results.js";

const SETTINGS = "max m 8 · seed 5 · equiloss 1.2.3";

/** The rows of the table, cell by cell. */
const rowsOf = (text: string): string[][] =>
  text
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((row) =>
      row
        .split("│")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

describe("the table for a terminal", () => {
  it("has one row per claim, then findings, failures and the sum", () => {
    const text = results.onTerminal(results.failing);
    expect(rowsOf(text)).toEqual([
      ["claim", "verdicts", "title"],
      ["one", "FAILED sampled 1,999", "Title | of one"],
      ["", "exhaustive 1,234,567 + 8", ""],
      ["", "sampled 1,999", ""],
      ["two", "FAILED exhaustive 99", "Title | of two"],
      ["three", "refuted as stated", "Title | of three"],
      ["", "FAILED refutation", ""],
      ["four", "missing", "Title | of four"],
    ]);
    expect(text.slice(text.indexOf("Refuted as stated:"))).toBe(
      [
        "Refuted as stated:",
        "",
        "  three",
        "    refuted    printed formula",
        "    shown by   r: 3",
        "               left: 60",
        "    corrected  with a factorial",
        "",
        "Failed:",
        `  one: ${sentence(results.unlucky)}`,
        `  two: ${sentence(results.lost)}`,
        `  three: ${sentence(results.vanished)}`,
        "",
        KEY,
        "proofs: checked by Coq 8.16.1",
        "controls: 1,200 of 1,200 planted errors refused",
        `SOME CHECKS FAILED: 3 claims with evidence, 1 missing · ${SETTINGS}`,
      ].join("\n"),
    );
  });

  it("has no list of failures where all held", () => {
    const text = results.onTerminal(results.holding);
    expect(text).not.toMatch(/fail/i);
    expect(text.split("\n").at(-1)).toBe(`every check held: 2 claims with evidence, 1 missing · ${SETTINGS}`);
    expect(results.onTerminal({ ...results.holding, claims: [] })).not.toContain("Refuted");
  });

  it("has theorems, and failed ones among the failures", () => {
    const text = results.onTerminal(results.proved);
    expect(rowsOf(text)).toContainEqual(["one", "proved, 2 theorems, no axioms", "Title | of one"]);
    expect(text).toContain(`\nFailed:\n  three: ${sentence(results.unproved)}\n`);
  });

  it("has the part that is proved, and below a title the answer, where there is one", () => {
    expect(rowsOf(results.onTerminal(results.mixed))).toEqual([
      ["claim", "verdicts", "title"],
      ["partly", "proved in part: counts | only", "Title | of partly"],
      ["", "2 theorems, no axioms", ""],
      ["", "exhaustive 1,234,567", ""],
      ["answered", "exhaustive 1,234,567", "Title | of answered"],
      ["", "", "answer: yes | twice"],
      ["kept", "proved (kept run), 1 theorem, no axioms", "Title | of kept"],
    ]);
  });

  it("names controls that are not refused", () => {
    expect(results.onTerminal(results.unrefused)).toContain(
      `\n${controlsLine(results.unrefused)}\nSOME CHECKS FAILED: `,
    );
  });

  it("tells at the end what was required and not done", () => {
    expect(results.onTerminal(results.unmet)).toContain(
      "\nproofs: checked by Coq 8.16.1\ncontrols: 1,200 of 1,200 planted errors refused\n" +
        "required: NOT DONE; no Coq \\e here\nREQUIRED AND NOT DONE: 3 claims with evidence",
    );
  });
});

describe("the width of the table", () => {
  const many = Array.from({ length: 40 }, (_, index) => `${index}`).join(" + ");
  const wide = {
    ...results.mixed,
    claims: [
      { ...results.failing.claims[0], title: many, answer: many } as (typeof results.failing.claims)[number],
      results.claimOf("an-id-of-19-letters", { ...results.finding, corrected: many }, results.theorem),
    ],
  };

  it.each([60, 80, 120, 200])("is that of a terminal of %d characters, and words stay whole", (width) => {
    const text = results.onTerminal(wide, width);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(text).toContain("│ an-id-of-19-letters │");
    expect(text).toContain("\n  an-id-of-19-letters\n    refuted    printed formula\n");
    const words = text.split(/[\s│]+/);
    for (const word of ["proved,", "theorem,", "answer:", "39"]) expect(words).toContain(word);
  });

  it("is that of each line where there is no terminal: one for a claim, one for a finding, no borders", () => {
    const text = stripVTControlCharacters(pretty(wide, { width: 80, isTerminal: false }));
    const [first, second] = text.split("\n");
    expect(first).toMatch(/^one {18}FAILED sampled 1,999; exhaustive 1,234,567 \+ 8; sampled 1,999; 0 \+ 1 /);
    expect(second).toMatch(/^an-id-of-19-letters {2}refuted as stated; proved, 1 theorem, no axioms; Title/);
    expect(text).not.toMatch(/[│┌]/);
    expect(text).toContain(`\n  an-id-of-19-letters: ${sentence({ ...results.finding, corrected: many })}\n`);
  });
});
