import { describe, expect, it } from "vitest";
import { shortenedInteger, shortenedRational } from "../../../src/cli/terminal/shortened.js";

describe("an integer for a person", () => {
  it.each([
    ["0", 2, "0"],
    ["12345", 5, "12345"],
    ["123456", 5, "123…56 (6 digits)"],
    ["-123456", 5, "-123…56 (6 digits)"],
    ["-12345", 5, "-12345"],
    ["1".repeat(1234), 2, "1…1 (1,234 digits)"],
    ["1".repeat(1234), Infinity, "1".repeat(1234)],
  ])("%s in %d digits", (digits, limit, shown) => {
    expect(shortenedInteger(digits, limit)).toBe(shown);
  });

  it("has as many digits as asked for, its own first and last ones", () => {
    const digits = (3n ** 200n).toString();
    for (const limit of [2, 3, 10, 61]) {
      const [first = "", last = ""] = shortenedInteger(digits, limit).replace(/ .*/, "").split("…");
      expect(first.length + last.length).toBe(limit);
      expect([digits.startsWith(first), digits.endsWith(last)]).toEqual([true, true]);
    }
  });
});

describe("a rational for a person", () => {
  it("is itself, if it is short", () => {
    expect(shortenedRational("-22/7")).toBe("-22/7");
  });

  it.each([
    [3n ** 90n, 7n ** 50n, "4.85…"],
    [-(2n ** 250n) - 1n, 2n ** 250n, "-1.00…"],
  ])("is enclosed by decimals, if it is long", (numerator, denominator) => {
    const text = shortenedRational(`${numerator}/${denominator}`);
    const [, below = "", above = ""] =
      /^\[(-?[\d.]+), (-?[\d.]+)\], exactly a fraction of \d+ by \d+ digits, /.exec(text) ?? [];
    const scaled = (decimal: string): bigint => BigInt(decimal.replace(".", ""));
    const unit = 10n ** BigInt((below.split(".")[1] ?? "").length);
    expect(scaled(below) * denominator < numerator * unit).toBe(true);
    expect(scaled(above) * denominator > numerator * unit).toBe(true);
    expect(scaled(above) - scaled(below)).toBe(1n);
  });
});
