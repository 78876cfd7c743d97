import { describe, expect, it } from "vitest";
import { noLoopholes } from "./noLoopholes.js";
import { plantedTree } from "./tree.js";

function findingsIn(path: string, code: string) {
  return noLoopholes(plantedTree({ [path]: `\n${code}\n` }));
}

const TEST = "test/planted.test.ts";

describe("noLoopholes", () => {
  it.each([
    ["skip", 'it.skip("a", () => {});'],
    ["skip", 'it["skip"]("a", () => {});'],
    ["skip", 'describe.concurrent.skip("a", () => {});'],
    ["skip", 'describe.skip.each([1])("a", () => {});'],
    ["skip", 'it("a", { skip: true }, () => {});'],
    ["skip", 'it.each([1])("a", { skip: true }, () => {});'],
    ["skip", 'it("a", { skip }, () => {});'],
    ["skip", 'it("a", (context) => { context.skip(); });'],
    ["skip", 'it("a", ({ skip }) => { skip(); });'],
    ["skip", 'it("a", ({ skip: leave }) => { leave(); });'],
    ["skipIf", 'it.skipIf(true)("a", () => {});'],
    ["runIf", 'test.runIf(false)("a", () => {});'],
    ["only", 'describe.only("a", () => {});'],
    ["only", 'suite("a", { only: true }, () => {});'],
    ["todo", 'test.todo("a");'],
    ["fails", 'it.fails("a", () => {});'],
    ["xit", 'xit("a", () => {});'],
    ["xtest", 'xtest("a", () => {});'],
    ["xdescribe", 'xdescribe("a", () => {});'],
    ["fit", 'fit("a", () => {});'],
    ["fdescribe", 'fdescribe("a", () => {});'],
  ])("finds %s in %s", (name, code) => {
    expect(findingsIn(TEST, code)).toEqual([{ file: TEST, line: 2, rule: "silent-test", message: name }]);
  });

  it.each(["src/exact/a.ts", "properties/a.ts", "test/a.ts"])("finds any in %s", (file) => {
    for (const code of [
      "let a: any;",
      "const a = b as any;",
      "function f(...a: any[]) {}",
      "type A = Map<1, any>;",
    ]) {
      expect(findingsIn(file, code)).toEqual([{ file, line: 2, rule: "any", message: "any" }]);
    }
  });

  it.each([
    ["@ts-ignore", "// @ts-ignore"],
    ["@ts-nocheck", "// @ts-nocheck"],
    ["eslint-disable", "/* eslint-disable */"],
    ["eslint-disable", "f(); // eslint-disable-line no-console"],
    ["eslint-disable", "const a = `${/* eslint-disable */ b}`;"],
    ["prettier-ignore", "// prettier-ignore"],
    ["v8 ignore", "/* v8 ignore next */"],
    ["Stryker disable", "// Stryker disable next-line all"],
  ])("finds %s in %s", (message, code) => {
    for (const file of ["src/exact/a.ts", "properties/a.ts", TEST]) {
      expect(findingsIn(file, code)).toEqual([{ file, line: 2, rule: "comment", message }]);
    }
  });

  it.each([
    'const planted = "// @ts-ignore";',
    "const planted = '/* eslint-disable */';",
    "const planted = `// @ts-ignore ${a} eslint-disable ${b} @ts-nocheck`;",
    "const planted = `// @ts-ignore`;",
    "const planted = /eslint-disable/;",
    'const planted = "it.skip, any";',
    "// no test is skipped, not any",
    'const settings = { skip: 1, only: "two" };',
    'expect(f({ skip: 1, todo: "nothing" })).toBe(1);',
    "const { done } = progress;",
    "const anything: unknown = company;",
    "describe(`a`, () => { it.each([1])(`b`, (only) => { expect(only).toBe(1); }); });",
    "// @ts-expect-error: a number is not a rational\nrational(1);",
  ])("accepts %s", (code) => {
    expect(findingsIn(TEST, code)).toEqual([]);
  });

  it("lets the program have a member named skip", () => {
    expect(findingsIn("src/combinatorics/a.ts", "cursor.skip(3);")).toEqual([]);
  });
});
