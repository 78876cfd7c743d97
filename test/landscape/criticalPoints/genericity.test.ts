import { describe, expect, it } from "vitest";
import { type Rational, parseRational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation, rationalActivation } from "../../../src/landscape/activations/activation.js";
import { isGenericFor, specialFeature } from "../../../src/landscape/criticalPoints/genericity.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const coefficients = (...values: string[]): Rational[] => values.map(parseRational);
const values = (generic: (x: Rational) => boolean, ...places: string[]): boolean[] =>
  places.map((place) => generic(parseRational(place)));

describe("isGenericFor", () => {
  it("refuses 0, and zeros of σ, σ' and σ''", () => {
    // σ = (x − 1)(x − 2)(x + 3): σ(1) = σ(2) = σ(−3) = 0; σ' = 3x² − 7; σ'' = 6x.
    const cubic = isGenericFor(polynomialActivation(coefficients("6", "-7", "0", "1")));
    expect(values(cubic, "0", "1", "2", "-3", "3", "1/2")).toEqual([false, false, false, false, true, true]);
    // σ = (x − 2)² + 1, σ'(2) = 0.
    const square = isGenericFor(polynomialActivation(coefficients("5", "-4", "1")));
    expect(values(square, "2", "3")).toEqual([false, true]);
    // σ'' = 6(x − 1).
    const bent = isGenericFor(polynomialActivation(coefficients("9", "5", "-3", "1")));
    expect(values(bent, "1", "4")).toEqual([false, true]);
  });

  it("overlooks derivatives that are 0 everywhere, also where a fraction isn't in lowest terms", () => {
    expect(values(isGenericFor(polynomialActivation(coefficients("1", "2"))), "1", "-1/2")).toEqual([
      true,
      false,
    ]);
    expect(values(isGenericFor(polynomialActivation([])), "1")).toEqual([true]);
    const line = rationalActivation(coefficients("-1", "0", "1"), coefficients("-1", "1"));
    expect(values(isGenericFor(line), "3", "-1")).toEqual([true, false]);
  });

  it("refuses poles", () => {
    expect(
      values(isGenericFor(rationalActivation(coefficients("1"), coefficients("1", "1"))), "-1", "1"),
    ).toEqual([false, true]);
  });
});

describe("specialFeature", () => {
  const square = polynomialActivation(coefficients("5", "-4", "1"));
  const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["-1"])]);
  const inputs = [RationalVector.parse("3"), RationalVector.parse("5")];
  const residuals = [RationalVector.parse("1"), RationalVector.parse("-1")];

  it("finds none at a generic point", () => {
    expect(specialFeature(network, inputs, square, residuals)).toBeUndefined();
  });

  it("names a unit, or a datum", () => {
    expect(specialFeature(network, [...inputs, RationalVector.parse("1")], square, residuals)).toMatch(
      /^w·x = 2 at neuron 2: /,
    );
    expect(specialFeature(network, inputs, square, [...residuals, RationalVector.of([0n])])).toBe(
      "datum 3 is fitted",
    );
  });
});
