import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import type { ProofsResult, VerificationResult } from "../../../../../src/claims/evidence/claimResult.js";
import type { Exhaustive, Proved, Refuted, Sampled } from "../../../../../src/claims/evidence/verdict.js";
import { junit } from "../../../../../src/cli/commands/verify/reporters/junit.js";
import { markdown } from "../../../../../src/cli/commands/verify/reporters/markdown.js";
import { pretty } from "../../../../../src/cli/commands/verify/reporters/pretty.js";
import {
  badge,
  badges,
  controlsLine,
  grouped,
  proofsLine,
  sentence,
} from "../../../../../src/cli/commands/verify/reporters/wording.js";

const all: Exhaustive = {
  kind: "exhaustive",
  held: true,
  what: "pairs a|b",
  range: "r ≤ m ≤ 8",
  visited: "1234567",
  expected: "1234567",
};
const lost: Exhaustive = {
  ...all,
  held: false,
  visited: "99",
  failure: 'at <[1,2]> & "x" ]]>\n\u0000\u001b[31m\\ *',
};
const random: Sampled = {
  kind: "sampled",
  held: true,
  what: "law",
  property: "def-1",
  cases: 2000,
  distinct: 1999,
  seed: 5,
};
const unlucky: Sampled = { ...random, held: false, failure: "counterexample [0]" };
const finding: Refuted = {
  kind: "refuted as stated",
  held: true,
  what: "printed formula",
  counterexample: { r: "3", left: "60" },
  corrected: "with a factorial",
};
const vanished: Refuted = { ...finding, held: false, failure: "both sides are 60" };
const missing = { kind: "missing" } as const;
const theorem: Proved = {
  kind: "proved",
  held: true,
  what: "it grows | always",
  theorem: "it_grows",
  assumptions: [],
  by: "Coq 8.16.1 and coqchk",
};
const unproved: Proved = {
  ...theorem,
  held: false,
  assumptions: ["bad", "worse"],
  failure: "line 3: \u001b[31m <Error>",
};

const proofs: ProofsResult = {
  ran: true,
  held: true,
  by: "Coq 8.16.1",
  cached: false,
  leftOut: [],
  problems: [],
};

const claim = (id: string, ...verdicts: VerificationResult["claims"][number]["verdicts"]) => ({
  id,
  title: `Title | of ${id}`,
  source: `Paper, ${id}`,
  statement: "T < G * 2",
  hypotheses: [],
  verdicts,
});

const failing: VerificationResult = {
  ok: false,
  maxM: 8,
  seed: 5,
  version: "1.2.3",
  proofs,
  controls: { count: 1200, refused: 1200, unrefused: [] },
  claims: [
    claim("one", all, { ...all, visited: "8" }, random, unlucky),
    claim("two", lost),
    claim("three", finding, vanished),
    claim("four", missing),
  ],
};
const holding: VerificationResult = {
  ...failing,
  ok: true,
  claims: [claim("one", all, random), claim("three", finding), claim("four", missing)],
};

