import { expect, test } from "vitest";
import { saturatedRank } from "../../../src/landscape/zeroLoss/saturatedRank.js";
import { type Unit, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const unit = (incoming: string, outgoing: string) => unitOf(incoming.split(" "), outgoing.split(" "));

test.each<[string, number, number, Unit[], number]>([
  ["no units", 2, 3, [], 0],
  ["one unit", 2, 3, [unit("1 2", "1 0 0")], 5],
  ["one unit with a = 0", 2, 3, [unit("1 2", "0 0 0")], 3],
  ["two units apart", 1, 1, [unit("1", "1"), unit("2", "5")], 4],
  ["two units at one w", 1, 1, [unit("1", "1"), unit("1", "5")], 2],
  ["two at one w, outgoing vectors independent", 3, 2, [unit("1 0 0", "1 0"), unit("1 0 0", "1 5")], 8],
  ["two at one w, outgoing vectors parallel", 3, 2, [unit("1 0 0", "1 2"), unit("1 0 0", "1/2 1")], 5],
  ["w = 0 among others", 2, 1, [unit("0 0", "1"), unit("1 0", "2"), unit("0 0", "3")], 6],
])("%s", (_, inputs, outputs, units, rank) => {
  expect(saturatedRank(twoLayerNetwork(inputs, outputs, units))).toBe(rank);
});
