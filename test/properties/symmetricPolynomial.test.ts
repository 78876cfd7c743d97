import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Monomial,
  type SymmetricLoss,
  derivative,
  exponentOf,
  symmetricLosses,
  valueOf,
} from "../../properties/arbitraries/symmetricPolynomial.js";
import { formatRational, parseRational } from "../../src/exact/numbers/rational.js";

const monomial = (coefficient: string, ...exponents: readonly (readonly number[])[]): Monomial => ({
  coefficient: parseRational(coefficient),
  exponents,
});
const at = (...units: readonly (readonly string[])[]): SymmetricLoss["point"] =>
  units.map((unit) => unit.map(parseRational));

describe("polynomials of units", () => {
  /** 3x²y/2 − 5z, where unit 1 is (x, y) and unit 2 is (z, t). */
  const loss = [monomial("3/2", [2, 1], [0, 0]), monomial("-5", [0, 0], [1, 0])];
  const point = at(["2", "1/3"], ["7", "9"]);

  test("have values", () => {
    expect(formatRational(valueOf(loss, point))).toBe("-33");
    expect(formatRational(valueOf([], point))).toBe("0");
  });

  test("have exponents, 0 where none are given", () => {
    const given = monomial("1", [2, 1]);
    expect([exponentOf(given, 0, 1), exponentOf(given, 0, 2), exponentOf(given, 1, 0)]).toEqual([1, 0, 0]);
  });

  test.each([
    [0, 0, "2"],
    [0, 1, "6"],
    [1, 0, "-5"],
    [1, 1, "0"],
  ])("have derivatives: of unit %i by coordinate %i", (unit, coordinate, value) => {
    expect(formatRational(valueOf(derivative(loss, unit, coordinate), point))).toBe(value);
  });

  test("a loss that isn't symmetric has a gradient that isn't tangent", () => {
    const equal = at(["2", "1/3"], ["2", "1/3"]);
    const slopes = [0, 1].map((unit) => formatRational(valueOf(derivative(loss, unit, 0), equal)));
    expect(slopes).toEqual(["2", "-5"]);
  });
});

test.each([1, 2])(
  "losses of units of %i coordinates are symmetric, and not constant in general",
  (coordinates) => {
    const samples = fc.sample(symmetricLosses(coordinates), { seed: 5, numRuns: 20 });
    for (const { loss, point } of samples) {
      const value = formatRational(valueOf(loss, point));
      const [first, second, ...rest] = point;
      const swapped = [second ?? [], first ?? [], ...rest];
      expect(formatRational(valueOf(loss, swapped))).toBe(value);
      expect(formatRational(valueOf(loss, [...rest, first ?? [], second ?? []]))).toBe(value);
      expect(point.map((unit) => unit.length)).toEqual(point.map(() => coordinates));
    }
    const constant = samples.filter(({ loss }) => [0, 1].every((c) => derivative(loss, 0, c).length === 0));
    expect(constant.length).toBeLessThan(5);
  },
);
