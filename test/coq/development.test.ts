import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { InputError } from "../../src/exact/inputError.js";
import { type Changes, TINY, replaced, textOf, tinyProofs, write } from "./tinyProofs.js";

const mismatch = (folder: string, problem: string): InputError =>
  new InputError(
    `the files in ${folder} and its _CoqProject don't match: ${problem}`,
    "list every .v file once, in the order of dependence",
  );

const listing =
  (lines: string) =>
  (text: string): string =>
    `${text}${lines}\n`;

/** Two theories in folders: one that requires nothing, and one that requires others at the top and in a folder. */
const NESTED: Changes = {
  _CoqProject: listing("Sub/More.v\nOther/Last.v"),
  "Sub/More.v": () => "Definition more := 1.",
  "Other/Last.v": () => `From Equiloss Require Import Statements Zero.
From Equiloss.Sub Require Import
  More.
Definition last := more.`,
};

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
    ["a file in a folder that isn't there", { _CoqProject: listing("Sub/More.v") }, "there is no Sub/More.v"],
    ["a file in a folder that isn't listed", { "Sub/More.v": () => "" }, "Sub/More.v not listed"],
    ["one in a hidden folder", { ".sub/More.v": () => "" }, ".sub/More.v not listed"],
    ["one in a folder of a folder", { "Sub/Sub/More.v": () => "" }, "Sub/Sub/More.v not listed"],
    ["one among what is expected", { "expected/More.v": () => "" }, "expected/More.v not listed"],
    ["one among the certificates", { "certificates/More.v": () => "" }, "certificates/More.v not listed"],
    ...[
      "Sub/Sub/More.v",
      "../More.v",
      "Sub/../More.v",
      "/More.v",
      "./More.v",
      "Sub//More.v",
      "Sub\\More.v",
    ].map((path): [string, Changes, string] => [
      `the path ${path}`,
      { _CoqProject: listing(path) },
      `${path} is not of the form Name.v or Folder/Name.v`,
    ]),
    ...[" Zero.v", "Zero.v ", "More.vo", "More", "Sub/"].map((path): [string, Changes, string] => [
      `the line ${JSON.stringify(path)}`,
      { _CoqProject: listing(path) },
      `${path} is not of the form Name.v or Folder/Name.v`,
    ]),
    [
      "two files of one name, at the top and in a folder",
      { _CoqProject: listing("Sub/Zero.v"), "Sub/Zero.v": () => "" },
      "Zero.v and Sub/Zero.v have the same name",
    ],
    [
      "two files of one name in two folders",
      { _CoqProject: listing("One/More.v\nTwo/More.v"), "One/More.v": () => "", "Two/More.v": () => "" },
      "One/More.v and Two/More.v have the same name",
    ],
    ...["Statements", "Audit", "Queries"].map((name): [string, Changes, string] => [
      `${name}.v in a folder`,
      { _CoqProject: listing(`Sub/${name}.v`), [`Sub/${name}.v`]: () => "" },
      `Sub/${name}.v has the name of a file that belongs at the top`,
    ]),
    ...["List.v", "Sub/Lia.v"].map((path): [string, Changes, string] => [
      `a file that looks like a library of Coq, ${path}`,
      { _CoqProject: listing(path), [path]: () => "" },
      `${path} has the name of one of Coq's libraries`,
    ]),
    [
      "a folder that looks like a file",
      { _CoqProject: listing("Growth/More.v"), "Growth/More.v": () => "" },
      "Growth.v has the name of a folder",
    ],
    [
      "a file required from another folder than its own",
      {
        _CoqProject: listing("Sub/More.v\nSub/Other.v"),
        "Sub/More.v": () => "",
        "Sub/Other.v": () => "From Equiloss.Other Require Import More.",
      },
      "Sub/Other.v requires Other/More, which is not listed before it",
    ],
    [
      "a file required without its folder",
      {
        _CoqProject: listing("Sub/More.v\nSub/Other.v"),
        "Sub/More.v": () => "",
        "Sub/Other.v": () => "From Equiloss Require Import More.",
      },
      "Sub/Other.v requires More, which is not listed before it",
    ],
    [
      "a wrong order in a folder",
      {
        _CoqProject: listing("Sub/Other.v\nSub/More.v"),
        "Sub/More.v": () => "",
        "Sub/Other.v": () => "From Equiloss.Sub Require Import More.",
      },
      "Sub/Other.v requires Sub/More, which is not listed before it",
    ],
  ])("refuses %s", (_, changes, problem) => {
    const folder = tinyProofs(changes);
    expect(() => readDevelopment(folder)).toThrow(mismatch(folder, problem));
  });

  it.each<[string, (folder: string, elsewhere: string) => string]>([
    [
      "a folder that is a link to elsewhere",
      (folder, elsewhere) => {
        write(elsewhere, "More.v", "");
        symlinkSync(elsewhere, join(folder, "Sub"));
        return "Sub";
      },
    ],
    [
      "a file that is a link to elsewhere",
      (folder, elsewhere) => {
        write(elsewhere, "More.v", "");
        mkdirSync(join(folder, "Sub"));
        symlinkSync(join(elsewhere, "More.v"), join(folder, "Sub/More.v"));
        return "Sub/More.v";
      },
    ],
    [
      "a link that leads nowhere",
      (folder) => {
        mkdirSync(join(folder, "Sub"));
        symlinkSync("nowhere", join(folder, "Sub/More.v"));
        return "Sub/More.v";
      },
    ],
    [
      "a folder that holds itself",
      (folder) => {
        write(folder, "Sub/More.v", "");
        symlinkSync(".", join(folder, "Sub/Sub"));
        return "Sub/Sub";
      },
    ],
  ])("refuses %s", (_, plant) => {
    const folder = tinyProofs({ _CoqProject: listing("Sub/More.v") });
    const path = join(folder, plant(folder, tinyProofs()));
    expect(() => readDevelopment(folder)).toThrow(
      new InputError(`${path} is a link`, "replace it by what it leads to"),
    );
  });

  it("reads theories in folders, by their paths", () => {
    const { theories, hash } = readDevelopment(tinyProofs(NESTED));
    expect(theories.slice(-2)).toEqual([
      { name: "Sub/More", source: "Definition more := 1.", requires: [] },
      {
        name: "Other/Last",
        source: NESTED["Other/Last.v"]?.(""),
        requires: ["Statements", "Zero", "Sub/More"],
      },
    ]);
    const elsewhere = Object.entries(NESTED).map(([path, text]) => [path.replace("Sub/", "Son/"), text]);
    const moved = tinyProofs({
      ...(Object.fromEntries(elsewhere) as Changes),
      _CoqProject: listing("Son/More.v\nOther/Last.v"),
      "Other/Last.v": (text) => (NESTED["Other/Last.v"]?.(text) ?? "").replace("Sub", "Son"),
    });
    expect(readDevelopment(moved).hash).not.toBe(hash);
    for (const path of ["Sub/More.v", "Other/Last.v"]) {
      const folder = tinyProofs(NESTED);
      write(folder, path, `${textOf(folder, path)} `);
      expect(readDevelopment(folder).hash).not.toBe(hash);
    }
  });

  it("takes a folder and a theory in it by the same name", () => {
    const changes: Changes = { _CoqProject: listing("More/More.v"), "More/More.v": () => "" };
    expect(readDevelopment(tinyProofs(changes)).theories.at(-1)?.name).toBe("More/More");
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

  it("takes no option or comment in _CoqProject for a file", () => {
    const lines = tinyProofs({ _CoqProject: listing("# More.v\n-arg More.v\n\n \n#Other.v") });
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
