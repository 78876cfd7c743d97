import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../src/coq/sentences.js";
import { statementsIn } from "../../src/coq/statements.js";
import { writtenTextsIn } from "../../src/coq/writtenTexts.js";
import { ROOT } from "../runEquiloss.js";

const SOURCE = `(** About a. *)
Definition a :=
  0. (* a comment *)
Definition b := a.

(** [x] It holds. *)
Definition Holds : Prop :=
  forall (b : nat), b = a.`;

describe("writtenTextsIn", () => {
  it("gives the lines of each definition, and what it uses that it doesn't bind", () => {
    expect(writtenTextsIn(SOURCE)).toEqual([
      { name: "a", comment: "About a.", text: "Definition a :=\n  0. (* a comment *)", line: 2, uses: [] },
      { name: "b", comment: undefined, text: "Definition b := a.", line: 4, uses: ["a"] },
      {
        name: "Holds",
        comment: "[x] It holds.",
        text: "Definition Holds : Prop :=\n  forall (b : nat), b = a.",
        line: 7,
        uses: ["a"],
      },
    ]);
  });

  it("gives every statement of the proofs as Coq reads it", () => {
    const source = readFileSync(join(ROOT, "proofs/Statements.v"), "utf8");
    const texts = writtenTextsIn(source);
    const sentences = sentencesOf(source).map(({ text }) => text);
    for (const { text } of texts) expect(sentences).toContain(sentencesOf(text)[0]?.text);
    const names = texts.map(({ name }) => name);
    const stated = statementsIn(source).map(({ name }) => name);
    expect(stated.length).toBeGreaterThan(100);
    expect(stated.filter((name) => !names.includes(name))).toEqual([]);
    // Lines of the file are at most 120 long; a text that was not found in it would be one long line.
    expect(texts.filter(({ text }) => text.split("\n").some((line) => line.length > 122))).toEqual([]);
    const flows = texts.find(({ name }) => name === "FlowsInsideAreCritical");
    expect(flows?.uses).toContain("Theta");
    expect(flows?.uses).not.toContain("G");
  });
});
