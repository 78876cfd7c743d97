import { describe, expect, it } from "vitest";
import { MAX_WIDTH, wholeNumber, widthArguments } from "../../../src/cli/options/sizeArguments.js";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { refusal } from "./refusal.js";

describe("wholeNumber", () => {
  it.each([
    ["3", 3],
    ["7", 7],
    ["007", 7],
    ["5", 5],
  ])("%s is %d", (text, value) => {
    expect(wholeNumber("n", text, 3, 7)).toBe(value);
  });

  it.each([
    ["2", "2 is too small"],
    ["8", "8 is too large"],
    ["9".repeat(400), `${"9".repeat(37)}... is too large`],
    ["1".repeat(40), `${"1".repeat(40)} is too large`],
    ["-5", "-5 is negative"],
    ["5.0", '"5.0" is not a whole number'],
    ["5\n", '"5\\n" is not a whole number'],
    ["--5", '"--5" is not a whole number'],
    ["٥", '"٥" is not a whole number'],
  ])("%j is none from 3 to 7", (text, problem) => {
    expect(refusal(wholeNumber, "n", text, 3, 7)).toBe(
      `n: ${problem}; give a whole number from 3 to 7, in decimal digits`,
    );
  });
});

describe("widthArguments", () => {
  it("takes 1 ≤ r ≤ m ≤ the maximum", () => {
    expect(widthArguments("1", "1", 1)).toEqual({ r: 1, m: 1 });
    expect(widthArguments("2", "9", 9)).toEqual({ r: 2, m: 9 });
  });

  it("names which of them is wrong", () => {
    expect(refusal(widthArguments, "0", "0", 9)).toMatch(/^r: 0 is too small/);
    expect(refusal(widthArguments, "1", "0", 9)).toMatch(/^m: 0 is too small/);
    expect(refusal(widthArguments, "10", "9", 9)).toMatch(/^r: 10 is too large/);
    expect(refusal(widthArguments, "9", "10", 9)).toMatch(/^m: 10 is too large/);
    expect(refusal(widthArguments, "9", "8", 9)).toMatch(/^r = 9 is larger than m = 8; give r ≤ m/);
  });

  it("stops where the counts do", () => {
    expect(() => labelledPartitionCount(1, MAX_WIDTH + 1)).toThrow(RangeError);
  });
});
