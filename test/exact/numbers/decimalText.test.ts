import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../src/exact/numbers/decimalText.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";

describe("parseDecimal", () => {
  it.each([
    ["0.5", "1/2"],
    ["-12.50", "-25/2"],
    ["3", "3"],
    ["1e-6", "1/1000000"],
    ["2.5E+3", "2500"],
    ["0.1e-1", "1/100"],
    ["-6/4", "-3/2"],
    ["-0", "0"],
    ["1e3", "1000"],
  ])("reads %s exactly", (text, value) => {
    expect(formatRational(parseDecimal(text))).toBe(value);
  });

  it.each([
    "",
    ".5",
    "5.",
    "1e",
    "e5",
    "+1",
    "0x1",
    "1 ",
    "1,5",
    "NaN",
    "Infinity",
    "1e401",
    "1e-999",
    "--1",
    "1e5.5",
  ])("refuses %j", (text) => {
    expect(() => parseDecimal(text)).toThrow(
      `${JSON.stringify(text)} is not a number; write a decimal or a fraction, such as "0.5", "1e-6" or "1/3"`,
    );
  });
});
