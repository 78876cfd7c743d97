import { expect, test } from "vitest";
import { moments } from "../../../src/landscape/activations/moments.js";
import { evaluate, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { v } from "../fixtures.js";

const network = twoLayerNetwork(2, 2, [
  unitOf(["1", "2"], ["1", "0"]),
  unitOf(["1/2", "-1"], ["3", "-1"]),
  unitOf(["0", "0"], ["7", "1"]),
]);

test("sums of a_i (w_i · v)^n, with 0^0 = 1", () => {
  const keys = moments(network, v("2", "1"), [0, 1, 2]).map(({ key }) => key);
  expect(keys).toEqual(["11,0", "4,0", "16,0"]);
  expect(moments(network, v("2", "2"), [1]).map(({ key }) => key)).toEqual(["3,1"]);
});

test("they are the values at v for σ(z) = z^n", () => {
  const direction = v("3", "-1/2");
  for (const exponent of [0, 1, 5]) {
    const value = evaluate(network, direction, (z) => z.pow(BigInt(exponent)));
    expect(moments(network, direction, [exponent]).map(({ key }) => key)).toEqual([value.key]);
  }
});

test("none for no exponents, and 0 for no units", () => {
  expect(moments(network, v("1", "1"), [])).toEqual([]);
  const empty = twoLayerNetwork(1, 2, []);
  expect(moments(empty, v("1"), [0, 3]).map(({ key }) => key)).toEqual(["0,0", "0,0"]);
});

test("a direction of another dimension is refused", () => {
  expect(() => moments(network, v("1"), [0])).toThrow("vectors of dimensions 2 and 1");
});
