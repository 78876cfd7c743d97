import { describe, expect, test } from "vitest";
import { determinant } from "../../../src/exact/matrices/determinant.js";
import { parseRational, RationalVector } from "../../../src/exact/index.js";
import {
  independentExponents,
  powerRows,
  separatingDirection,
} from "../../../src/landscape/zeroLoss/independence.js";

const numbers = (...texts: readonly string[]) => texts.map(parseRational);
const points = (...texts: readonly (readonly string[])[]) =>
  texts.map((text) => RationalVector.parse(...text));

describe("a direction that separates", () => {
  test.each([
    ["the first axis if it can", points(["1", "5"], ["2", "5"]), 2, "1,0"],
    ["the next if it can't", points(["1", "0"], ["1", "1"]), 2, "1,1"],
    ["past sums that agree", points(["0", "1"], ["1", "0"], ["1", "1"], ["0", "2"]), 2, "1,2"],
    ["in three dimensions", points(["0", "0", "1"], ["0", "1", "0"]), 3, "1,2,4"],
    ["for one vector", points(["0"]), 1, "1"],
    ["for none", [], 3, "1,0,0"],
  ])("%s", (_, given, dimension, key) => {
    expect(separatingDirection(given, dimension).key).toBe(key);
  });

  test("equal vectors are refused", () => {
    const given = points(["1", "0"], ["1/2", "2"], ["3", "0"], ["2/4", "2"]);
    expect(() => separatingDirection(given, 2)).toThrow(
      "vectors 2 and 4 are equal, which no direction separates; give each vector once",
    );
  });
});

describe("exponents of a nonzero minor", () => {
  const NATURAL = Array.from({ length: 40 }, (_, n) => n);
  test.each([
    ["none for no numbers", [], NATURAL, []],
    ["both parities for a pair", ["1/2", "-1/2"], NATURAL, [0, 1]],
    ["even ones where no pair is", ["1", "-2", "3"], NATURAL, [0, 2, 4]],
    ["0 where 0 is", ["0", "3", "-3"], NATURAL, [0, 1, 2]],
    ["0 alone", ["0"], [0], [0]],
    ["what the support has", ["1", "-1", "2"], [3, 4, 7, 10, 12], [3, 4, 10]],
    ["odd ones where even ones are late", ["1", "-1", "2", "-2"], [1, 3, 5, 8, 9, 20], [1, 3, 8, 20]],
  ])("%s", (_, given, support, expected) => {
    const values = numbers(...given);
    const exponents = independentExponents(values, support);
    expect(exponents).toEqual(expected);
    expect(determinant(powerRows(values, exponents))).not.toBe(0n);
  });

  test.each([
    ["equal numbers", ["1/2", "2/4"], NATURAL, "equal numbers λ"],
    ["0 where σ(0) = 0", ["1", "0"], [1, 2, 3], "λ = 0 with σ(0) = 0"],
    ["0 and an even exponent other than 0", ["0"], [2, 4], "λ = 0 with σ(0) = 0"],
    ["even exponents alone", ["1", "-1"], [0, 2, 4], "the support lacks 0 even and 1 odd exponents"],
    ["odd exponents alone", ["1", "-1"], [1, 3, 5], "the support lacks 1 even and 0 odd exponents"],
    ["no exponents", ["2"], [], "the support lacks 1 even and 0 odd exponents"],
  ])("%s: refused", (_, given, support, message) => {
    expect(() => independentExponents(numbers(...given), support)).toThrow(message);
  });

  test("the support is read no further than needed", () => {
    const endless = function* (): Generator<number> {
      for (let n = 0; ; n += 1) yield n;
    };
    expect(independentExponents(numbers("3", "-3"), endless())).toEqual([0, 1]);
    expect(independentExponents([], endless())).toEqual([]);
  });
});

test("rows of powers, cleared of denominators, with 0^0 = 1", () => {
  expect(powerRows(numbers("1/2", "0", "-1/3"), [0, 1, 2])).toEqual([
    [1n, 1n, 1n],
    [3n, 0n, -2n],
    [9n, 0n, 4n],
  ]);
  expect(powerRows(numbers("2"), [])).toEqual([]);
});
