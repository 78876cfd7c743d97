import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networks, vectors } from "../../properties/arbitraries/network.js";
import { permutation } from "../../properties/arbitraries/permutation.js";
import { InputError } from "../../src/exact/inputError.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import {
  evaluate,
  unitOf,
  unitKey,
  permuteUnits,
  sameNetwork,
  twoLayerNetwork,
  unorderedKey,
} from "../../src/network/twoLayerNetwork.js";

const TWO = twoLayerNetwork(2, 1, [unitOf(["1", "1/2"], ["3"]), unitOf(["0", "-1"], ["1/3"])]);

const square = (x: Rational): Rational => x.mul(x);

describe("a two-layer network", () => {
  it("holds its dimensions and its units", () => {
    expect([TWO.inputDimension, TWO.outputDimension]).toEqual([2, 1]);
    expect(TWO.units.map(({ incoming }) => incoming.toStrings())).toEqual([
      ["1", "1/2"],
      ["0", "-1"],
    ]);
    expect(TWO.units.map(({ outgoing }) => outgoing.toStrings())).toEqual([["3"], ["1/3"]]);
    expect(twoLayerNetwork(1, 4, []).units).toEqual([]);
  });

  it.each([
    [0, 1, 0],
    [1, 0, 0],
    [-1, 1, -1],
    [1.5, 1, 1.5],
    [1, NaN, NaN],
  ])("is refused for dimensions %d and %d", (inputs, outputs, shown) => {
    expect(() => twoLayerNetwork(inputs, outputs, [])).toThrow(InputError);
    expect(() => twoLayerNetwork(inputs, outputs, [])).toThrow(
      `a network has dimension ${shown}; use positive integers for d_in and d_out`,
    );
  });

  it("is refused for a unit of other dimensions", () => {
    const fitting = unitOf(["1"], ["1"]);
    const message = (index: number, incoming: number, outgoing: number): string =>
      `neuron ${index} has dimensions ${incoming} and ${outgoing}, the network 1 and 1; ` +
      "give every neuron d_in incoming and d_out outgoing weights";
    expect(() => twoLayerNetwork(1, 1, [fitting, unitOf(["1", "2"], ["1"])])).toThrow(message(2, 2, 1));
    expect(() => twoLayerNetwork(1, 1, [unitOf(["1"], [])])).toThrow(message(1, 1, 0));
    expect(() => twoLayerNetwork(1, 1, [unitOf(["1"], [])])).toThrow(InputError);
  });
});

describe("the value of a network", () => {
  it("is Σ a_i σ(w_i · x)", () => {
    // 3·(2 + 2)² + (1/3)·(−4)²
    expect(evaluate(TWO, RationalVector.parse("2", "4"), square).toStrings()).toEqual(["160/3"]);
    expect(evaluate(TWO, RationalVector.parse("2", "4"), (x) => x).toStrings()).toEqual(["32/3"]);
    const wide = twoLayerNetwork(1, 2, [unitOf(["2"], ["1", "-1"])]);
    expect(evaluate(wide, RationalVector.parse("1/2"), () => rational(5n)).toStrings()).toEqual(["5", "-5"]);
  });

  it("is 0 for width 0", () => {
    expect(evaluate(twoLayerNetwork(1, 3, []), RationalVector.parse("7"), square).toStrings()).toEqual([
      "0",
      "0",
      "0",
    ]);
  });

  it("is refused at a point of another dimension", () => {
    expect(() => evaluate(TWO, RationalVector.parse("1"), square)).toThrow(RangeError);
  });
});

