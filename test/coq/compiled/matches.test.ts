import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { bindsDefinitions } from "../../../src/coq/compiled/matches.js";

const block = (tag: number, ...fields: Value[]): Block => ({ tag, fields });
const list = (...items: Value[]): Block => block(0, ...items);

/** A match on a type by the names that each constructor binds, and by its arguments. */
const match = (names: readonly number[], given: readonly number[], scrutinee: Value = 0): Block =>
  block(
    13,
    list(list(0, 0), 0, list(...names), list(...given), 0, 0),
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

  it("takes for other data what has neither the form of a match nor tells of constructors", () => {
    const other = block(13, 0, 0, 0);
    expect(bindsDefinitions([other, list(list(0, 0), 0, list(1), 0), block(12, list(1))])).toBe(false);
  });

  const { fields } = match([1], [0]);
  const [, ...others] = fields;
  /** What has the form of a match and tells this. */
  const telling = (...info: Value[]): Block => block(13, list(...info), ...others);
  const type = list(0, 0);

  it.each<[string, Block]>([
    ["under another tag", block(12, ...fields)],
    ["without one of its parts", block(13, ...fields.slice(0, -1))],
    ["with one part more", block(13, ...fields, 0)],
    ["that tells nothing", block(13, 0, ...others)],
    ["that tells it in another record", block(13, block(1, type, 0, list(1), list(0)), ...others)],
    ["that tells of no type", telling(0, 0, list(1), list(0))],
    ["that tells of no parameters", telling(type, list(1), list(0))],
    ["that tells no names", telling(type, 0, 0, list(0))],
    ["that tells no arguments", telling(type, 0, list(1), 0)],
    ["that tells names that are no numbers", telling(type, 0, list("k"), list(0))],
    ["that tells arguments that are no numbers", telling(type, 0, list(1), list("k"))],
    ["that tells of other constructors' arguments", telling(type, 0, list(1), list(1, 0))],
  ])("refuses a match %s, in which definitions could go unseen", (_, other) => {
    expect(() => bindsDefinitions([list(other)])).toThrow(
      new RangeError("a match of another version of Coq"),
    );
    // Also behind one that can be read.
    expect(() => bindsDefinitions([other, match([0], [0])])).toThrow(RangeError);
    expect(() => bindsDefinitions([match([1], [0]), other])).toThrow(RangeError);
  });
});
