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
  expect([...widths(3)].join(" ")).toBe("1,1 1,2 2,2 1,3 2,3 3,3");
  expect([...widths(0)]).toEqual([]);
});

test("a sum over widths takes r and m in their order", () => {
  expect(sumOverWidths(3, (r, m) => BigInt(10 * r + m))).toBe(11n + 12n + 22n + 13n + 23n + 33n);
  expect(sumOverWidths(0, () => 1n)).toBe(0n);
});

test("pairs of dimensions are all there", () => {
  expect([...dimensionPairs(2)].join(" ")).toBe("1,1 1,2 2,1 2,2");
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

const columns = ({ units }: TwoLayerNetwork): string[] => [
  units.map(({ incoming }) => incoming.key).join("; "),
  units.map(({ outgoing }) => outgoing.key).join("; "),
];

test("with one coordinate w_t or a_t is t, else (⌈t/2⌉, t mod 2, 0, …) or (t − 1, t mod 2, 0, …)", () => {
  expect(columns(standardNetwork(4, 1, 1))).toEqual(["1; 2; 3; 4", "1; 2; 3; 4"]);
  expect(columns(standardNetwork(4, 1, 2))).toEqual(["1; 2; 3; 4", "0,1; 1,0; 2,1; 3,0"]);
  expect(columns(standardNetwork(4, 2, 1))).toEqual(["1,1; 1,0; 2,1; 2,0", "1; 2; 3; 4"]);
  expect(columns(standardNetwork(4, 3, 2))).toEqual(["1,1,0; 1,0,0; 2,1,0; 2,0,0", "0,1; 1,0; 2,1; 3,0"]);
  expect(columns(standardNetwork(1, 2, 4))).toEqual(["1,1", "0,1,0,0"]);
});
