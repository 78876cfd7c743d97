import { describe, expect, it } from "vitest";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { isGenericFor, specialFeature } from "../../../src/landscape/criticalPoints/genericity.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, quotient, v } from "../fixtures.js";

describe("isGenericFor", () => {
  it.each([
    // (x − 1)(x − 2)(x + 3): σ(1) = σ(2) = σ(−3) = 0; σ' = 3x² − 7; σ'' = 6x.
    ["0, and zeros of σ", polynomial("6 -7 0 1"), ["0", "1", "2", "-3"], ["3", "1/2"]],
    // (x − 2)² + 1.
    ["zeros of σ'", polynomial("5 -4 1"), ["2"], ["3"]],
    // σ'' = 6(x − 1).
    ["zeros of σ''", polynomial("9 5 -3 1"), ["1"], ["4"]],
    ["no zeros of σ'' where it is 0 everywhere", polynomial("1 2"), ["-1/2"], ["1"]],
    ["nothing but 0 where σ is 0 everywhere", polynomial(""), ["0"], ["1"]],
    ["no zeros of σ'' where a fraction is a line", quotient("-1 0 1", "-1 1"), ["-1"], ["3"]],
    ["poles", quotient("1", "1 1"), ["-1"], ["1"]],
  ])("refuses %s", (_, activation, special, generic) => {
    const isGeneric = isGenericFor(activation);
    expect(special.filter((place) => isGeneric(parseRational(place)))).toEqual([]);
    expect(generic.filter((place) => !isGeneric(parseRational(place)))).toEqual([]);
  });
});

describe("specialFeature", () => {
  const square = polynomial("5 -4 1");
  const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["-1"])]);
  const inputs = [v("3"), v("5")];
  const residuals = [v("1"), v("-1")];

  it("finds none at a generic point", () => {
    expect(specialFeature(network, inputs, square, residuals)).toBeUndefined();
  });

  it("names a unit, or a datum", () => {
    expect(specialFeature(network, [...inputs, v("1")], square, residuals)).toMatch(/^w·x = 2 at neuron 2: /);
    expect(specialFeature(network, inputs, square, [...residuals, v("0")])).toBe("datum 3 is fitted");
  });
});
