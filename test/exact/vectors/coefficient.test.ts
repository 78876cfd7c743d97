import { describe, expect, it } from "vitest";
import { coefficient } from "../../../src/exact/vectors/coefficient.js";

describe("coefficient", () => {
  it("is the entry for a power up to the degree", () => {
    expect([0, 1, 2].map((power) => coefficient([3n, 0n, 7n], power, 0n))).toEqual([3n, 0n, 7n]);
  });

  it("is 0 for negative powers and past the degree", () => {
    expect([-1, 3, 9].map((power) => coefficient([3n, 0n, 7n], power, 0n))).toEqual([0n, 0n, 0n]);
    expect(coefficient([], 0, 0n)).toBe(0n);
  });

  it.each([0.5, NaN])("refuses the power %d", (power) => {
    expect(() => coefficient([3n, 7n], power, 0n)).toThrow(
      new RangeError(`no entry ${power} in a list of 2`),
    );
  });
});
