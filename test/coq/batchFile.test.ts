import { describe, expect, it } from "vitest";
import { batchFile, usingLibraries } from "../../src/coq/batchFile.js";
import type { Theory } from "../../src/coq/theory.js";

const HOMES = new Map([
  ["Statements", "Only_Statements"],
  ["Sums", "From_Growth"],
  ["Growth", "From_Growth"],
]);

const THEORIES: readonly Theory[] = [
  {
    name: "Sub/More",
    source: "From Coq Require Import List.\nFrom Equiloss Require Import Growth.\nLemma a : True.\n",
    requires: ["Growth"],
  },
  { name: "Zero", source: "From Equiloss.Sub Require Import More.", requires: ["Sub/More"] },
];

const FILE = batchFile("From_More", THEORIES, HOMES);

describe("a file with several theories", () => {
  it("loads what they need, has them as modules, and imports by full names", () => {
    expect(FILE.text.split("\n")).toEqual([
      "From Coq Require List. Require Import Equiloss.Only_Statements. Require Import Equiloss.From_Growth.",
      "Module More.",
      "From Coq Require Import List.",
      "Import Equiloss.From_Growth.Growth.",
      "Lemma a : True.",
      "",
      "End More.",
      "Module Zero.",
      "Import Equiloss.From_More.More.",
      "End Zero.",
      "",
    ]);
  });

  it.each([
    ["the first line of a theory", 3, '"./Sub/More.v", line 1'],
    ["its last line", 5, '"./Sub/More.v", line 3'],
    ["the end of its module", 7, '"./Sub/More.v", line 4'],
    ["another theory", 9, '"./Zero.v", line 1'],
    ["the end of a theory without a last line break", 10, '"./Zero.v", line 1'],
    ["the line before all theories", 1, '"./From_More.v", line 1'],
  ])("has Coq's messages name the place in the theory: %s", (_, line, place) => {
    const message = `File "./From_More.v", line ${line}, characters 3-4:\nError: no`;
    expect(FILE.inTheories(message)).toBe(`File ${place}, characters 3-4:\nError: no`);
  });

  it("leaves messages about other files as they are", () => {
    const message = 'File "./From_Growth.v", line 5, characters 3-4:';
    expect(FILE.inTheories(message)).toBe(message);
  });
});

describe("a text that uses compiled theories", () => {
  it("loads their libraries, and keeps its lines", () => {
    const text = "From Equiloss Require Growth.\nFrom Equiloss Require Import Growth Zero.\nA.";
    expect(usingLibraries(text, HOMES)).toBe(
      "Require Import Equiloss.Only_Statements. Require Import Equiloss.From_Growth. \n" +
        "Import Equiloss.From_Growth.Growth Zero.\nA.",
    );
  });
});
