import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acknowledge } from "../../src/coq/acknowledge.js";
import { checkProofs } from "../../src/coq/checkProofs.js";
import { readDevelopment } from "../../src/coq/development.js";
import { InputError } from "../../src/exact/inputError.js";
import { type Script, answering } from "./scriptedCoq.js";
import { TINY, replaced, textOf, write, written } from "./tinyProofs.js";

const NOTHING = (): void => undefined;
const README = `Proofs.
<!-- theorems: written by npm run proofs -- --acknowledge -->
<!-- end of theorems -->
`;
const FILES: Readonly<Record<string, string>> = {
  ...TINY,
  _CoqProject: `${TINY._CoqProject ?? ""}Queries.v\n`,
  "Queries.v": "Eval cbv in 1 + 2.\n",
  "README.md": README,
};
const SCRIPT: Script = { computes: "3", axioms: { grows: ["bad"] } };

const acknowledged = (folder: string, script: Script = SCRIPT): Promise<string[]> =>
  acknowledge(readDevelopment(folder), answering(script).backend, NOTHING);
const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
const textsIn = (folder: string) => namesIn(folder).map((name) => [name, textOf(folder, name)]);

describe("acknowledge", () => {
  it("writes the audit, what is expected and the table, after which the proofs are unchanged", async () => {
    const folder = written(FILES);
    const names = ["double", "Grows", "GrowsTwice", "DoubleZero", "(all else)"];
    expect(await acknowledged(folder)).toEqual(names);
    const expected = ["assumptions.txt", "statements.json", "vectors.txt"].map((name) =>
      join("expected", name),
    );
    expect(namesIn(folder)).toEqual([...Object.keys(FILES), "Audit.v", "expected", ...expected].sort());
    expect(textOf(folder, "expected/assumptions.txt")).toBe(
      "grows: bad\ngrows_twice: no axioms\ndouble_zero: no axioms\n",
    );
    expect(textOf(folder, "expected/vectors.txt")).toBe("1 + 2 = 3\n");
    expect(textOf(folder, "expected/statements.json")).toMatch(
      /^\{\n( {2}"[\w() ]+": "[0-9a-f]{32}",?\n){5}\}\n$/,
    );
    const table = textOf(folder, "README.md").split("\n");
    expect([table[0], table.at(-2)]).toEqual(["Proofs.", "<!-- end of theorems -->"]);
    expect(table).toContain("| eq-6, lem-2.1 | `Grows`: Doubling grows. | `grows` in `Growth.v` | bad |");
    expect(table).toContain(
      "| (definitions) | `DoubleZero`: Twice 0 is 0. | `double_zero` in `Zero.v` | none |",
    );
    const run = await checkProofs(readDevelopment(folder), answering(SCRIPT).backend, {
      recheck: false,
      progress: NOTHING,
    });
    expect(run.problems).toEqual([]);
    expect(run.theorems.map(({ problem }) => problem)).toEqual(["it rests on bad", undefined, undefined]);
  });

  it("writes the same where Coq can't be asked for all together", async () => {
    const [folder, other] = [written(FILES), written(FILES)];
    await acknowledged(folder);
    await acknowledged(other, { ...SCRIPT, apart: true });
    expect(textsIn(other)).toEqual(textsIn(folder));
  });

  it("tells what has changed since", async () => {
    const folder = written({ ...FILES, "README.md": "no table" });
    await acknowledged(folder);
    expect(await acknowledged(folder)).toEqual([]);
    write(folder, "Statements.v", replaced("Twice 0 is 0.", "Twice 0 is 1.")(textOf(folder, "Statements.v")));
    expect(await acknowledged(folder)).toEqual(["DoubleZero"]);
    expect(textOf(folder, "README.md")).toBe("no table");
  });

  it("makes no README", async () => {
    const folder = written(TINY);
    await acknowledged(folder);
    expect(namesIn(folder)).not.toContain("README.md");
  });

  it.each<[string, Script, string, string]>([
    ["a file", { failures: { Zero: "it fails" } }, "", "Zero.v: it fails"],
    ["a theorem", { illTyped: ["grows"] }, "", "Audit.v: grows has another type"],
    ["a query", {}, "Definition a := 1.\n", "Queries.v: line 1: queries must not use Definition a := 1."],
  ])("writes nothing if Coq refuses %s", async (_, script, queries, problem) => {
    const folder = written({ ...FILES, "Queries.v": queries });
    const before = textsIn(folder);
    await expect(acknowledged(folder, script)).rejects.toThrow(
      new InputError(`nothing was acknowledged; ${problem}`, "mend the proofs first"),
    );
    expect(textsIn(folder)).toEqual(before);
  });

  it("takes no mistake of the program for an objection of Coq's", async () => {
    const script: Script = { illTyped: ["grows"], broken: "together" };
    await expect(acknowledged(written(FILES), script)).rejects.toThrow(TypeError);
  });
});
