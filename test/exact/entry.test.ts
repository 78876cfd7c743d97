import { describe, expect, it } from "vitest";
import { entry, noEntry } from "../../src/exact/entry.js";

describe("entry", () => {
  it("is the entry of the list, falsy or not", () => {
    expect([0, 1, 2].map((index) => entry([0, "", null], index))).toEqual([0, "", null]);
    expect(entry(new BigInt64Array([7n, 0n]), 1)).toBe(0n);
    expect(entry("ab", 1)).toBe("b");
  });

  it.each([-1, 2, 0.5, Number.NaN])("refuses index %d in a list of two", (index) => {
    expect(() => entry([1n, 2n], index)).toThrow(new RangeError(`no entry ${index} in a list of 2`));
  });

  it("refuses a hole", () => {
    expect(() => entry(new Array<bigint>(3), 1)).toThrow("no entry 1 in a list of 3");
  });
});

describe("noEntry", () => {
  it("stops where a list has no such entry", () => {
    const list = Float64Array.of(0, 5);
    const at = (index: number): number => list[index] ?? noEntry(list, index);
    expect([at(0), at(1)]).toEqual([0, 5]);
    expect(() => at(2)).toThrow(new RangeError("no entry 2 in a list of 2"));
  });
});
