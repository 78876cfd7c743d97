import { expect, test } from "vitest";
import {
  dimensionPairs,
  standardNetwork,
  sumOverWidths,
  widths,
} from "../../../src/claims/evidence/ranges.js";
import { isIrreducible } from "../../../src/network/irreducible.js";
import type { TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

test("widths go over 1 ≤ r ≤ m ≤ maxM", () => {
  expect([...widths(3)]).toEqual([
    [1, 1],
    [1, 2],
    [2, 2],
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect([...widths(0)]).toEqual([]);
});

test("a sum over widths takes r and m in their order", () => {
  expect(sumOverWidths(3, (r, m) => BigInt(10 * r + m))).toBe(11n + 12n + 22n + 13n + 23n + 33n);
  expect(sumOverWidths(0, () => 1n)).toBe(0n);
});

test("pairs of dimensions are all there", () => {
  expect([...dimensionPairs(2)]).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
});

test.each([...dimensionPairs(3)])(
  "the standard network of dimensions %i and %i is irreducible",
  (input, output) => {
    for (let r = 0; r <= 9; r += 1) {
      const network = standardNetwork(r, input, output);
      expect(network).toMatchObject({ inputDimension: input, outputDimension: output });
      expect(network.units).toHaveLength(r);
      expect(isIrreducible(network)).toBe(true);
    }
  },
);

test("with one coordinate, its units are w_t = t and a_t = t", () => {
  for (const { incoming } of [standardNetwork(4, 1, 2), standardNetwork(4, 1, 1)].map(columns)) {
    expect(incoming).toEqual([[1n], [2n], [3n], [4n]]);
  }
  for (const { outgoing } of [standardNetwork(4, 2, 1), standardNetwork(4, 1, 1)].map(columns)) {
    expect(outgoing).toEqual([[1n], [2n], [3n], [4n]]);
  }
});

test("with more, they are w_t = (⌈t/2⌉, t mod 2, 0, …) and a_t = (t − 1, t mod 2, 0, …)", () => {
  const { incoming, outgoing } = columns(standardNetwork(4, 3, 2));
  expect(incoming).toEqual([
    [1n, 1n, 0n],
    [1n, 0n, 0n],
    [2n, 1n, 0n],
    [2n, 0n, 0n],
  ]);
  expect(outgoing).toEqual([
    [0n, 1n],
    [1n, 0n],
    [2n, 1n],
    [3n, 0n],
  ]);
  expect(columns(standardNetwork(1, 2, 4))).toEqual({ incoming: [[1n, 1n]], outgoing: [[0n, 1n, 0n, 0n]] });
});

function columns({ units }: TwoLayerNetwork): Record<"incoming" | "outgoing", (readonly bigint[])[]> {
  for (const { incoming, outgoing } of units) {
    expect([incoming.denominator, outgoing.denominator]).toEqual([1n, 1n]);
  }
  return {
    incoming: units.map(({ incoming }) => incoming.numerators),
    outgoing: units.map(({ outgoing }) => outgoing.numerators),
  };
}
