import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networks, vectors } from "../../../properties/arbitraries/network.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  incomingIndex,
  outgoingIndex,
  parameterCount,
  sparseVector,
  toNetwork,
  toPoint,
} from "../../../src/manifold/subspaces/parameterSpace.js";
import { sameNetwork } from "../../../src/network/twoLayerNetwork.js";
import { theta } from "../fixtures.js";

const SPACE = { inputDimension: 2, outputDimension: 3, width: 4 };

describe("parameter space", () => {
  it("orders coordinates as the paper does: w_1, …, w_m, a_1, …, a_m", () => {
    const indices: number[] = [];
    for (let unit = 0; unit < 4; unit++)
      for (let k = 0; k < 2; k++) indices.push(incomingIndex(SPACE, unit, k));
    for (let unit = 0; unit < 4; unit++)
      for (let k = 0; k < 3; k++) indices.push(outgoingIndex(SPACE, unit, k));
    expect(indices).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(parameterCount(SPACE)).toBe(20);
  });

  it("has a point for a network", () => {
    expect(toPoint(theta(2, 2, 3)).toStrings()).toEqual([
      ...["0", "1/2", "1", "-1/3"],
      ...["2", "0", "-1/3", "5", "1/4", "0"],
    ]);
  });

  it("and back", () => {
    const point = RationalVector.parse("1", "2", "1/2", "4", "5", "6");
    const network = toNetwork({ inputDimension: 1, outputDimension: 2, width: 2 }, point);
    expect(network.units.map(({ incoming }) => incoming.toStrings())).toEqual([["1"], ["2"]]);
    expect(network.units.map(({ outgoing }) => outgoing.toStrings())).toEqual([
      ["1/2", "4"],
      ["5", "6"],
    ]);
    expect([network.inputDimension, network.outputDimension]).toEqual([1, 2]);
  });

  it("round trips both ways", () => {
    fc.assert(
      fc.property(networks(4), (network) => {
        const space = { ...network, width: network.units.length };
        return sameNetwork(toNetwork(space, toPoint(network)), network);
      }),
      { seed: 61, numRuns: 100 },
    );
    fc.assert(
      fc.property(vectors(20), (point) => {
        expect(toPoint(toNetwork(SPACE, point))).toEqual(point);
      }),
      { seed: 62, numRuns: 50 },
    );
  });

  it("is refused a point of another space", () => {
    expect(() => toNetwork(SPACE, RationalVector.zero(19))).toThrow(RangeError);
    expect(() => toNetwork(SPACE, RationalVector.zero(21))).toThrow("a point of dimension 21 in Q^20");
  });

  it("has sparse vectors", () => {
    expect(
      sparseVector(
        4,
        new Map([
          [1, 2n],
          [3, -1n],
        ]),
      ).toStrings(),
    ).toEqual(["0", "2", "0", "-1"]);
    expect(sparseVector(2, new Map())).toEqual(RationalVector.zero(2));
  });
});
