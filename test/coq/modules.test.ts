import { describe, expect, it } from "vitest";
import { asModule, importing, loadingLibraries } from "../../src/coq/modules.js";

const within = (module: string): string => `L.${module}`;

describe("importing", () => {
  it.each([
    ["From Equiloss Require Import Statements.\nA.", "Import L.Statements.\nA."],
    ["From Equiloss.Sub Require Import More Less. A.", "Import L.More L.Less. A."],
    ["From Equiloss.Sub Require More.\nA.", "\nA."],
    ["From Equiloss\n  Require Import\n    More\n    Less.\nA.", "Import L.More L.Less.\n\n\n\nA."],
    ["From Coq Require Import List.", "From Coq Require Import List."],
    ["From Equilossy Require Import More.", "From Equilossy Require Import More."],
  ])("%j is %j", (text, imported) => {
    expect(importing(text, within)).toBe(imported);
  });
});

describe("asModule", () => {
  it("wraps a theory, from its second line on, under the last part of its name", () => {
    const source = "From Equiloss Require Import Growth.\nLemma a : True.\nProof. exact I. Qed.";
    expect(asModule({ name: "Sub/More", source }, within)).toBe(
      "Module More.\nImport L.Growth.\nLemma a : True.\nProof. exact I. Qed.\nEnd More.\n",
    );
  });
});

describe("loadingLibraries", () => {
  it("names what texts require of Coq's libraries, once, and imports nothing", () => {
    const texts = [
      "From Coq Require Import List Lia. From Equiloss Require Import Growth.\n(* From Coq Require Field. *)",
      "From Coq Require Import List Lia. From Coq.Logic Require Export Classical_Prop. From Coq Require Qcanon.",
    ];
    expect(loadingLibraries(texts)).toEqual([
      "From Coq Require List Lia.",
      "From Coq.Logic Require Classical_Prop.",
      "From Coq Require Qcanon.",
    ]);
  });
});
