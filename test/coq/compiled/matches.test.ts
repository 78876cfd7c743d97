import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { bindsDefinitions } from "../../../src/coq/compiled/matches.js";

const block = (tag: number, ...fields: Value[]): Block => ({ tag, fields });
const list = (...items: Value[]): Block => block(0, ...items);

/** A match on a type by the names that each constructor binds, and by its arguments. */
const match = (names: readonly number[], given: readonly number[], scrutinee: Value = 0): Block =>
  block(
    13,
    list(list(), 0, list(...names), list(...given), 0, 0),
    list(),
    list(),
    list(),
    0,
    scrutinee,
    list(),
  );

describe("bindsDefinitions", () => {
  it("compares the names that constructors bind with their arguments", () => {
    expect(bindsDefinitions([match([0, 1], [0, 1])])).toBe(false);
    expect(bindsDefinitions([match([], [])])).toBe(false);
    expect(bindsDefinitions([match([4], [2])])).toBe(true);
    expect(bindsDefinitions([match([0, 2], [0, 1])])).toBe(true);
  });

  it("finds a match wherever it stands", () => {
    expect(bindsDefinitions([list(block(7, 0, match([0], [0], match([1], [0]))))])).toBe(true);
    expect(bindsDefinitions([list(), match([1], [0])])).toBe(true);
  });

  it("takes nothing else for a match", () => {
    const { fields } = match([1], [0]);
    expect(
      bindsDefinitions([
        { tag: 12, fields },
        { tag: 13, fields: fields.slice(1) },
      ]),
    ).toBe(false);
    expect(bindsDefinitions([block(13, 0, ...fields.slice(1))])).toBe(false);
  });
});
