import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import kernel from "#kernel";
import { proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { sentencesOf } from "../../src/coq/sentences.js";

const ROOT = new URL("../../", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");
const digestOf = (path: string): string => createHash("sha256").update(textOf(path)).digest("hex");
const made = JSON.parse(textOf("src/kernel/kernel.json")) as {
  kernel: string;
  sources: Record<string, string>;
};
const EXTRACT = textOf("src/kernel/Extract.v");

/** The theories of proofs/Checkers that a text requires, and those that these require. */
function checkersIn(text: string): string[] {
  const names = [...text.matchAll(/^From Equiloss\.Checkers Require Import ([\w\s]+)\./gm)].flatMap(
    ([, list = ""]) => list.split(/\s+/),
  );
  const paths = names.map((name) => `proofs/Checkers/${name}.v`);
  return [...new Set(paths.flatMap((path) => [path, ...checkersIn(textOf(path))]))];
}

describe("src/kernel/kernel.js", () => {
  it("is what kernel.json says, made of the sources as they are: else run src/kernel/build.sh", () => {
    expect(digestOf("src/kernel/kernel.js")).toBe(made.kernel);
    for (const [path, digest] of Object.entries(made.sources))
      expect([path, digestOf(path)]).toEqual([path, digest]);
  });

  it("is made of the theories that Extract.v rests on, and of all that build.sh reads here", () => {
    const own = ["Extract.v", "build.sh", "entry.ml", "native.ml", "stubs.js"];
    const sources = [...checkersIn(EXTRACT), ...own.map((name) => `src/kernel/${name}`)];
    expect(Object.keys(made.sources).sort()).toEqual(sources.sort());
  });

  it("is small", () => {
    expect(textOf("src/kernel/kernel.js").length).toBeLessThan(100_000);
  });
});

describe("what is trusted", () => {
  it("has every directive of the extraction in the list of src/kernel/README.md", () => {
    const directives = [...EXTRACT.matchAll(/^Extract (?:Inlined )?(?:Constant|Inductive) (\S+) =>/gm)];
    const names = directives.map(([, name = ""]) => name);
    const [, ...sections] = textOf("src/kernel/README.md").split(/^## /m);
    const section = sections.find((one) => one.startsWith("What is replaced")) ?? "";
    const cells = [...section.matchAll(/^\| ([^|]*)/gm)].map(([, cell = ""]) => cell).join();
    const listed = [...cells.matchAll(/`([\w.']+)`/g)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(10);
    expect(listed.sort()).toEqual(names.sort());
  });
});

describe("the functions of the kernel", () => {
  const development = readDevelopment(fileURLToPath(new URL("proofs", ROOT)));
  const proofs = proofsIn(development);
  const judged = proofs.flatMap(({ check }) => (check === undefined ? [] : [check.name]));
  const sentences = development.theories.flatMap(({ source }) => sentencesOf(source));
  const definitionOf = (name: string): string =>
    sentences.find(({ text }) => text.startsWith(`Definition ${name} `))?.text ?? "";
  const wordsOf = (text: string): string[] => text.match(/\w+/g)?.slice(2) ?? [];

  it("are all that theorems are about, but for what only is a part of one", () => {
    const own = Object.keys(kernel);
    expect(own.filter((name) => !judged.includes(name))).toEqual([]);
    const parts = own.flatMap((name) => wordsOf(definitionOf(name)));
    const missing = judged.filter((name) => !own.includes(name));
    expect(missing.filter((name) => !parts.includes(name))).toEqual([]);
    expect(judged.length).toBeGreaterThan(own.length);
  });

  it("are provided by entry.ml under their names, each by its own function of Extract.v", () => {
    const provided = [...textOf("src/kernel/entry.ml").matchAll(/provide "(\w+)" \(fun [^>]*->\s+(\w+)/g)];
    const defined = new Map(
      [...EXTRACT.matchAll(/^Definition (\w+) :[^.]*:=\s+(\w+) \w+\./gm)].map(([, own, inCoq]) => [
        own,
        inCoq,
      ]),
    );
    expect(provided.map(([, name, own]) => [name, defined.get(own) ?? own])).toEqual(
      Object.keys(kernel).map((name) => [name, name]),
    );
  });

  it("have a type, and a row of README.md with their statement", () => {
    const types = [...textOf("src/kernel/kernel.d.ts").matchAll(/readonly (check_\w+):/g)];
    const rows = [
      ...textOf("src/kernel/README.md").matchAll(/^\| `(check_\w+)`[^|]*\|[^|]*\| `(\w+)` *\|$/gm),
    ];
    expect(types.map(([, name]) => name).sort()).toEqual(Object.keys(kernel).sort());
    const statements = new Map(proofs.map(({ check, statement }) => [check?.name, statement.name]));
    expect(rows.map(([, name, statement]) => [name, statement]).sort()).toEqual(
      Object.keys(kernel)
        .map((name) => [name, statements.get(name)])
        .sort(),
    );
  });
});