describe("a permuted network", () => {
  it("has unit π(i) at place i", () => {
    const three = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["2"]), unitOf(["3"], ["3"])]);
    const moved = permuteUnits(three, [2, 0, 1]);
    expect(moved.units.map(({ incoming }) => incoming.key)).toEqual(["3", "1", "2"]);
    expect([moved.inputDimension, moved.outputDimension]).toEqual([1, 1]);
    expect(sameNetwork(permuteUnits(three, [0, 1, 2]), three)).toBe(true);
  });

  it.each([[[0]], [[0, 0]], [[0, 1, 2]], [[]]])("is refused for %j", (images) => {
    expect(() => permuteUnits(TWO, images)).toThrow(RangeError);
    expect(() => permuteUnits(TWO, images)).toThrow(
      `[${images.join(", ")}] is not a permutation of 2 neurons`,
    );
  });

  it("is refused for an image out of range", () => {
    expect(() => permuteUnits(TWO, [0, 2])).toThrow("no neuron 2 among 2");
    expect(() => permuteUnits(TWO, [-1, 0])).toThrow(RangeError);
  });

  it("computes the same, and has the same unordered key", () => {
    const cases = networks(5).chain((network) =>
      fc.tuple(fc.constant(network), permutation(network.units.length), vectors(network.inputDimension)),
    );
    fc.assert(
      fc.property(cases, ([network, images, x]) => {
        const moved = permuteUnits(network, images);
        expect(evaluate(moved, x, square)).toEqual(evaluate(network, x, square));
        expect(unorderedKey(moved)).toBe(unorderedKey(network));
        expect(sameNetwork(moved, network)).toBe(
          images.every((image, index) => {
            const [here, there] = [network.units[index], network.units[image]];
            return here !== undefined && there !== undefined && unitKey(here) === unitKey(there);
          }),
        );
      }),
      { seed: 21, numRuns: 200 },
    );
  });
});

describe("the keys", () => {
  it("of units differ as soon as the units do", () => {
    const key = (incoming: string[], outgoing: string[]): string => unitKey(unitOf(incoming, outgoing));
    expect(key(["2/4"], ["3"])).toBe(key(["1/2"], ["6/2"]));
    const keys = [
      key(["1"], ["2"]),
      key(["2"], ["1"]),
      key(["1", "2"], []),
      key([], ["1", "2"]),
      key(["12"], []),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("of networks count units, and see dimensions where there is no unit", () => {
    const unit = unitOf(["1"], ["1"]);
    const other = unitOf(["2"], ["1"]);
    const unordered = (...units: (typeof unit)[]): string => unorderedKey(twoLayerNetwork(1, 1, units));
    const keys = [
      unordered(),
      unordered(unit),
      unordered(unit, unit),
      unordered(unit, unit, other),
      unordered(unit, other, other),
      unorderedKey(twoLayerNetwork(1, 2, [])),
      unorderedKey(twoLayerNetwork(2, 1, [])),
      unorderedKey(twoLayerNetwork(1, 11, [])),
      unorderedKey(twoLayerNetwork(11, 1, [])),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(unordered(unit, other)).toBe(unordered(other, unit));
    expect(unordered(unitOf(["1"], ["2"]), unitOf(["31"], ["4"]))).not.toBe(
      unordered(unitOf(["1"], ["23"]), unitOf(["1"], ["4"])),
    );
  });
});

describe("sameNetwork", () => {
  const one = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]);

  it.each([
    ["itself", twoLayerNetwork(1, 1, [unitOf(["2/2"], ["2"])]), true],
    ["another incoming vector", twoLayerNetwork(1, 1, [unitOf(["3"], ["2"])]), false],
    ["another outgoing vector", twoLayerNetwork(1, 1, [unitOf(["1"], ["3"])]), false],
    ["one unit more", twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["2"])]), false],
    ["one unit less", twoLayerNetwork(1, 1, []), false],
  ])("compares with %s", (_, other, same) => {
    expect(sameNetwork(one, other)).toBe(same);
    expect(sameNetwork(other, one)).toBe(same);
  });

  it("compares order and dimensions", () => {
    expect(sameNetwork(TWO, permuteUnits(TWO, [1, 0]))).toBe(false);
    expect(sameNetwork(twoLayerNetwork(1, 2, []), twoLayerNetwork(1, 1, []))).toBe(false);
    expect(sameNetwork(twoLayerNetwork(2, 1, []), twoLayerNetwork(1, 1, []))).toBe(false);
    expect(sameNetwork(twoLayerNetwork(2, 1, []), twoLayerNetwork(2, 1, []))).toBe(true);
  });
});
