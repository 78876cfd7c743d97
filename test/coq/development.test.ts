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

const listing = (lines: string) => (text: string) => `${text}${lines}\n`;
const LATE = "which is not listed before it";

/** Two theories in a folder, the second of which requires this. */
const inFolder = (required: string, order = "Sub/More.v\nSub/Other.v"): Changes => ({
  _CoqProject: listing(order),
  "Sub/More.v": () => "",
  "Sub/Other.v": () => `From ${required}.`,
});
/** Empty files, listed by these lines. */
const listed = (lines: string, ...files: string[]): Changes => ({
  _CoqProject: listing(lines),
  ...Object.fromEntries(files.map((file) => [file, () => ""])),
});
function makePipe(path: string): void {
  expect(spawnSync("mkfifo", [path]).status).toBe(0);
}

/** Empty files that aren't listed. */
const unlisted = (...files: string[]): [string, Changes] => [
  `${files.join(", ")} not listed`,
  Object.fromEntries(files.map((file) => [file, () => ""])),
];

/** Two theories in folders, the second of which requires others at the top and in a folder. */
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

  it.each<[string, Changes]>([
    ["there is no More.v", { _CoqProject: listing("More.v") }],
    ["there is no Sub/More.v", { _CoqProject: listing("Sub/More.v") }],
    unlisted("More.v"),
    unlisted("More.v", "Other.v"),
    unlisted(".More.v"),
    unlisted("Sub/More.v"),
    unlisted(".sub/More.v"),
    unlisted("Sub/Sub/More.v"),
    unlisted("expected/More.v"),
    unlisted("certificates/More.v"),
    ["Zero.v is listed twice", { _CoqProject: listing("Zero.v") }],
    [`Twice.v requires Growth, ${LATE}`, { _CoqProject: replaced("Growth.v\nTwice.v", "Twice.v\nGrowth.v") }],
    [
      `Zero.v requires More, ${LATE}`,
      { "Zero.v": replaced("Import Statements", "Import Statements\n  (* x *) More") },
    ],
    [`Zero.v requires Zero, ${LATE}`, { "Zero.v": replaced("Import", "Import Zero") }],
    [
      "Statements.v does not come first",
      {
        "Base.v": () => "Definition two := 2.",
        "Statements.v": (text) => `From Equiloss Require Import Base.\n${text}`,
        _CoqProject: replaced("Statements.v", "Base.v\nStatements.v"),
      },
    ],
    [
      "Statements.v does not come first",
      { _CoqProject: () => "Growth.v\nTwice.v\nZero.v\nStatements.v\nAudit.v\n" },
    ],
    ...["Sub/Sub/More.v", "../More.v", "Sub/../More.v", "/More.v", "./More.v", "Sub//More.v", "Sub\\More.v"]
      .concat(" Zero.v", "Zero.v ", "More.vo", "More", "Sub/")
      .map((path): [string, Changes] => [
        `${path} is not of the form Name.v or Folder/Name.v`,
        { _CoqProject: listing(path) },
      ]),
    ["Zero.v and Sub/Zero.v have the same name", listed("Sub/Zero.v", "Sub/Zero.v")],
    [
      "One/More.v and Two/More.v have the same name",
      listed("One/More.v\nTwo/More.v", "One/More.v", "Two/More.v"),
    ],
    ...["Sub/Statements.v", "Sub/Audit.v", "Sub/Queries.v"].map((path): [string, Changes] => [
      `${path} has the name of a file that belongs at the top`,
      listed(path, path),
    ]),
    ["List.v has the name of one of Coq's libraries", listed("List.v", "List.v")],
    ["Sub/Lia.v has the name of one of Coq's libraries", listed("Sub/Lia.v", "Sub/Lia.v")],
    ["Growth.v has the name of a folder", listed("Growth/More.v", "Growth/More.v")],
    [`Sub/Other.v requires Other/More, ${LATE}`, inFolder("Equiloss.Other Require Import More")],
    [`Sub/Other.v requires More, ${LATE}`, inFolder("Equiloss Require Import More")],
    [
      `Sub/Other.v requires Sub/More, ${LATE}`,
      inFolder("Equiloss.Sub Require Import More", "Sub/Other.v\nSub/More.v"),
    ],
  ])("refuses a folder: %s", (problem, changes) => {
    const folder = tinyProofs(changes);
    expect(() => readDevelopment(folder)).toThrow(mismatch(folder, problem));
  });

  it.each<[string, string, (elsewhere: string) => string]>([
    ["a folder that is a link to elsewhere", "Sub", (elsewhere) => elsewhere],
    ["a file that is a link to elsewhere", "Sub/More.v", (elsewhere) => join(elsewhere, "More.v")],
    ["a link that leads nowhere", "Sub/More.v", () => "nowhere"],
    ["a folder that holds itself", "Sub/Sub", () => "."],
  ])("refuses %s", (_, link, target) => {
    const [folder, elsewhere] = [tinyProofs({ _CoqProject: listing("Sub/More.v") }), tinyProofs()];
    write(elsewhere, "More.v", "");
    if (link === "Sub/Sub") write(folder, "Sub/More.v", "");
    else if (link !== "Sub") mkdirSync(join(folder, "Sub"));
    symlinkSync(target(elsewhere), join(folder, link));
    expect(() => readDevelopment(folder)).toThrow(
      new InputError(`${join(folder, link)} is a link`, "replace it by what it leads to"),
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
    const moved = tinyProofs({
      _CoqProject: listing("Son/More.v\nOther/Last.v"),
      "Son/More.v": () => "Definition more := 1.",
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

  it.each<[string, (path: string) => unknown, (path: string) => string]>([
    ["what can't be read", mkdirSync, (path) => `can't read ${path} (EISDIR)`],
    ["a pipe, which it would wait for", makePipe, (path) => `${path} is a pipe or a device`],
  ])("refuses %s", (_, make, problem) => {
    const folder = tinyProofs({ _CoqProject: replaced("Zero.v", "Zero.v\nMore.v") });
    const path = join(folder, "More.v");
    make(path);
    expect(() => readDevelopment(folder)).toThrow(new InputError(problem(path), "make it a readable file"));
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
