import { describe, expect, it } from "vitest";
import { markdown } from "../../../../../src/cli/commands/verify/reporters/markdown.js";
import { claimOf, failing, holding, mixed, proved, unmet, unrefused, whole } from "./results.js";

const linesOf = (...results: Parameters<typeof markdown>): string[] => markdown(...results).split("\n");
const CHECKED = "proofs: checked by Coq 8.16.1. controls: 1,200 of 1,200 planted errors refused.";

describe("Markdown", () => {
  const lines = linesOf(failing);

  it("has one row per claim, in which pipes are escaped", () => {
    expect(lines.slice(0, 10)).toEqual([
      "# equiloss 1.2.3: some checks failed",
      "",
      `Largest m 8, seed 5. ${CHECKED}`,
      "",
      "| claim | verdicts | title | source |",
      "| --- | --- | --- | --- |",
      "| one | FAILED sampled 1,999<br>exhaustive 1,234,567 + 8<br>sampled 1,999 | Title \\| of one | Paper, one |",
      "| two | FAILED exhaustive 99 | Title \\| of two | Paper, two |",
      "| three | refuted as stated<br>FAILED refutation | Title \\| of three | Paper, three |",
      "| four | missing | Title \\| of four | Paper, four |",
    ]);
    // A row has four cells: five pipes that aren't escaped.
    for (const row of lines.slice(4, 10)) expect(row.replaceAll("\\|", "").split("|").length).toBe(6);
  });

  it("lists the evidence, a line each, with nothing left that Markdown or HTML would read", () => {
    expect(lines.slice(10)).toEqual([
      "",
      "## Evidence",
      "",
      "- **one**: T &lt; G \\* 2",
      "  - pairs a\\|b; r ≤ m ≤ 8; 1,234,567 of 1,234,567 cases",
      "  - pairs a\\|b; r ≤ m ≤ 8; 8 of 1,234,567 cases",
      "  - law; 2000 random cases, 1999 different ones, some drawn again; seed 5",
      "  - law; 2000 random cases, 1999 different ones, some drawn again; seed 5. FAILED: counterexample [0]",
      "- **two**: T &lt; G \\* 2",
      '  - pairs a\\|b; r ≤ m ≤ 8; 99 of 1,234,567 cases. FAILED: at &lt;[1,2]> & "x" ]]>\\\\n\\\\u{0}\\\\e[31m\\\\ \\*',
      "- **three**: T &lt; G \\* 2",
      "  - printed formula; r 3, left 60. Corrected: with a factorial",
      "  - printed formula; r 3, left 60. Corrected: with a factorial. FAILED: both sides are 60",
    ]);
    expect(linesOf(holding)[0]).toBe("# equiloss 1.2.3: every check held");
  });

  it("says why a claim is so and what is not claimed, below its statement", () => {
    const reasoned = { ...claimOf("one", whole), argument: "by T < G", limits: "for m ≤ 8" };
    expect(linesOf({ ...holding, claims: [reasoned] }).slice(-4)).toEqual([
      "- **one**: T &lt; G \\* 2",
      "  - argument: by T &lt; G",
      "  - limits: for m ≤ 8",
      "  - pairs a\\|b; r ≤ m ≤ 8; 1,234,567 of 1,234,567 cases",
    ]);
  });

  it("has theorems, the part that is proved with what is left open, and answers", () => {
    expect(linesOf(proved)).toEqual(
      expect.arrayContaining([
        "| three | FAILED proof it_grows<br>proved, 1 theorem, no axioms | Title \\| of three | Paper, three |",
        "  - it grows \\| always (theorem it_grows, no axioms, Coq 8.16.1 and coqchk)",
      ]),
    );
    expect(linesOf(mixed)).toContain(
      "  - proved in part: counts \\| only. Left open by the theorems: what is &lt; counted",
    );
    expect(markdown(mixed)).toContain("| Title \\| of answered<br>answer: yes \\| twice | Paper, answered |");
  });

  it("names controls that are not refused, and what was required and not done", () => {
    expect(linesOf(unrefused)[0]).toBe("# equiloss 1.2.3: some checks failed");
    expect(markdown(unrefused)).toContain("not refused: digest: accepted; NaN: \\\\e held.");
    expect(linesOf(unmet).slice(0, 3)).toEqual([
      "# equiloss 1.2.3: required and not done",
      "",
      `Largest m 8, seed 5. ${CHECKED.slice(0, -1)}. required: NOT DONE; no Coq \\\\e here.`,
    ]);
  });
});
