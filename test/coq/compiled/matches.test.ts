import { describe, expect, it } from "vitest";
import type { Block, Value } from "../../../src/coq/compiled/marshal.js";
import { bindsDefinitions } from "../../../src/coq/compiled/matches.js";
import { block, list } from "./kernelTerms.js";

/** A match on a type by the names that each constructor binds, and by its arguments. */
const match = (names: readonly number[], given: readonly number[], scrutinee: Value = 0): Block => {
  const info = list(list(0, 0), 0, list(...names), list(...given), 0, 0);
  return block(13, info, list(), list(), list(), 0, scrutinee, list());
};

describe("bindsDefinitions", () => {
  it.each([
    ["no constructors", [match([], [])], false],
    ["as many names as arguments", [match([0, 1], [0, 1])], false],
    ["more names", [match([4], [2])], true],
    ["more names of one constructor", [match([0, 2], [0, 1])], true],
    ["a match within a match", [list(block(7, 0, match([0], [0], match([1], [0]))))], true],
    ["a second term", [list(), match([1], [0])], true],
  ])("compares the names that constructors bind with their arguments: %s", (_, terms, expected) => {
    expect(bindsDefinitions(terms)).toBe(expected);
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
