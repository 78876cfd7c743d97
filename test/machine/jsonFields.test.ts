import { describe, expect, it, test } from "vitest";
import { demanding, fieldsOf, isCount, jsonFields } from "../../src/machine/jsonFields.js";

const at = { place: "a.json", repair: "make it anew" };

describe("the members of an object in JSON", () => {
  it("are read", () => {
    expect(jsonFields('{"a": 1}', at)).toEqual({ a: 1 });
    expect(fieldsOf({ a: 1 }, at)).toEqual({ a: 1 });
  });

  it.each(["", "{", '{"a": }'])("are none in %j", (text) => {
    expect(() => jsonFields(text, at)).toThrow("a.json: is not JSON, or not whole; make it anew");
  });

  it.each(["[]", "null", "3", '"a"'])("are none of %s", (text) => {
    expect(() => jsonFields(text, at)).toThrow("a.json: is not an object; make it anew");
  });
});

test("what doesn't hold is said with the place", () => {
  const demand = demanding(at);
  expect(() => {
    demand(true, "is wrong");
  }).not.toThrow();
  expect(() => {
    demand(false, "is wrong");
  }).toThrow("a.json: is wrong; make it anew");
});

test.each([
  [0, true],
  [7, true],
  [-1, false],
  [0.5, false],
  [2 ** 53, false],
  ["1", false],
])("%j is a count: %s", (value, is) => {
  expect(isCount(value)).toBe(is);
});
