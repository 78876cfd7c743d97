import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { KINDS } from "../../src/checker/kinds.js";
import type { Expected } from "../../src/checker/verdict.js";
import { ACCEPTED } from "./corpus.js";

const SPEC = readFileSync(new URL("../../src/checker/SPEC.md", import.meta.url), "utf8");

/** A row of the table of kinds in "Grammar". */
interface Row {
  readonly kind: string;
  readonly claims: readonly string[];
  readonly gives: readonly string[];
  readonly mayGive: readonly string[];
}

function rowsOf(spec: string): Row[] {
  const [, table = ""] = /^\| kind +\| claims .*\n\| -.*\n((?:\|.*\n)+)/m.exec(spec) ?? [];
  return [...table.matchAll(/^\| (\S+) +\|(.*)\|(.*)\|(.*)\|$/gm)].map(([, kind = "", ...cells]) => {
    const [claims = [], gives = [], mayGive = []] = cells.map((cell) => cell.match(/[^\s,]+/g) ?? []);
    return { kind, claims, gives, mayGive };
  });
}

/** The kinds of the grammar's line. */
function kindsOf(spec: string): string[] {
  const [line = ""] = /^kind +"[^\n]*$/m.exec(spec) ?? [];
  return [...line.matchAll(/"([a-z-]+)"/g)].map(([, kind = ""]) => kind);
}

/** Where a page and the checker's list of kinds differ. */
function differences(spec: string, kinds: readonly Omit<(typeof KINDS)[number], "run">[]): string[] {
  const ofTable = rowsOf(spec).map(({ kind, claims, gives, mayGive }) =>
    inWords(kind, claims, [...gives, ...mayGive]),
  );
  const ofChecker = kinds.map(({ kind, claims, parameters }) =>
    inWords(kind, claims, kind === "counterexample" ? ["refuted", ...parameters] : parameters),
  );
  const names = [...new Set(kinds.map(({ kind }) => kind))];
  return [
    ...ofChecker.filter((words) => !ofTable.includes(words)).map((words) => `not in the table: ${words}`),
    ...ofTable.filter((words) => !ofChecker.includes(words)).map((words) => `not of the checker: ${words}`),
    ...names.filter((kind) => !kindsOf(spec).includes(kind)).map((kind) => `not in the line: ${kind}`),
    ...kindsOf(spec)
      .filter((kind) => !names.includes(kind))
      .map((kind) => `no kind of the checker: ${kind}`),
  ];
}

function inWords(kind: string, claims: readonly string[], parameters: readonly string[]): string {
  return `${kind} of ${[...claims].sort().join()} by ${[...parameters].sort().join()}`;
}

describe("SPEC.md", () => {
  it("has the kinds of the checker, with their claims and what the caller gives", () => {
    expect(differences(SPEC, KINDS)).toEqual([]);
    expect(rowsOf(SPEC).length).toBe(KINDS.length);
  });

  it("would be seen to lack a kind, a claim or a parameter, or to have one too many", () => {
    const planted = { kind: "planted", claims: ["rem-2.1"], parameters: ["m"] } as const;
    expect(differences(SPEC, [...KINDS, planted])).toEqual([
      "not in the table: planted of rem-2.1 by m",
      "not in the line: planted",
    ]);
    expect(differences(SPEC, KINDS.slice(0, -1))).toEqual([
      "not of the checker: spurious of ext-spurious by k",
      "no kind of the checker: spurious",
    ]);
    const edited = SPEC.replace("thm-3.1-path, ext-geodesic", "thm-3.1-path").replace(
      /(\| thm-4.2 .*), exp/,
      "$1",
    );
    expect(differences(edited, KINDS).length).toBe(4);
  });

  it.each(ACCEPTED)("says what the caller of $name must give, and what he may leave out", async (file) => {
    const { text, kind, expected } = file;
    const row = rowsOf(SPEC).find((one) => one.kind === kind && one.claims.includes(expected.claim));
    const optional = row?.mayGive.filter((name) => name in expected) ?? [];
    const left = (...names: string[]): Expected =>
      Object.fromEntries(Object.entries(expected).filter(([name]) => !names.includes(name))) as Expected;
    expect(row?.gives.filter((name) => !(name in expected))).toEqual([]);
    expect(await checkCertificate(text, left(...optional))).toMatchObject({ accepted: true });
    for (const name of row?.gives ?? [])
      expect([name, await checkCertificate(text, left(name))]).toMatchObject([name, { accepted: false }]);
  });
});