describe("wording", () => {
  it("says what a verdict is in a few words", () => {
    expect([all, lost, random, unlucky, finding, vanished, missing].map(badge)).toEqual([
      "exhaustive 1,234,567",
      "FAILED exhaustive 99",
      "sampled 1,999",
      "FAILED sampled 1,999",
      "refuted as stated",
      "FAILED refutation",
      "missing",
    ]);
  });

  it("puts what failed first, and adds up nothing", () => {
    expect(failing.claims.map(badges)).toEqual([
      ["FAILED sampled 1,999", "exhaustive 1,234,567 + 8", "sampled 1,999"],
      ["FAILED exhaustive 99"],
      ["refuted as stated", "FAILED refutation"],
      ["missing"],
    ]);
  });

  it("says what a verdict rests on in a sentence", () => {
    expect([all, random, unlucky, finding, vanished, missing].map(sentence)).toEqual([
      "pairs a|b; r ≤ m ≤ 8; 1,234,567 of 1,234,567 cases",
      "law; 2000 random cases, 1999 of them different, seed 5",
      "law; 2000 random cases, 1999 of them different, seed 5. FAILED: counterexample [0]",
      "printed formula; r 3, left 60. Corrected: with a factorial",
      "printed formula; r 3, left 60. Corrected: with a factorial. FAILED: both sides are 60",
      "no evidence yet",
    ]);
  });

  it("shows control characters rather than obeying them", () => {
    expect(sentence(lost)).toBe(
      'pairs a|b; r ≤ m ≤ 8; 99 of 1,234,567 cases. FAILED: at <[1,2]> & "x" ]]>\\n\\u{0}\\e[31m\\ *',
    );
  });

  it.each([
    ["", ""],
    ["1", "1"],
    ["999", "999"],
    ["1000", "1,000"],
    ["-1000", "-1,000"],
    ["123456", "123,456"],
    ["1234567", "1,234,567"],
  ])("groups the digits %s as %s", (digits, shown) => {
    expect(grouped(digits)).toBe(shown);
  });
});

describe("pretty", () => {
  it("has one row per claim, then findings, failures and the sum", () => {
    const lines = stripVTControlCharacters(pretty(failing)).split("\n");
    const rows = lines.filter((line) => line.startsWith("│"));
    expect(
      rows.map((row) =>
        row
          .split("│")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ["claim", "verdicts", "title"],
      ["one", "FAILED sampled 1,999", "Title | of one"],
      ["", "exhaustive 1,234,567 + 8", ""],
      ["", "sampled 1,999", ""],
      ["two", "FAILED exhaustive 99", "Title | of two"],
      ["three", "refuted as stated", "Title | of three"],
      ["", "FAILED refutation", ""],
      ["four", "missing", "Title | of four"],
    ]);
    expect(lines.slice(lines.indexOf("Refuted as stated:"))).toEqual([
      "Refuted as stated:",
      `  three: ${sentence(finding)}`,
      "",
      "Failed:",
      `  one: ${sentence(unlucky)}`,
      ...`  two: ${sentence(lost)}`.split("\n"),
      `  three: ${sentence(vanished)}`,
      "",
      "proofs: checked by Coq 8.16.1",
      "controls: 1,200 of 1,200 planted errors refused",
      "SOME CHECKS FAILED: 3 claims with evidence, 1 missing · max m 8 · seed 5 · equiloss 1.2.3",
    ]);
  });

  it("has no list of failures where all held", () => {
    const text = stripVTControlCharacters(pretty(holding));
    expect(text).not.toMatch(/fail/i);
    expect(text.split("\n").at(-1)).toBe(
      "every check held: 2 claims with evidence, 1 missing · max m 8 · seed 5 · equiloss 1.2.3",
    );
    expect(stripVTControlCharacters(pretty({ ...holding, claims: [] }))).not.toContain("Refuted");
  });
});

describe("markdown", () => {
  const lines = markdown(failing).split("\n");

  it("has one row per claim, in which pipes are escaped", () => {
    expect(lines.slice(0, 10)).toEqual([
      "# equiloss 1.2.3: some checks failed",
      "",
      "Largest m 8, seed 5. proofs: checked by Coq 8.16.1. controls: 1,200 of 1,200 planted errors refused.",
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
      "  - law; 2000 random cases, 1999 of them different, seed 5",
      "  - law; 2000 random cases, 1999 of them different, seed 5. FAILED: counterexample [0]",
      "- **two**: T &lt; G \\* 2",
      '  - pairs a\\|b; r ≤ m ≤ 8; 99 of 1,234,567 cases. FAILED: at &lt;[1,2]> & "x" ]]>\\\\n\\\\u{0}\\\\e[31m\\\\ \\*',
      "- **three**: T &lt; G \\* 2",
      "  - printed formula; r 3, left 60. Corrected: with a factorial",
      "  - printed formula; r 3, left 60. Corrected: with a factorial. FAILED: both sides are 60",
    ]);
    expect(markdown(holding).split("\n")[0]).toBe("# equiloss 1.2.3: every check held");
  });

  it("says why a claim is so and what is not claimed, below its statement", () => {
    const reasoned = { ...claim("one", all), argument: "by T < G", limits: "for m ≤ 8" };
    expect(
      markdown({ ...holding, claims: [reasoned] })
        .split("\n")
        .slice(-4),
    ).toEqual([
      "- **one**: T &lt; G \\* 2",
      "  - argument: by T &lt; G",
      "  - limits: for m ≤ 8",
      "  - pairs a\\|b; r ≤ m ≤ 8; 1,234,567 of 1,234,567 cases",
    ]);
  });
});

