import { describe, expect, it } from "vitest";
import { convert } from "xmlbuilder2";
import type { VerificationResult } from "../../../../../src/claims/evidence/claimResult.js";
import { junit } from "../../../../../src/cli/commands/verify/reporters/junit.js";
import {
  controlsLine,
  openPart,
  proofsLine,
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

/** The cases of a suite. */
const casesOf = (suite: Suite | undefined): Suite[] => {
  const cases = suite?.testcase;
  return (Array.isArray(cases) ? cases : [cases]) as Suite[];
};

/** The properties of a suite, by name. */
const propertiesOf = (suite: Suite | undefined): Record<string, unknown> => {
  const { property = [] } = suite?.properties as { property?: Suite | Suite[] };
  return Object.fromEntries([property].flat().map((one) => [String(one["@name"]), one["@value"]]));
};

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
    expect(counts).toEqual(["10", "3", "undefined"]);
    expect(suites.map((suite) => [suite["@name"], ...countsOf(suite)])).toEqual([
      ["one: Title | of one", "4", "1", "0"],
      ["two: Title | of two", "1", "1", "0"],
      ["three: Title | of three", "2", "1", "0"],
      ["four: Title | of four", "1", "0", "1"],
      ["the run", "2", "0", "0"],
    ]);
    expect(suites[1]?.testcase).toEqual({
      "@classname": "equiloss.two",
      "@name": "exhaustive: pairs a|b",
      ...failure("FAILED exhaustive 99", sentence(results.lost)),
    });
    expect(text).toContain(
      `<failure message="FAILED exhaustive 99">${escaped(sentence(results.lost))}</failure>`,
    );
    const refutation = { "@classname": "equiloss.three", "@name": "refuted as stated: printed formula" };
    expect(suites[2]?.testcase).toEqual([
      { ...refutation, "system-out": "r 3, left 60. Corrected: with a factorial" },
      { ...refutation, ...failure("FAILED refutation", sentence(results.vanished)) },
    ]);
    expect(suites[3]?.testcase).toEqual({
      "@classname": "equiloss.four",
      "@name": "missing",
      skipped: { "@message": "no evidence yet" },
    });
  });

  it("has no failure where all held", () => {
    expect(junit(results.holding)).not.toContain("<failure");
    expect(read(junit(results.holding)).counts).toEqual(["6", "0", "undefined"]);
  });

  it("has a case for each theorem, which fails where it does", () => {
    const { suites } = read(junit(results.proved));
    expect(suites[1]?.testcase).toEqual({
      "@classname": "equiloss.two",
      "@name": "proved: it grows | always",
      "system-out": "(theorem it_grows, no axioms, Coq 8.16.1 and coqchk)",
    });
    expect(suites[2] && countsOf(suites[2])).toEqual(["2", "1", "0"]);
    expect((suites[2]?.testcase as Suite[])[0]).toMatchObject(
      failure("FAILED proof it_grows", sentence(results.unproved)),
    );
  });

  it("has the source, the part that is proved, the answer and the correction as properties", () => {
    const [first, second, third] = read(junit(results.mixed)).suites;
    expect(propertiesOf(first)).toEqual({
      source: "Paper, partly",
      proved: escaped(String(openPart(results.partly))),
    });
    expect(propertiesOf(second)).toEqual({ source: "Paper, answered", answer: "yes | twice" });
    expect(third).toMatchObject({ testcase: { "@name": "proved (kept run): it grows | always" } });
    const [, , refuted] = read(junit(results.failing)).suites;
    expect(propertiesOf(refuted)).toMatchObject({ "refuted as stated, corrected": "with a factorial" });
  });

  it("has the times of verdicts, suites and the run", () => {
    const claims = [
      results.claimOf("one", { ...results.whole, seconds: 1.25 }, { ...results.random, seconds: 2 }),
    ];
    const { suites } = read(junit({ ...results.holding, claims }));
    expect(casesOf(suites[0]).map((one) => one["@time"])).toEqual(["1.250", "2.000"]);
    expect(suites[0]).toMatchObject({ "@time": "3.250", "@timestamp": "2026-01-31T12:00:00Z" });
    expect(junit(results.holding)).toContain('<testsuites name="equiloss" time="61.500"');
  });

  it("tells of the run its version, seed, largest m and Coq", () => {
    const run = read(junit(results.holding)).suites.at(-1);
    expect(propertiesOf(run)).toEqual({ version: "1.2.3", seed: "5", "max m": "8", Coq: "Coq 8.16.1" });
  });

  it.each([
    { ran: false, reason: "no Coq here" } as const,
    { ...results.proofs, cached: true, keptIn: "/kept" },
  ])("has proofs that were not run as a skipped case: %j", (proofs) => {
    const run = read(junit({ ...results.holding, proofs })).suites.at(-1);
    expect(casesOf(run)[1]).toEqual({
      "@classname": "equiloss.run",
      "@name": "Coq checks the proofs",
      skipped: { "@message": proofsLine({ ...results.holding, proofs }) },
    });
    expect(run && countsOf(run)).toEqual(["2", "0", "1"]);
  });
});

