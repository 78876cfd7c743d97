import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { acknowledge } from "../../src/coq/acknowledge.js";
import { readDevelopment } from "../../src/coq/development.js";
import { InputError } from "../../src/exact/inputError.js";
import { NOTHING, PROVE, outcomeOf, withCoq, zero } from "./nativeRuns.js";
import { type Changes, HAS_COQ, TINY, replaced, textOf, tinyProofs, written } from "./tinyProofs.js";

/** All files of a folder with their texts. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(names.sort().map((name) => [name, textOf(folder, name)]));
}

const NAMES = ["double", "Grows", "GrowsTwice", "DoubleZero", "(all else)"];

const acknowledged = (folder: string): Promise<string[]> =>
  withCoq((coq) => acknowledge(readDevelopment(folder), coq, NOTHING));

describe.runIf(HAS_COQ)("acknowledging with the installed Coq; skipped where there is no coqc", () => {
  it("writes the audit and what is expected, and nothing else", async () => {
    const folder = written({ ...TINY, _CoqProject: (TINY._CoqProject ?? "").replace("Audit.v\n", "") });
    const before = snapshot(folder);
    expect(await acknowledged(folder)).toEqual(NAMES);
    const after = snapshot(folder);
    expect(after).toMatchObject({ ...snapshot(tinyProofs()), ...before });
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual([
      "Audit.v",
      "expected",
      "expected/assumptions.txt",
      "expected/statements.json",
      "expected/vectors.txt",
    ]);
  });

  it.each<[string, Changes, string[]]>([
    ["nothing", {}, []],
    ["a statement", { "Statements.v": replaced("double 0 = 0", "0 = double 0") }, ["DoubleZero"]],
    ["a statement's words", { "Statements.v": replaced("Twice 0 is 0.", "Twice 0 is 1.") }, ["DoubleZero"]],
    ["a definition's words", { "Statements.v": replaced("Twice a", "Thrice a") }, []],
    ["a definition", { "Statements.v": replaced("n + n.", "(fun m => m + m) n.") }, ["double"]],
    [
      "a statement that is gone",
      { "Statements.v": replaced("Definition DoubleZero : Prop := double 0 = 0.", ""), "Zero.v": () => "" },
      ["DoubleZero", "(all else)"],
    ],
    ["the audit", { "Audit.v": () => "" }, []],
    ["the axioms", { "expected/assumptions.txt": () => "" }, []],
    ["a damaged list", { "expected/statements.json": () => "{" }, NAMES],
  ])("mends what has changed: %s", async (_, changes, names) => {
    const folder = tinyProofs(changes);
    expect(await acknowledged(folder)).toEqual(names);
    const { problems, ...said } = await outcomeOf(folder);
    expect(problems).toEqual([]);
    expect(new Set(Object.values(said))).toEqual(new Set(["proved"]));
  });

  it.each<[string, Changes, RegExp]>([
    [
      "fails",
      { "Zero.v": replaced("reflexivity", "exact I") },
      /^nothing was acknowledged; Zero\.v: File "\.\/Zero\.v", line 4, .*; mend the proofs first$/,
    ],
    [
      "proves another statement of that name",
      { "Zero.v": zero(`Definition DoubleZero := True.\n${PROVE.replace("reflexivity", "exact I")}`) },
      /^nothing was acknowledged; Audit\.v: File "\.\/Audit\.v", line 13, .*; mend the proofs first$/,
    ],
  ])("writes nothing if a proof %s", async (_, changes, message) => {
    const folder = tinyProofs({ "Statements.v": replaced("Twice a", "A double"), ...changes });
    const before = snapshot(folder);
    const refusal = acknowledged(folder);
    await expect(refusal).rejects.toThrow(InputError);
    await expect(refusal).rejects.toThrow(message);
    expect(snapshot(folder)).toEqual(before);
  });
});
