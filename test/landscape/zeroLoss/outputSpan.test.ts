import { describe, expect, it } from "vitest";
import type { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { skewActivation } from "../../../src/landscape/activations/exampleActivations.js";
import {
  distinctFeatures,
  monomialFeatures,
  unattainable,
} from "../../../src/landscape/zeroLoss/outputSpan.js";
import { polynomial, v } from "../fixtures.js";

const keys = (features: readonly RationalVector[]) => features.map((feature) => feature.key);

describe("the monomials of an activation's degrees", () => {
  it.each([
    ["x²", polynomial("0 0 1"), v("3", "2"), "9,6,4"],
    ["1 + x³ on a line", polynomial("5 0 0 -1"), v("1/2"), "1,1/8"],
    ["x + x² on the plane", polynomial("0 1 7"), v("2", "5"), "2,5,4,10,25"],
    ["x² in three coordinates", polynomial("0 0 1"), v("2", "3", "5"), "4,6,10,9,15,25"],
    ["0", polynomial("0"), v("2"), ""],
  ])("of %s", (_, activation, input, expected) => {
    expect(keys(monomialFeatures([input], activation))).toEqual([expected]);
  });

  it("are refused for an activation that is not a polynomial", () => {
    expect(() => monomialFeatures([v("1")], skewActivation)).toThrow(
      "the activation ratio:2,1,1:1,0,1 is not a polynomial",
    );
  });
});

describe("features for any activation", () => {
  it("are one for each distinct input", () => {
    const inputs = [v("3"), v("1/2"), v("3"), v("2/4")];
    expect(keys(distinctFeatures(inputs))).toEqual(["1,0", "0,1", "1,0", "0,1"]);
  });
});

describe("targets that no combination of features has", () => {
  it.each([
    ["two values at one place", [v("1"), v("1")], [v("0"), v("1")], true],
    ["one value at one place", [v("1"), v("1")], [v("2/3"), v("2/3")], false],
    ["a multiple", [v("1/2"), v("3")], [v("1"), v("6")], false],
    ["the second coordinate only", [v("1"), v("1")], [v("5", "0"), v("5", "1")], true],
    ["no features", [v(), v()], [v("0"), v("1")], true],
    ["no features, targets 0", [v(), v()], [v("0"), v("0")], false],
    ["as many features as data", [v("1", "1"), v("1", "2")], [v("7"), v("-1")], false],
  ])("%s", (_, features, targets, expected) => {
    expect(unattainable(features, targets)).toBe(expected);
  });

  it.each([
    ["a target too few", [v("1"), v("2")], [v("1")], "1 targets for 2 features"],
    ["features of two dimensions", [v("1"), v("1", "2")], [v("1"), v("1")], "row 1 has 2 entries, 1 column"],
    ["targets of two dimensions", [v("1"), v("1")], [v("1", "0"), v("1")], "no coordinate 1 in dimension 1"],
  ])("are not looked for with %s", (_, features, targets, message) => {
    expect(() => unattainable(features, targets)).toThrow(message);
  });
});
