import { describe, expect, it } from "vitest";
import { batchesOf } from "../../src/coq/batches.js";
import { readDevelopment } from "../../src/coq/development.js";
import type { Theory } from "../../src/coq/theory.js";

const LONG = 200_000;
const theory = (name: string, requires: readonly string[], length = 10): Theory => ({
  name,
  source: "x".repeat(length),
  requires,
});

const named = (theories: readonly Theory[], processes: number): string[][] =>
  batchesOf(theories, processes).map((batch) => batch.map(({ name }) => name));

const BASE = theory("Base", []);

describe("batches of theories", () => {
  it("are one if they are short, and one process compiles them", () => {
    expect(named([BASE, theory("Left", ["Base"]), theory("Right", ["Base"])], 1)).toEqual([
      ["Base", "Left", "Right"],
    ]);
  });

  it("begin with what all else waits for", () => {
    expect(named([BASE, theory("Left", ["Base"]), theory("Right", ["Base"])], 2)).toEqual([
      ["Base"],
      ["Left", "Right"],
    ]);
  });

  it("end when they are long enough, and the longest chain comes first", () => {
    const theories = [
      theory("Short", []),
      theory("Long", [], LONG),
      theory("OnShort", ["Short"], 2 * LONG),
      theory("OnLong", ["Long"], 2 * LONG),
    ];
    expect(named(theories, 2)).toEqual([["Long"], ["Short", "OnShort"], ["OnLong"]]);
  });

  it("take what they require as met if it isn't among the theories", () => {
    expect(named([theory("Left", ["Base"])], 2)).toEqual([["Left"]]);
    expect(named([], 2)).toEqual([]);
  });

  it("have empty theories in their order, too", () => {
    expect(named([theory("First", [], 0), theory("Second", ["First"], 0)], 1)).toEqual([["First", "Second"]]);
  });

  it.each([1, 2, 16])(
    "have all theories of the proofs once, each after what it requires, for %i",
    (processes) => {
      const { theories } = readDevelopment("proofs");
      const batches = named(theories, processes);
      const order = batches.flat();
      expect(order.toSorted()).toEqual(theories.map(({ name }) => name).sort());
      for (const { name, requires } of theories)
        expect(requires.filter((required) => order.indexOf(required) > order.indexOf(name))).toEqual([]);
      // Starting Coq takes as long as a short theory.
      expect(batches.length).toBeLessThan(processes === 16 ? theories.length : 16 * processes);
      expect(batches.length).toBeGreaterThan(6 * Math.min(processes, 2));
    },
  );
});
