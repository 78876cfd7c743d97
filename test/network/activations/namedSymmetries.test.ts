import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { formatRational, rational } from "../../../src/exact/numbers/rational.js";
import {
  everyActivation,
  symmetryOf,
  symmetryWords,
} from "../../../src/network/activations/activationSymmetry.js";
import { SYMMETRY_NAMES, parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";

describe("an activation's symmetry", () => {
  it.each([
    ["tanh", "odd", "0"],
    ["erf", "odd", "0"],
    ["arctan", "odd", "0"],
    ["softsign", "odd", "0"],
    ["sigmoid", "1/2 + odd", "1/2"],
    ["softplus", "1/2·x + even", undefined],
    ["silu", "1/2·x + even", "0"],
    ["gelu", "1/2·x + even", "0"],
    ["gaussian", "even", "1"],
    ["relu", "1/2·x + even, positively homogeneous", "0"],
    ["leaky:1/10", "11/20·x + even, positively homogeneous", "0"],
    ["leaky:-1", "even, positively homogeneous", "0"],
  ])("of %s is %s, with σ(0) = %s", (name, words, atZero) => {
    const symmetry = parseSymmetry(name);
    expect(symmetryWords(symmetry)).toBe(words);
    const value = symmetry.rationalValue(rational(0n));
    expect(value === undefined ? undefined : formatRational(value)).toBe(atZero);
    expect([symmetry.name, String(symmetry), JSON.stringify(symmetry)]).toEqual([name, name, `"${name}"`]);
  });

  it("has one way to write a slope", () => {
    expect(parseSymmetry("leaky:2/20").name).toBe("leaky:1/10");
    expect(parseSymmetry("leaky:0").name).toBe("relu");
  });

  it("is none for every activation", () => {
    expect([symmetryWords(everyActivation), everyActivation.rationalValue(rational(0n))]).toEqual([
      "none",
      undefined,
    ]);
    expect(symmetryOf("planted", { parity: "even" }).isHomogeneous).toBe(false);
  });

  // σ(−z) = −σ(z) + 2c or σ(z) − 2lz, and σ(λz) = λσ(z), wherever values are rational.
  it.each(["softsign", "relu", "leaky:1/10", "leaky:-1", "leaky:-3"])(
    "is that of the values of %s",
    (name) => {
      const { parity, constant, slope, isHomogeneous, ...rest } = parseSymmetry(name);
      expect(rest).toMatchObject({ name });
      const at = (z: ReturnType<typeof rational>) => {
        const value = parseSymmetry(name).rationalValue(z);
        if (value === undefined) throw new Error(`no value of ${name}`);
        return value;
      };
      for (const z of [rational(0n), rational(2n, 3n), rational(-7n), rational(5n)]) {
        const mirrored = parity === "odd" ? constant.mul(2n).sub(at(z)) : at(z).sub(slope.mul(2n).mul(z));
        expect(formatRational(at(z.neg()))).toBe(formatRational(mirrored));
        const scaled = at(z.mul(3n)).equals(at(z).mul(3n));
        expect(scaled).toBe(isHomogeneous || z.equals(0n));
      }
    },
  );

  const LIST = `give one of ${SYMMETRY_NAMES.join(", ")}`;
  it.each([
    ["tahn", `"tahn" is not an activation with a known symmetry (Did you mean tanh?); ${LIST}`],
    ["ReLU", `"ReLU" is not an activation with a known symmetry (Did you mean relu?); ${LIST}`],
    ["", `"" is not an activation with a known symmetry; ${LIST}`],
    ["poly:1,2", `"poly:1,2" is not an activation with a known symmetry; ${LIST}`],
    ["leaky:1", "leaky:1 is the identity, with which every network is linear; give another slope"],
    [
      "leaky:0.1",
      '"0.1" is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    ],
  ])("is refused for %j", (text, message) => {
    expect(() => parseSymmetry(text)).toThrow(InputError);
    expect(() => parseSymmetry(text)).toThrow(message);
  });
});
