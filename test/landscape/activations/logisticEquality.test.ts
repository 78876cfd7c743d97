import { describe, expect, test } from "vitest";
import { equalWithSigmoid, equalWithSoftplus } from "../../../src/landscape/activations/logisticEquality.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const network = (...units: readonly (readonly [w: string, a: string])[]): TwoLayerNetwork =>
  twoLayerNetwork(
    1,
    1,
    units.map(([w, a]) => unitOf([w], [a])),
  );

describe("with the sigmoid", () => {
  test.each([
    ["σ(x) + σ(−x) = 2σ(0)", network(["1", "1"], ["-1", "1"]), network(["0", "2"])],
    ["the same with fractions", network(["1/2", "3"], ["-1/2", "3"]), network(["5/3", "3"], ["-5/3", "3"])],
    ["one measure", network(["1", "1"], ["1", "2"]), network(["1", "3"])],
    ["two empty networks", network(), network()],
    ["σ(2x) turned around", network(["2", "1"], ["-3", "1"]), network(["-2", "-1"], ["3", "-1"], ["0", "4"])],
  ])("%s", (_, left, right) => {
    expect(equalWithSigmoid(left, right)).toBe(true);
    expect(equalWithSigmoid(right, left)).toBe(true);
  });

  test.each([
    ["another constant", network(["1", "1"], ["-1", "1"]), network(["0", "1"])],
    ["another weight", network(["1", "1"]), network(["2", "1"])],
    ["weights that differ by their denominators", network(["1/2", "1"]), network(["1/3", "1"])],
    ["the opposite weight", network(["1", "1"]), network(["-1", "1"])],
    ["an odd part too much", network(["1", "1"], ["-1", "2"], ["0", "1"]), network(["2", "2"], ["-2", "2"])],
    ["nothing", network(["3", "1"]), network()],
    ["σ(0), which isn't 0", network(["0", "1"]), network()],
  ])("not %s", (_, left, right) => {
    expect(equalWithSigmoid(left, right)).toBe(false);
  });
});

describe("with softplus", () => {
  test.each([
    ["σ(x) − σ(−x) = x", network(["1", "1"], ["-1", "-1"]), network(["2", "1/2"], ["-2", "-1/2"])],
    ["σ(3x) = σ(−3x) + 3x", network(["3", "1"]), network(["-3", "1"], ["1", "3"], ["-1", "-3"])],
    ["one measure", network(["0", "1"], ["0", "-1"]), network()],
  ])("%s", (_, left, right) => {
    expect(equalWithSoftplus(left, right)).toBe(true);
  });

  test.each([
    ["another slope", network(["1", "1"], ["-1", "-1"]), network(["2", "1"], ["-2", "-1"])],
    ["the same derivative, another value at 0", network(["0", "1"]), network(["0", "2"])],
    ["the sigmoid's own invariance", network(["1", "1"], ["-1", "1"]), network(["0", "2"])],
    ["the same value at 0, another derivative", network(["1", "1"]), network(["2", "1"])],
  ])("not %s", (_, left, right) => {
    expect(equalWithSoftplus(left, right)).toBe(false);
  });
});

test("more inputs or outputs are refused", () => {
  const wide = twoLayerNetwork(2, 1, []);
  const deep = twoLayerNetwork(1, 2, []);
  expect(() => equalWithSigmoid(network(), wide)).toThrow("a network of 2 inputs and 1 outputs");
  expect(() => equalWithSigmoid(deep, network())).toThrow("a network of 1 inputs and 2 outputs");
  expect(() => equalWithSoftplus(wide, network())).toThrow("a network of 2 inputs and 1 outputs");
});
