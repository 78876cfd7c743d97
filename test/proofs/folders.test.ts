import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { STATEMENTS, readDevelopment } from "../../src/coq/development.js";
import { type Theory, moduleOf } from "../../src/coq/theory.js";

/** A row of the README's map. */
interface Row {
  readonly folder: string;
  /** The folders whose theories it may require. */
  readonly uses: readonly string[];
  /** A theory, as in "Counting/Counts". */
  readonly begin: string;
}

/** The map in the README, from the top. */
function rowsOf(readme: string): Row[] {
  const rows = readme.matchAll(/^\| `([A-Z]\w*)` +\|[^|]*\|([^|]*)\| `(\w+)\.v` +\|$/gm);
  return [...rows].map(([, folder = "", uses = "", begin = ""]) => ({
    folder,
    uses: [...uses.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
    begin: `${folder}/${begin}`,
  }));
}

const folderOf = (theory: string): string => theory.slice(0, -moduleOf(theory).length - 1);

/** What speaks against the map, and against theories that don't keep to it. */
function faultsOf(rows: readonly Row[], theories: readonly Theory[]): string[] {
  const mapped = rows.map(({ folder }) => folder);
  const upward = rows.flatMap(({ folder, uses }, index) =>
    uses
      .filter((used) => !mapped.slice(0, index).includes(used))
      .map((used) => `${folder} uses ${used}, which doesn't stand above it`),
  );
  const nested = theories.filter(({ name }) => folderOf(name) !== "");
  const unmapped = nested
    .filter(({ name }) => !mapped.includes(folderOf(name)))
    .map(({ name }) => `${name} is in no folder of the map`);
  const required = nested.flatMap(({ name, requires }) => requires.map((other) => [name, other] as const));
  const forbidden = required
    .filter(([name, other]) => {
      const [from, to] = [folderOf(name), folderOf(other)];
      if (to === "") return other !== STATEMENTS;
      return from !== to && rows.find(({ folder }) => folder === from)?.uses.includes(to) !== true;
    })
    .map(([name, other]) => `${name} requires ${other}, which its folder doesn't use`);
  const idle = rows.flatMap(({ folder, uses }) =>
    uses
      .filter(
        (used) => !required.some(([name, other]) => folderOf(name) === folder && folderOf(other) === used),
      )
      .map((used) => `${folder} doesn't use ${used}`),
  );
  const lost = rows
    .filter(({ begin }) => !theories.some(({ name }) => name === begin))
    .map(({ begin }) => `there is no ${begin} to begin with`);
  return [...upward, ...unmapped, ...forbidden, ...idle, ...lost];
}

describe("the folders of the proofs", () => {
  const proofs = join(import.meta.dirname, "../../proofs");
  const rows = rowsOf(readFileSync(join(proofs, "README.md"), "utf8"));
  const { theories } = readDevelopment(proofs);

  it("are those of the README's map, and use each other one way", () => {
    expect(rows.length).toBe(13);
    expect(new Set(theories.map(({ name }) => folderOf(name))).size).toBe(14);
    expect(faultsOf(rows, theories)).toEqual([]);
  });

  it("hold all theories but the statements and what is computed from them", () => {
    const top = theories.filter(({ name }) => folderOf(name) === "").map(({ name }) => name);
    expect(top).toEqual([STATEMENTS, "Vectors"]);
  });

  const planted = (name: string, ...requires: string[]): Theory => ({ name, source: "", requires });

  it.each([
    ["a folder above", planted("Foundations/New", "Counting/Counts")],
    ["a folder beside", planted("Asymptotics/New", "Topology/Cells")],
    ["a folder that it may not use", planted("Layers/New", "Statements", "Asymptotics/CountLimits")],
    ["a theory at the top", planted("Layers/New", "Statements", "Vectors")],
  ])("may not require %s", (_, theory) => {
    const other = theory.requires.at(-1) ?? "";
    expect(faultsOf(rows, [...theories, theory])).toEqual([
      `${theory.name} requires ${other}, which its folder doesn't use`,
    ]);
  });

  it("are all in the map", () => {
    expect(faultsOf(rows, [...theories, planted("Limits/New", "Statements")])).toEqual([
      "Limits/New is in no folder of the map",
    ]);
  });

  it.each<[string, Partial<Row>, string]>([
    ["a circle", { uses: ["Topology"] }, "Foundations uses Topology, which doesn't stand above it"],
    [
      "a folder that isn't there",
      { uses: ["Limits"] },
      "Foundations uses Limits, which doesn't stand above it",
    ],
    ["a start that isn't there", { begin: "Foundations/New" }, "there is no Foundations/New to begin with"],
  ])("are told of without %s", (_, change, fault) => {
    const [first, ...others] = rows;
    if (first === undefined) throw new Error("the map has no rows");
    expect(faultsOf([{ ...first, ...change }, ...others], theories)).toContain(fault);
  });

  it("are told of without a use that isn't one", () => {
    const others = rows.map((row) =>
      row.folder === "Layers" ? { ...row, uses: [...row.uses, "Asymptotics"] } : row,
    );
    expect(faultsOf(others, theories)).toEqual(["Layers doesn't use Asymptotics"]);
  });
});
