import { describe, expect, it } from "vitest";
import { parseRational, type Rational, rational, RationalVector } from "../../../src/exact/index.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { noUnitFits } from "../../../src/landscape/zeroLoss/narrowFit.js";
import { polynomial, quotient, rationals } from "../fixtures.js";

const one = rational(1n);
const SHIFTED = polynomial("1 0 1");
const INPUTS = rationals("-1 1/2 1 3");

function dataOf(targets: readonly Rational[]) {
  const vectors = (values: readonly Rational[]) =>
    values.map((value) => RationalVector.fromRationals([value]));
  return dataSet(vectors(INPUTS), vectors(targets));
}

describe("noUnitFits", () => {
  it.each([
    ["a polynomial", SHIFTED],
    ["a quotient", quotient("1 1 1", "1 0 1")],
  ])("says nothing where one unit fits, and that none does beside that: %s", (_, activation) => {
    const fitted = INPUTS.map((x) => activation.derivative(0, x.mul(parseRational("-3/7"))).mul(-5n));
    expect(noUnitFits(dataOf(fitted), activation)).toBe(false);
    INPUTS.forEach((_x, place) => {
      const beside = fitted.map((y, index) => (index === place ? y.add(rational(1n, 100n)) : y));
      expect(noUnitFits(dataOf(beside), activation)).toBe(true);
    });
  });

  it("says nothing where width 0 fits, or where zeros in common are not real", () => {
    expect(noUnitFits(dataOf(INPUTS.map(() => rational(0n))), SHIFTED)).toBe(false);
    // 1 − x²/4 is σ(wx) for w² = −1/4 only.
    expect(noUnitFits(dataOf(INPUTS.map((x) => one.sub(x.mul(x).div(4n)))), SHIFTED)).toBe(false);
  });

  it("refuses no data", () => {
    expect(() => noUnitFits(dataSet([], []), SHIFTED)).toThrow();
  });
});
