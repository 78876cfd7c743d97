import { describe, expect, it } from "vitest";
import { decimalOption } from "../../../src/cli/options/decimalOption.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";

describe("decimalOption", () => {
  it.each([
    ["1e-6", "1/1000000"],
    ["-2.50", "-5/2"],
    ["0.1E+2", "10"],
    ["6/4", "3/2"],
    ["-0.", "0"],
    ["1e3", "1000"],
  ])("reads %s exactly, as %s", (text, value) => {
    expect(formatRational(decimalOption("--x", text))).toBe(value);
  });

  it.each(["", "e5", ".5", "1/0", "1e", "0x1", "1,5", "1 2", "--1", "NaN", "1/2.5"])(
    'refuses "%s"',
    (text) => {
      expect(() => decimalOption("--x", text)).toThrow(
        `--x: ${JSON.stringify(text)} is not a number; give a decimal or a fraction, such as "1e-6"`,
      );
    },
  );
});
