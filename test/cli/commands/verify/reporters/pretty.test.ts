import { describe, expect, it } from "vitest";
import { controlsLine, sentence } from "../../../../../src/cli/commands/verify/reporters/wording.js";
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
    const text = results.plain(results.failing);
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
        `  three: ${sentence(results.finding)}`,
        "",
        "Failed:",
        `  one: ${sentence(results.unlucky)}`,
        `  two: ${sentence(results.lost)}`,
        `  three: ${sentence(results.vanished)}`,
        "",
        "proofs: checked by Coq 8.16.1",
        "controls: 1,200 of 1,200 planted errors refused",
        `SOME CHECKS FAILED: 3 claims with evidence, 1 missing · ${SETTINGS}`,
      ].join("\n"),
    );
  });

  it("has no list of failures where all held", () => {
    const text = results.plain(results.holding);
    expect(text).not.toMatch(/fail/i);
    expect(text.split("\n").at(-1)).toBe(`every check held: 2 claims with evidence, 1 missing · ${SETTINGS}`);
    expect(results.plain({ ...results.holding, claims: [] })).not.toContain("Refuted");
  });

  it("has theorems, and failed ones among the failures", () => {
    const text = results.plain(results.proved);
    expect(rowsOf(text)).toContainEqual(["one", "proved, 2 theorems, no axioms", "Title | of one"]);
    expect(text).toContain(`\nFailed:\n  three: ${sentence(results.unproved)}\n`);
  });

  it("has the part that is proved, and below a title the answer, where there is one", () => {
    expect(rowsOf(results.plain(results.mixed))).toEqual([
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
    expect(results.plain(results.unrefused)).toContain(
      `\n${controlsLine(results.unrefused)}\nSOME CHECKS FAILED: `,
    );
  });

  it("tells at the end what was required and not done", () => {
    expect(results.plain(results.unmet)).toContain(
      "\nproofs: checked by Coq 8.16.1\ncontrols: 1,200 of 1,200 planted errors refused\n" +
        "required: NOT DONE; no Coq \\e here\nREQUIRED AND NOT DONE: 3 claims with evidence",
    );
  });
});