/** Text as it stands in XML; xmlbuilder2 gives it back that way too. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

describe("junit", () => {
  it("is XML that says the same: one suite per claim, one case per verdict", () => {
    const text = junit(failing);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    const document = convert(text, { format: "object" }) as Record<string, Record<string, unknown>>;
    expect(document.testsuites).toMatchObject({
      "@name": "equiloss",
      "@tests": "9",
      "@failures": "3",
      "@skipped": "1",
    });
    const suites = document.testsuites?.testsuite as Record<string, unknown>[];
    expect(
      suites.map((suite) => [suite["@name"], suite["@tests"], suite["@failures"], suite["@skipped"]]),
    ).toEqual([
      ["one: Title | of one", "4", "1", "0"],
      ["two: Title | of two", "1", "1", "0"],
      ["three: Title | of three", "2", "1", "0"],
      ["four: Title | of four", "1", "0", "1"],
      ["controls", "1", "0", "0"],
    ]);
    expect(suites[1]?.testcase).toEqual({
      "@classname": "two",
      "@name": "exhaustive: pairs a|b",
      failure: { "@message": "FAILED exhaustive 99", "#": escaped(sentence(lost)) },
    });
    expect(text).toContain(`<failure message="FAILED exhaustive 99">${escaped(sentence(lost))}</failure>`);
    expect(suites[2]?.testcase).toEqual([
      {
        "@classname": "three",
        "@name": "refuted as stated: printed formula",
        "system-out": sentence(finding),
      },
      {
        "@classname": "three",
        "@name": "refuted as stated: printed formula",
        failure: { "@message": "FAILED refutation", "#": sentence(vanished) },
      },
    ]);
    expect(suites[3]?.testcase).toEqual({ "@classname": "four", "@name": "missing", skipped: {} });
  });

  it("has no failure where all held", () => {
    expect(junit(holding)).not.toContain("<failure");
    expect(junit(holding)).toContain('tests="5" failures="0" skipped="1"');
  });
});

describe("controls", () => {
  const loose: VerificationResult = {
    ...holding,
    ok: false,
    controls: { count: 3, refused: 1, unrefused: ["digest: accepted", "NaN: \u001b held"] },
  };
  const line =
    "controls: FAILED, 1 of 3 planted errors refused; not refused: digest: accepted; NaN: \\e held";

  it("that are not refused are named by every reporter, which says that some checks failed", () => {
    expect(controlsLine(loose)).toBe(line);
    const text = stripVTControlCharacters(pretty(loose));
    expect(text).toContain(`\n${line}\nSOME CHECKS FAILED: `);
    expect(markdown(loose)).toMatch(/^# equiloss 1\.2\.3: some checks failed\n/);
    expect(markdown(loose)).toContain("not refused: digest: accepted; NaN: \\\\e held.");
    expect(junit(loose)).toContain(`<failure message="FAILED controls">${line}</failure>`);
    expect(junit(loose)).toContain('tests="5" failures="1" skipped="1"');
  });

  it.each([
    { count: 0, refused: 0, unrefused: [] },
    { count: 2, refused: 1, unrefused: [] },
    { count: 2, refused: 2, unrefused: ["2 controls, expected 3"] },
  ])("are no success with %o", (controls) => {
    expect(controlsLine({ ...loose, controls })).toMatch(/^controls: FAILED, /);
    expect(junit({ ...loose, controls })).toContain('failures="1"');
  });
});

describe("theorems", () => {
  const proved: VerificationResult = {
    ...holding,
    claims: [claim("one", all, theorem, theorem), claim("two", theorem), claim("three", unproved, theorem)],
  };

  it("are badges, however many, and sentences with their axioms and who checked them", () => {
    expect([theorem, unproved].map(badge)).toEqual(["proved", "FAILED proof it_grows"]);
    expect(proved.claims.map(badges)).toEqual([
      ["proved, 2 theorems, no axioms", "exhaustive 1,234,567"],
      ["proved, 1 theorem, no axioms"],
      ["FAILED proof it_grows", "proved, 1 theorem, no axioms"],
    ]);
    expect([theorem, unproved].map(sentence)).toEqual([
      "it grows | always (theorem it_grows, no axioms, Coq 8.16.1 and coqchk)",
      "it grows | always (theorem it_grows, axioms bad, worse, Coq 8.16.1 and coqchk). FAILED: line 3: \\e[31m <Error>",
    ]);
  });

  it("stand in the table, and among the failures", () => {
    const text = stripVTControlCharacters(pretty(proved));
    expect(text).toMatch(/│ one +│ proved, 2 theorems, no axioms +│/);
    expect(text).toContain(`\nFailed:\n  three: ${sentence(unproved)}\n`);
    const lines = markdown(proved).split("\n");
    expect(lines).toContain(
      "| three | FAILED proof it_grows<br>proved, 1 theorem, no axioms | Title \\| of three | Paper, three |",
    );
    expect(lines).toContain("  - it grows \\| always (theorem it_grows, no axioms, Coq 8.16.1 and coqchk)");
  });

  it("are cases of JUnit, which fail where they do", () => {
    const document = convert(junit(proved), { format: "object" }) as Record<string, Record<string, unknown>>;
    const suites = document.testsuites?.testsuite as Record<string, unknown>[];
    expect(suites[1]?.testcase).toEqual({
      "@classname": "two",
      "@name": "proved: it grows | always",
      "system-out": sentence(theorem),
    });
    expect(suites[2]).toMatchObject({ "@tests": "2", "@failures": "1" });
    expect((suites[2]?.testcase as unknown[])[0]).toMatchObject({
      failure: { "@message": "FAILED proof it_grows", "#": escaped(sentence(unproved)) },
    });
  });

  it.each<[ProofsResult, string]>([
    [proofs, "proofs: checked by Coq 8.16.1"],
    [
      { ...proofs, cached: true, keptIn: "/kept/\u001b", leftOut: ["thresholds", "others"] },
      "proofs: NOT CHECKED NOW, kept from an earlier run: checked by Coq 8.16.1; left to native Coq: thresholds, others; whoever can write /kept/\\e can forge it",
    ],
    [
      { ...proofs, held: false, problems: ["A.v: line 3: \u001b", "B.v: needs A"] },
      "proofs: FAILED by Coq 8.16.1: A.v: line 3: \\e; B.v: needs A",
    ],
    [{ ran: false, reason: "no Coq here" }, "proofs: NOT RUN; no Coq here"],
  ])("and of the proofs as a whole: %j", (result, line) => {
    expect(proofsLine({ ...holding, proofs: result })).toBe(line);
    expect(stripVTControlCharacters(pretty({ ...holding, proofs: result }))).toContain(`\n${line}\n`);
    expect(markdown({ ...holding, proofs: result })).toContain("Largest m 8, seed 5. proofs: ");
  });
});
