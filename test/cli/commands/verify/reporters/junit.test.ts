import { describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import type { VerificationResult } from "../../../../../src/claims/evidence/claimResult.js";
import { junit } from "../../../../../src/cli/commands/verify/reporters/junit.js";
import {
  controlsLine,
  openPart,
  sentence,
} from "../../../../../src/cli/commands/verify/reporters/wording.js";
import * as results from "./results.js";

type Suite = Record<string, unknown>;

/** The counts of a run, and its suites. */
function read(text: string): { counts: string[]; suites: Suite[] } {
  const { testsuites } = convert(text, { format: "object" }) as { testsuites: Suite };
  expect(testsuites["@name"]).toBe("equiloss");
  return { counts: countsOf(testsuites), suites: [testsuites.testsuite as Suite | Suite[]].flat() };
}

/** Numbers of tests, failures and skipped tests. */
const countsOf = (suite: Suite): string[] =>
  ["@tests", "@failures", "@skipped"].map((name) => String(suite[name]));

/** Text as it stands in XML; xmlbuilder2 gives it back that way too. */
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const failure = (message: string, text: string): Suite => ({
  failure: { "@message": message, "#": escaped(text) },
});

describe("JUnit", () => {
  it("is XML that says the same: one suite per claim, one case per verdict", () => {
    const text = junit(results.failing);
    expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    const { counts, suites } = read(text);
    expect(counts).toEqual(["9", "3", "1"]);
    expect(suites.map((suite) => [suite["@name"], ...countsOf(suite)])).toEqual([
      ["one: Title | of one", "4", "1", "0"],
      ["two: Title | of two", "1", "1", "0"],
      ["three: Title | of three", "2", "1", "0"],
      ["four: Title | of four", "1", "0", "1"],
      ["controls", "1", "0", "0"],
    ]);
    expect(suites[1]?.testcase).toEqual({
      "@classname": "two",
      "@name": "exhaustive: pairs a|b",
      ...failure("FAILED exhaustive 99", sentence(results.lost)),
    });
    expect(text).toContain(
      `<failure message="FAILED exhaustive 99">${escaped(sentence(results.lost))}</failure>`,
    );
    const refutation = { "@classname": "three", "@name": "refuted as stated: printed formula" };
    expect(suites[2]?.testcase).toEqual([
      { ...refutation, "system-out": sentence(results.finding) },
      { ...refutation, ...failure("FAILED refutation", sentence(results.vanished)) },
    ]);
    expect(suites[3]?.testcase).toEqual({ "@classname": "four", "@name": "missing", skipped: {} });
  });

  it("has no failure where all held", () => {
    expect(junit(results.holding)).not.toContain("<failure");
    expect(read(junit(results.holding)).counts).toEqual(["5", "0", "1"]);
  });

  it("has a case for each theorem, which fails where it does", () => {
    const { suites } = read(junit(results.proved));
    expect(suites[1]?.testcase).toEqual({
      "@classname": "two",
      "@name": "proved: it grows | always",
      "system-out": sentence(results.theorem),
    });
    expect(suites[2] && countsOf(suites[2])).toEqual(["2", "1", "0"]);
    expect((suites[2]?.testcase as Suite[])[0]).toMatchObject(
      failure("FAILED proof it_grows", sentence(results.unproved)),
    );
  });

  it("has the part that is proved and the answer as properties", () => {
    const [first, second, last] = read(junit(results.mixed)).suites;
    expect(first?.properties).toEqual({
      property: { "@name": "proved", "@value": escaped(String(openPart(results.partly))) },
    });
    expect(second?.properties).toEqual({ property: { "@name": "answer", "@value": "yes | twice" } });
    expect(last).not.toHaveProperty("properties");
    expect(last).toMatchObject({ testcase: { "@name": "proved (kept run): it grows | always" } });
  });
});

describe("a run that isn't ok has a failure of JUnit's, whatever claims it is about", () => {
  it("if something was required and not done", () => {
    const { counts, suites } = read(junit(results.unmet));
    expect(counts).toEqual(["7", "1", "0"]);
    expect(suites.at(-1)).toEqual({
      "@name": "required",
      "@tests": "1",
      "@failures": "1",
      "@skipped": "0",
      testcase: {
        "@classname": "required",
        "@name": "required",
        ...failure("REQUIRED AND NOT DONE", "required: NOT DONE; no Coq \\e here"),
      },
    });
    expect(read(junit(results.mixed)).counts).toEqual(["6", "0", "0"]);
  });

  it("if controls are not refused", () => {
    expect(junit(results.unrefused)).toContain(
      `<failure message="FAILED controls">${controlsLine(results.unrefused)}</failure>`,
    );
    expect(read(junit(results.unrefused)).counts).toEqual(["5", "1", "1"]);
  });

  it.each([
    { count: 0, refused: 0, unrefused: [] },
    { count: 2, refused: 1, unrefused: [] },
    { count: 2, refused: 2, unrefused: ["2 controls, expected 3"] },
  ])("if the controls are %o", (controls) => {
    expect(controlsLine({ ...results.unrefused, controls })).toMatch(/^controls: FAILED, /);
    expect(read(junit({ ...results.unrefused, controls })).counts[1]).toBe("1");
  });

  it.each<[string, string, Partial<VerificationResult>]>([
    ["proofs", "SOME PROOFS FAILED", { proofs: { ...results.proofs, held: false, problems: ["no \u001b"] } }],
    ["run", "NOTHING WAS CHECKED", { claims: [results.claimOf("open", results.missing)] }],
  ])("if it is so for %s: %s", (name, message, part) => {
    const text = junit({ ...results.mixed, claims: [results.answered], ok: false, ...part });
    const { counts, suites } = read(text);
    expect(counts.slice(0, 2)).toEqual(["3", "1"]);
    expect(suites.at(-1)).toMatchObject({ "@name": name, "@tests": "1", "@failures": "1" });
    expect(suites.at(-1)?.testcase).toMatchObject({ failure: { "@message": message } });
    expect(text).not.toContain("\u001b");
  });
});
