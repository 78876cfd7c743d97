import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { InputError } from "../../src/exact/inputError.js";
import { type Changes, TINY, replaced, textOf, tinyProofs } from "./tinyProofs.js";

const mismatch = (folder: string, problem: string): InputError =>
  new InputError(
    `the files in ${folder} and its _CoqProject don't match: ${problem}`,
    "list every .v file once, in the order of dependence",
  );

describe("readDevelopment", () => {
  it("reads what _CoqProject lists, in its order, and what is expected", () => {
    const folder = tinyProofs();
    const { theories, audit, expected } = readDevelopment(folder);
    expect(theories.map(({ name, requires }) => [name, requires])).toEqual([
      ["Statements", []],
      ["Growth", ["Statements"]],
      ["Twice", ["Statements", "Growth"]],
      ["Zero", ["Statements"]],
    ]);
    expect(theories[3]?.source).toBe(textOf(folder, "Zero.v"));
    expect(audit).toBe(textOf(folder, "Audit.v"));
    expect(Object.keys(expected)).toEqual(["assumptions.txt", "statements.json"]);
  });

  it.each<[string, Changes, string]>([
    ["a file that isn't there", { _CoqProject: (text) => `${text}More.v\n` }, "there is no More.v"],
    ["a file that isn't listed", { "More.v": () => "" }, "More.v not listed"],
    [
      "two files that aren't listed",
      { "More.v": () => "", "Other.v": () => "" },
      "More.v, Other.v not listed",
    ],
    ["a hidden file", { ".More.v": () => "" }, ".More.v not listed"],
    ["a file listed twice", { _CoqProject: (text) => `${text}Zero.v\n` }, "Zero.v is listed twice"],
    [
      "a wrong order",
      { _CoqProject: replaced("Growth.v\nTwice.v", "Twice.v\nGrowth.v") },
      "Twice.v requires Growth, which is not listed before it",
    ],
    [
      "an import of a file that isn't there",
      { "Zero.v": replaced("Import Statements", "Import Statements\n  (* x *) More") },
      "Zero.v requires More, which is not listed before it",
    ],
    [
      "an import of itself",
      { "Zero.v": replaced("Import", "Import Zero") },
      "Zero.v requires Zero, which is not listed before it",
    ],
    [
      "statements that rest on another file",
      {
        "Base.v": () => "Definition two := 2.",
        "Statements.v": (text) => `From Equiloss Require Import Base.\n${text}`,
        _CoqProject: replaced("Statements.v", "Base.v\nStatements.v"),
      },
      "Statements.v does not come first",
    ],
    [
      "no statements",
      { _CoqProject: () => "Growth.v\nTwice.v\nZero.v\nStatements.v\nAudit.v\n" },
      "Statements.v does not come first",
    ],
  ])("refuses %s", (_, changes, problem) => {
    const folder = tinyProofs(changes);
    expect(() => readDevelopment(folder)).toThrow(mismatch(folder, problem));
  });

  it.each(["none", "Zero.v"])("refuses a folder that is none: %s", (name) => {
    const path = join(tinyProofs(), name);
    expect(() => readDevelopment(path)).toThrow(`${path} holds no _CoqProject; name the folder`);
  });

  it("refuses what can't be read", () => {
    const folder = tinyProofs({ _CoqProject: (text) => text.replace("Zero.v", "Zero.v\nMore.v") });
    mkdirSync(join(folder, "More.v"));
    const problem = `can't read ${join(folder, "More.v")} (EISDIR)`;
    expect(() => readDevelopment(folder)).toThrow(new InputError(problem, "make it a readable file"));
  });

  it("reads no pipe, which would be waited for", () => {
    const folder = tinyProofs({ _CoqProject: (text) => text.replace("Zero.v", "Zero.v\nMore.v") });
    expect(spawnSync("mkfifo", [join(folder, "More.v")]).status).toBe(0);
    const problem = `${join(folder, "More.v")} is a pipe or a device`;
    expect(() => readDevelopment(folder)).toThrow(new InputError(problem, "make it a readable file"));
  });

  it("takes lines as Windows ends them, and the mark before the first", () => {
    const folder = tinyProofs({ _CoqProject: (text) => text.replaceAll("\n", "\r\n") });
    expect(readDevelopment(folder).theories.length).toBe(4);
    const marked = tinyProofs({ "Zero.v": (text) => `\uFEFF${text}` });
    expect(readDevelopment(marked).theories).toEqual(readDevelopment(tinyProofs()).theories);
  });

  it("leaves that mark in the middle of a text, for the judge to refuse", () => {
    const marked = tinyProofs({ "Zero.v": (text) => `${text}\uFEFF` });
    expect(readDevelopment(marked).theories[3]?.source).toBe(`${TINY["Zero.v"] ?? ""}\uFEFF`);
  });

  it("takes no line of _CoqProject for a file but a plain name", () => {
    const lines = tinyProofs({ _CoqProject: (text) => `${text}sub/More.v\nMore.vo\n` });
    expect(readDevelopment(lines).theories).toEqual(readDevelopment(tinyProofs()).theories);
  });

  it.each(["Require", "Require Import", "Require Export"])("sees what a file rests on by %s", (words) => {
    const folder = tinyProofs({ "Zero.v": (text) => `${text}From Equiloss ${words} Twice Growth.\n` });
    expect(readDevelopment(folder).theories[3]?.requires).toEqual(["Statements", "Twice", "Growth"]);
  });

  it("reads no folder under expected", () => {
    const folder = tinyProofs();
    const { hash } = readDevelopment(folder);
    mkdirSync(join(folder, "expected/vectors"));
    expect(readDevelopment(folder).hash).toBe(hash);
  });

  it("has another hash after any change of any file", () => {
    const { hash } = readDevelopment(tinyProofs());
    expect(readDevelopment(tinyProofs()).hash).toBe(hash);
    const folder = tinyProofs();
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("."),
    );
    expect(names.length).toBe(7);
    for (const name of names) {
      const other = tinyProofs({ [name]: (text) => `${text} ` });
      expect([name, readDevelopment(other).hash]).not.toEqual([name, hash]);
    }
    const queries: Changes = { _CoqProject: (text) => `${text}Queries.v\n`, "Queries.v": () => "" };
    expect(readDevelopment(tinyProofs(queries)).hash).toBe(hash);
    const asked = { ...queries, "Queries.v": () => "Eval cbv in 1." };
    expect(readDevelopment(tinyProofs(asked)).hash).not.toBe(hash);
    const more = tinyProofs();
    writeFileSync(join(more, "expected/more.txt"), "");
    expect(readDevelopment(more).hash).not.toBe(hash);
  });
});
