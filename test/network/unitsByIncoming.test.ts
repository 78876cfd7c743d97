import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redundancies } from "../../src/network/irreducible.js";
import { measureOf } from "../../src/network/measure.js";
import { pairAt } from "../../src/network/multiLayerNetwork.js";
import { reduce } from "../../src/network/reduction.js";
import {
  type TwoLayerNetwork,
  equalUnits,
  placesByKey,
  twoLayerNetwork,
  unitOf,
  unitsByIncoming,
} from "../../src/network/twoLayerNetwork.js";
import { untilNone } from "../../src/network/untilNone.js";

const networks = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 1 })),
  )
  .map((weights) =>
    twoLayerNetwork(
      2,
      1,
      weights.map(([x, y, a]) => unitOf([String(x), String(y)], [String(a)])),
    ),
  );

const groupsOf = (network: TwoLayerNetwork): (readonly number[])[] =>
  unitsByIncoming(network).map(({ members }) => members);

describe("unitsByIncoming", () => {
  it("has two units together if and only if their incoming vectors are equal, in order of first appearance", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const groups = groupsOf(network);
        const placeOf = network.units.map((_, unit) => groups.findIndex((group) => group.includes(unit)));
        expect(groups.flat()).toHaveLength(network.units.length);
        network.units.forEach((left, i) => {
          network.units.forEach((right, j) => {
            expect(placeOf[i] === placeOf[j]).toBe(left.incoming.equals(right.incoming));
          });
        });
        const firsts = groups.map(([first]) => first);
        expect(firsts).toEqual(firsts.slice().sort((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  it("agrees with the groupings of their own that reduction and its steps have", () => {
    fc.assert(
      fc.property(networks, (network) => {
        const groups = groupsOf(network);
        const { labelledPartition, irreducible } = reduce(network);
        const shared = network.units.map((_, unit) =>
          labelledPartition.indexOf(Number(labelledPartition[unit])),
        );
        expect(groups.map(([first]) => first)).toEqual([...new Set(shared)]);
        expect(measureOf(network).atoms.size).toBe(irreducible.units.length);
        const pairs = redundancies(network).filter(({ kind }) => kind === "equal incoming");
        expect(pairs).toHaveLength(groups.reduce((sum, { length: k }) => sum + (k * (k - 1)) / 2, 0));
      }),
    );
  });

  it("has no group for no unit", () => {
    expect(unitsByIncoming(twoLayerNetwork(1, 1, []))).toEqual([]);
    expect(placesByKey(["b", "a", "b", "b"])).toEqual([[0, 2, 3], [1]]);
  });
});

describe("equalUnits", () => {
  it("finds classes of units equal in both vectors, by first appearance", () => {
    const units = ["1>2", "3>2", "1>2", "1>5", "3>2", "2/2>2"].map((text) => {
      const [incoming = "", outgoing = ""] = text.split(">");
      return unitOf([incoming], [outgoing]);
    });
    expect(equalUnits(twoLayerNetwork(1, 1, units))).toEqual([
      [0, 2, 5],
      [1, 4],
    ]);
    expect(equalUnits(twoLayerNetwork(1, 1, units.slice(0, 2)))).toEqual([]);
    expect(equalUnits(twoLayerNetwork(1, 1, []))).toEqual([]);
  });
});

describe("untilNone", () => {
  const halves = (n: number): number[] => (n % 2 === 0 && n > 0 ? [n / 2] : []);

  it("ends where no step applies, and refuses a choice that is none", () => {
    const run = (choose: () => number): number =>
      untilNone<number, number>(12, halves, choose, (_, half) => half);
    expect(run(() => 0)).toBe(3);
    expect(() => run(() => 1)).toThrow("a choice outside the 1 steps that apply");
  });
});

it("a layer of width 0 has a pair of no units, and counts as having no columns", () => {
  const { inputDimension, outputDimension, units } = pairAt({ weights: [[], []], biases: undefined }, 1);
  expect([inputDimension, outputDimension, units]).toEqual([0, 0, []]);
});