describe("a run that isn't ok has a failure of JUnit's, whatever claims it is about", () => {
  const failuresOf = (result: VerificationResult): unknown[] =>
    casesOf(read(junit(result)).suites.at(-1)).flatMap((one) => ("failure" in one ? [one] : []));

  it("if something was required and not done", () => {
    expect(failuresOf(results.unmet)).toEqual([
      {
        "@classname": "equiloss.run",
        "@name": "what was required",
        ...failure("REQUIRED AND NOT DONE", "required: NOT DONE; no Coq \\e here"),
      },
    ]);
    expect(failuresOf(results.mixed)).toEqual([]);
  });

  it.each([
    results.unrefused.controls,
    { count: 0, refused: 0, unrefused: [] },
    { count: 2, refused: 1, unrefused: [] },
    { count: 2, refused: 2, unrefused: ["2 controls, expected 3"] },
  ])("if the controls are %o", (controls) => {
    const result = { ...results.unrefused, controls };
    expect(controlsLine(result)).toMatch(/^controls: FAILED, /);
    expect(failuresOf(result)).toMatchObject([failure("FAILED controls", controlsLine(result))]);
  });

  it.each<[string, Partial<VerificationResult>]>([
    ["SOME PROOFS FAILED", { proofs: { ...results.proofs, held: false, problems: ["no \u001b"] } }],
    ["NOTHING WAS CHECKED", { claims: [results.claimOf("open", results.missing)] }],
  ])("if %s", (message, part) => {
    const result = { ...results.mixed, claims: [results.answered], ok: false, ...part };
    expect(failuresOf(result)).toMatchObject([{ failure: { "@message": message } }]);
    expect(junit(result)).not.toContain("\u001b");
  });
});

/**
 * What Jenkins' xunit plugin (its schema junit-10.xsd) lets stand in each element: the attributes that must
 * and may be there, and the elements inside.
 */
const SCHEMA: Record<string, { must: string[]; may: string[]; inside: string[] }> = {
  testsuites: { must: [], may: ["name", "time", "tests", "failures", "errors"], inside: ["testsuite"] },
  testsuite: {
    must: ["name", "tests", "failures", "errors"],
    may: ["time", "skipped", "timestamp", "hostname", "id"],
    inside: ["properties", "testcase", "system-out", "system-err"],
  },
  properties: { must: [], may: [], inside: ["property"] },
  property: { must: ["name", "value"], may: [], inside: [] },
  testcase: {
    must: ["name"],
    may: ["time", "classname"],
    inside: ["skipped", "failure", "error", "system-out", "system-err"],
  },
  skipped: { must: [], may: ["type", "message"], inside: [] },
  failure: { must: [], may: ["type", "message"], inside: [] },
  "system-out": { must: [], may: [], inside: [] },
};

/** Times as the schema reads them: up to three digits before the point, or groups of three. */
const TIME = /^(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?$/;

/** What of an element the schema forbids. */
function objections(name: string, element: unknown): string[] {
  const rule = SCHEMA[name];
  if (rule === undefined) return [`no element ${name}`];
  if (typeof element !== "object" || element === null) return [];
  const entries = Object.entries(element).filter(([key]) => key !== "#");
  const attributes = entries.flatMap(([key]) => (key.startsWith("@") ? [key.slice(1)] : []));
  return [
    ...rule.must.filter((key) => !attributes.includes(key)).map((key) => `${name} lacks ${key}`),
    ...attributes
      .filter((key) => ![...rule.must, ...rule.may].includes(key))
      .map((key) => `${name} has ${key}`),
    ...entries.flatMap(([key, value]) => {
      if (key === "@time") return TIME.test(String(value)) ? [] : [`time ${String(value)}`];
      if (key.startsWith("@")) return [];
      if (!rule.inside.includes(key)) return [`${key} in ${name}`];
      return [value].flat().flatMap((child) => objections(key, child));
    }),
  ];
}

describe("Jenkins' schema", () => {
  const all = [
    results.failing,
    results.holding,
    results.proved,
    results.mixed,
    results.unmet,
    results.unrefused,
  ];

  it("holds for what JUnit's reporter writes", () => {
    for (const result of all) {
      const { testsuites } = convert(junit(result), { format: "object" }) as { testsuites: Suite };
      expect(objections("testsuites", testsuites)).toEqual([]);
    }
  });

  it.each([
    ['errors="0"', "", "testsuite lacks errors"],
    ["<testsuites ", '<testsuites skipped="1" ', "testsuites has skipped"],
    ['time="61.500"', 'time="1 min"', "time 1 min"],
    ["system-out>", "output>", "output in testcase"],
  ])("fails with %s as %s", (right, wrong, objection) => {
    const text = junit(results.holding).replaceAll(right, wrong);
    const { testsuites } = convert(text, { format: "object" }) as { testsuites: Suite };
    expect(objections("testsuites", testsuites)).toContain(objection);
  });
});
