import { expect, test } from "vitest";
import { MAX_CERTIFIED_DIGITS, certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { InputError } from "../../src/exact/inputError.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

const withWeight = (weight: string) => twoLayerNetwork(1, 2, [unitOf(["2/4"], ["-3", weight])]);

test("a network is written one row per neuron, in lowest terms", () => {
  expect(certificateNetwork(withWeight("1/3"))).toEqual({ incoming: [["1/2"]], outgoing: [["-3", "1/3"]] });
});

test.each([
  ["a numerator", (digits: number) => "7".repeat(digits)],
  ["a negative numerator", (digits: number) => `-${"7".repeat(digits)}`],
  ["a denominator", (digits: number) => `1/${"7".repeat(digits)}`],
])("%s may have 4096 digits and no more", (_, weight) => {
  const longest = weight(MAX_CERTIFIED_DIGITS);
  expect(certificateNetwork(withWeight(longest)).outgoing[0]?.[1]).toBe(longest);
  const tooLong = (): unknown => certificateNetwork(withWeight(weight(MAX_CERTIFIED_DIGITS + 1)));
  expect(tooLong).toThrow(InputError);
  expect(tooLong).toThrow("a weight of 4097 digits, or a sum of weights; certificates hold at most 4096;");
});
