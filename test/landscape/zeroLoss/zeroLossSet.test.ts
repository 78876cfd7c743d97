import { expect, test } from "vitest";
import { fittedData, outputRank } from "../../../src/landscape/zeroLoss/zeroLossSet.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { v } from "../fixtures.js";

test("fitted data have the network's values as targets", () => {
  const network = twoLayerNetwork(1, 2, [unitOf(["2"], ["3", "1/2"]), unitOf(["1"], ["0", "-1"])]);
  const inputs = [v("1"), v("-2"), v("1")];
  const data = fittedData(network, inputs, (x) => x.mul(x));
  expect(data.inputs).toBe(inputs);
  expect(data.targets.map((target) => target.key)).toEqual(["12,1", "48,4", "12,1"]);
});

test("there are no fitted data without inputs", () => {
  expect(() => fittedData(twoLayerNetwork(1, 1, []), [], (x) => x)).toThrow("there are no data");
});

test.each([
  ["independent rows", [v("1", "2", "0"), v("1/3", "1", "1")], 3, 2],
  ["multiples", [v("1", "2"), v("1/2", "1")], 2, 1],
  ["zeros", [v("0", "0")], 2, 0],
  ["more rows than columns", [v("1"), v("2"), v("3")], 1, 1],
  ["no rows", [], 4, 0],
])("the rank of %s", (_, rows, parameters, rank) => {
  expect(outputRank(rows, parameters)).toBe(rank);
});

test("a row of another length is refused", () => {
  expect(() => outputRank([v("1", "2")], 3)).toThrow(RangeError);
});
