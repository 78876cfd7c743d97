import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import {
  MAX_DIGITS,
  formatRational,
  parseLowestTerms,
  parseRational,
  rational,
} from "../../../src/exact/numbers/rational.js";

const format = (numerator: bigint, denominator?: bigint) => formatRational(rational(numerator, denominator));

describe("rational", () => {
  it("is in lowest terms with the sign above", () => {
    expect(format(6n, -4n)).toBe("-3/2");
    expect(format(-6n, -4n)).toBe("3/2");
    expect(format(0n, -4n)).toBe("0");
    expect(format(-7n)).toBe("-7");
    expect(format(7n, 7n)).toBe("1");
  });

  it("refuses denominator 0", () => {
    expect(() => rational(1n, 0n)).toThrow(
      new InputError("a rational has denominator 0", "use a nonzero denominator"),
    );
  });
});

describe("parseLowestTerms", () => {
  it.each([
    ["3", 3n, 1n],
    ["-3", -3n, 1n],
    ["0", 0n, 1n],
    ["-0", 0n, 1n],
    ["6/4", 3n, 2n],
    ["-6/4", -3n, 2n],
    ["0/5", 0n, 1n],
    ["007/014", 1n, 2n],
    ["5/7", 5n, 7n],
  ])("reads %s", (text, numerator, denominator) => {
    expect(parseLowestTerms(text)).toEqual({ numerator, denominator });
  });

  it.each(["", "-", "+1", "1/", "/2", "6/-4", "1.5", "1e3", " 1", "1 ", "1\n", "0x1", "1/2/3", "--1", "٣"])(
    "refuses %j",
    (text) => {
      expect(() => parseLowestTerms(text)).toThrow(
        `${JSON.stringify(text)} is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"`,
      );
    },
  );

  it("refuses denominator 0", () => {
    expect(() => parseLowestTerms("1/000")).toThrow('"1/000" has denominator 0; use a nonzero denominator');
  });

  it("shortens long text in its message, from 41 characters", () => {
    expect(() => parseLowestTerms("x".repeat(40))).toThrow(`"${"x".repeat(40)}" is`);
    expect(() => parseLowestTerms("x".repeat(41))).toThrow(`"${"x".repeat(37)}..." is`);
  });

  it("takes MAX_DIGITS digits above and below, and no more", () => {
    const most = "1".repeat(MAX_DIGITS);
    expect(parseLowestTerms(`-${most}/${most}`)).toEqual({ numerator: -1n, denominator: 1n });
    const message =
      `a rational of ${MAX_DIGITS + 1} characters ("1111111111111111111111111111111111111...") passes the cap of ` +
      `${MAX_DIGITS} digits; round the weight to fewer digits; a double needs at most `;
    expect(() => parseLowestTerms(`${most}1`)).toThrow(message);
    expect(() => parseLowestTerms(`${most}1`)).toThrow(InputError);
    expect(() => parseLowestTerms(`1/${most}1`)).toThrow("passes the cap");
    expect(() => parseLowestTerms(`-${most}/${most}1`)).toThrow(`of ${2 * MAX_DIGITS + 3} characters`);
  });
});

describe("parseRational and formatRational", () => {
  it("are inverse", () => {
    const part = fc.bigInt(-(2n ** 80n), 2n ** 80n);
    fc.assert(
      fc.property(
        part,
        part.filter((value) => value !== 0n),
        (numerator, denominator) => {
          const value = rational(numerator, denominator);
          expect(parseRational(formatRational(value)).equals(value)).toBe(true);
          expect(value.s * value.n * denominator).toBe(numerator * value.d);
        },
      ),
      { seed: 103 },
    );
  });
});
