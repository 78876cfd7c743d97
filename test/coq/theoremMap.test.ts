import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proofsIn } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { theoremMap, withTheoremMap } from "../../src/coq/theoremMap.js";
import { ROOT } from "../runEquiloss.js";

const FOLDER = join(ROOT, "proofs");
const statement = { name: "ItGrows", theorem: "it_grows", claims: ["eq-6"], says: "It | grows." };

describe("the table of theorems", () => {
  it("has a row for each, with its axioms", () => {
    const table = theoremMap(
      [{ statement, file: "Growth", check: undefined }],
      new Map([["it_grows", ["classic"]]]),
    );
    expect(table.split("\n")).toEqual([
      "| claim | statement | theorem | axioms |",
      "| ----- | --------- | ------- | ------ |",
      "| eq-6 | `ItGrows`: It \\| grows. | `it_grows` in `Growth.v` | classic |",
    ]);
    const several = { ...statement, claims: ["eq-5", "eq-6"] };
    const rows = (axioms?: string[]): string =>
      theoremMap(
        [{ statement: several, file: "A", check: undefined }],
        new Map(axioms && [["it_grows", axioms]]),
      );
    expect(rows(["classic", "choice"])).toMatch(/\n\| eq-5, eq-6 \|.*\| classic, choice \|$/);
    expect(rows([])).toMatch(/\| none \|$/);
    expect(rows()).toMatch(/\| not asked \|$/);
  });

  it("names the function that a statement is about", () => {
    const check = { name: "check_growth", file: "Checks" };
    const table = theoremMap([{ statement: { ...statement, claims: [] }, file: "Growth", check }], new Map());
    expect(table).toContain("| (checkers) | `ItGrows check_growth`: It");
  });

  it("replaces the one between the marks and nothing else", () => {
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    const changed = withTheoremMap(readme, "(table)");
    expect(changed).toContain("(table)");
    expect(changed).not.toContain("reduction_confluent");
    expect(changed.split("<!-- theorems")[0]).toBe(readme.split("<!-- theorems")[0]);
    expect(changed.split("<!-- end")[1]).toBe(readme.split("<!-- end")[1]);
    expect(withTheoremMap("no marks", "(table)")).toBe("no marks");
    const [start = "", end = ""] = readme.match(/<!-- (?:theorems|end of theorems).*-->/g) ?? [];
    expect(withTheoremMap(`${start}old${end}`, "(table)")).toBe(`${start}\n\n(table)\n\n${end}`);
    expect(withTheoremMap(`${end}${start}`, "(table)")).toBe(`${end}${start}`);
  });

  it("in the README is that of the theorems as they are, with the axioms that are expected", () => {
    const development = readDevelopment(FOLDER);
    const lines = (development.expected["assumptions.txt"] ?? "").trim().split("\n");
    const assumptions = new Map(
      lines.map((line): [string, string[]] => {
        const [theorem = "", axioms = ""] = line.split(": ");
        return [theorem, axioms === "no axioms" ? [] : axioms.split(" ")];
      }),
    );
    const readme = readFileSync(join(FOLDER, "README.md"), "utf8");
    const rows = theoremMap(proofsIn(development), assumptions);
    expect(rows.split("\n").length).toBe(proofsIn(development).length + 2);
    // Prettier pads the columns.
    const plain = (text: string): string => text.replace(/ +/g, " ").replace(/-+/g, "-");
    expect(plain(readme)).toContain(plain(rows));
  });
});
