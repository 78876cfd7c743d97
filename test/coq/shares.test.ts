import { describe, expect, it } from "vitest";
import { readDevelopment } from "../../src/coq/development.js";
import { Shares, neededBy } from "../../src/coq/shares.js";
import type { Theory } from "../../src/coq/theory.js";

/** A theory with a text of this length. */
const theory = (name: string, requires: readonly string[], length = 10): Theory => ({
  name,
  source: "x".repeat(length),
  requires,
});

/** Four ends over two theories that rest on `Base`. */
const THEORIES = [
  theory("Base", []),
  theory("Left", ["Base"], 50),
  theory("Right", ["Base"], 40),
  theory("LeftEnd", ["Left"]),
  theory("OtherLeftEnd", ["Left"]),
  theory("RightEnd", ["Right"]),
  theory("OtherRightEnd", ["Base", "Right"]),
];

const namesOf = (theories: Iterable<Theory>): string[] => [...theories].map(({ name }) => name);

/** What each document reads if they take turns. */
function shared(theories: readonly Theory[], documents: number): string[][] {
  const shares = new Shares(theories, documents);
  const read = Array.from({ length: documents }, (_, index) => ({
    share: shares.of(index),
    names: new Array<string>(),
  }));
  for (let isReading = true; isReading;) {
    const steps = read.map(({ share, names }) => {
      const step = share.next();
      if (step.done === true) return false;
      names.push(step.value.name);
      return true;
    });
    isReading = steps.includes(true);
  }
  return read.map(({ names }) => names);
}

describe("shares of theories", () => {
  it("are as different as can be, so that little is read twice", () => {
    expect(shared(THEORIES, 2)).toEqual([
      ["Base", "Left", "LeftEnd", "OtherLeftEnd"],
      ["Base", "Right", "RightEnd", "OtherRightEnd"],
    ]);
  });

  it("are all theories for a single document, and none for a document too many", () => {
    expect(shared(THEORIES, 1)[0]?.sort()).toEqual(namesOf(THEORIES).sort());
    expect(shared([theory("Alone", [])], 2)).toEqual([["Alone"], []]);
    expect(shared([], 2)).toEqual([[], []]);
  });

  it("grow with what a document has read", () => {
    const shares = new Shares(THEORIES, 2);
    const [slow, fast] = [shares.of(0), shares.of(1)];
    expect(slow.next().value).toMatchObject({ name: "Base" });
    expect(namesOf(fast)).toEqual([
      ...["Base", "Right", "RightEnd", "OtherRightEnd"],
      ...["Left", "OtherLeftEnd"],
    ]);
    expect(namesOf(slow)).toEqual(["Left", "LeftEnd"]);
  });

  it.each([1, 2, 3])("of the proofs have all that each theory requires before it, in %i", (documents) => {
    const { theories } = readDevelopment("proofs");
    const read = shared(theories, documents);
    expect([...new Set(read.flat())].sort()).toEqual(namesOf(theories).sort());
    for (const names of read) {
      expect(new Set(names).size).toBe(names.length);
      for (const [index, name] of names.entries()) {
        const requires = theories.find((one) => one.name === name)?.requires ?? [];
        expect(requires.filter((required) => !names.slice(0, index).includes(required))).toEqual([]);
      }
    }
    const lengths = read.map((names) =>
      theories.reduce((sum, { name, source }) => sum + (names.includes(name) ? source.length : 0), 0),
    );
    const all = theories.reduce((sum, { source }) => sum + source.length, 0);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(
      (documents === 1 ? 1 : documents === 2 ? 0.7 : 0.6) * all,
    );
  });
});

describe("what theories rest on", () => {
  it("comes in the order of the list, and has no theory that isn't listed", () => {
    expect(namesOf(neededBy(["OtherRightEnd", "LeftEnd"], THEORIES))).toEqual([
      ...["Base", "Left", "Right", "LeftEnd", "OtherRightEnd"],
    ]);
    expect(namesOf(neededBy(["Unknown"], THEORIES))).toEqual([]);
  });
});
