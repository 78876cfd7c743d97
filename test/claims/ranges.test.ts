import { expect, test } from "vitest";
import { dimensionPairs, standardNetwork, sumOverWidths, widths } from "../../src/claims/ranges.js";
import { isIrreducible } from "../../src/network/irreducible.js";

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
      expect(network.neurons).toHaveLength(r);
      expect(isIrreducible(network)).toBe(true);
    }
  },
);

test("its units are w_t = (t, −t², 0, …) and a_t = (t, 1 − t, 0, …)", () => {
  const [, , third] = standardNetwork(3, 3, 4).neurons;
  expect(third?.incoming.numerators).toEqual([3n, -9n, 0n]);
  expect(third?.outgoing.numerators).toEqual([3n, -2n, 0n, 0n]);
  expect(third?.incoming.denominator).toBe(1n);
});
