import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";

const FORMS = 'write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)';

describe("parseActivation", () => {
  it.each([
    ["poly:1,0,1/2", "poly:1,0,1/2"],
    ["poly:0", "poly:0"],
    ["poly:-3,2/4,0", "poly:-3,1/2"],
    ["ratio:1,2:1,0,1", "ratio:1,2:1,0,1"],
    ["ratio:1/2,1:1/3,0,1", "ratio:1/2,1:1/3,0,1"],
    ["ratio:1,2:2", "poly:1/2,1"],
  ])("reads %s", (text, name) => {
    expect(parseActivation(text).name).toBe(name);
    expect(parseActivation(name).name).toBe(name);
  });

  it.each(["", "poly", "poly:1:2", "ratio:1", "ratio:1:1:1", "ratio:1:1:", "relu:1", "Poly:1", " poly:1"])(
    "refuses %j",
    (text) => {
      expect(() => parseActivation(text)).toThrow(
        new InputError(`${JSON.stringify(text)} is not an activation`, FORMS),
      );
    },
  );

  it("shortens what it shows", () => {
    expect(() => parseActivation("x".repeat(60))).toThrow(
      new InputError(`"${"x".repeat(40)}" is not an activation`, FORMS),
    );
  });

  it.each([
    ["poly:1,,2", '""'],
    ["poly:0.5", '"0.5"'],
    ["poly:", '""'],
    ["ratio:1:1, 2", '" 2"'],
    ["ratio:x:1", '"x"'],
  ])("says which coefficient of %s is no rational", (text, shown) => {
    expect(() => parseActivation(text)).toThrow(
      new InputError(
        `${shown} is not a rational`,
        'write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
        `activation ${text}`,
      ),
    );
  });

  it("shortens the place, too", () => {
    const text = `poly:x,${"1".repeat(60)}`;
    expect(() => parseActivation(text)).toThrow(`activation poly:x,${"1".repeat(33)}: "x" is not`);
  });

  it("refuses the denominator 0", () => {
    expect(() => parseActivation("ratio:1:0,0")).toThrow(
      "an activation's denominator is the zero polynomial",
    );
  });
});
