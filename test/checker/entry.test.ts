import { describe, expect, it } from "vitest";
import { dot, pairings } from "../../src/checker/matrix.js";
import { FREE } from "../../src/checker/changes.js";
import { isMember, network } from "../../src/checker/network.js";
import { entry } from "../../src/checker/values.js";
import { type RuleName, Rejection } from "../../src/checker/verdict.js";

/** The rule by which a computation rejects; undefined if it doesn't. */
function ruleOf(compute: () => unknown): RuleName | undefined {
  try {
    compute();
    return undefined;
  } catch (error) {
    if (error instanceof Rejection) return error.rule;
    throw error;
  }
}

describe("an entry", () => {
  it("is the one at its index", () => {
    expect([entry([7n, 0n], 0), entry([7n, 0n], 1)]).toEqual([7n, 0n]);
    expect(entry(["", "x"], 0)).toBe("");
  });

  it.each([-1, 2, 0.5, NaN, Infinity, 2 ** 32])("at index %d of two rejects the certificate", (index) => {
    expect(ruleOf(() => entry([7n, 0n], index))).toBe("shape");
  });

  it("of a hole or of an empty list rejects the certificate", () => {
    const holes: number[] = [];
    holes[2] = 1;
    expect(ruleOf(() => entry(holes, 1))).toBe("shape");
    expect(ruleOf(() => entry([], 0))).toBe("shape");
  });
});

describe("what is computed from entries", () => {
  it("is refused for a vector and a shorter one", () => {
    expect(ruleOf(() => dot([1n, 2n], [3n]))).toBe("shape");
    expect(ruleOf(() => pairings([[1n, 2n]], [[3n]]))).toBe("shape");
    expect(pairings([[1n, 2n]], [[3n, 4n]])).toEqual([[11n]]);
  });

  it("is refused for fewer codes than units", () => {
    const theta = network({ incoming: [["1"]], outgoing: [["2"]] }, "theta");
    const point = network({ incoming: [["1"], ["1"]], outgoing: [["1"], ["1"]] }, "point");
    expect(isMember(point, [1, 1], theta, FREE)).toBe(true);
    expect(ruleOf(() => isMember(point, [1], theta, FREE))).toBe("shape");
  });
});
