import { describe, expect, it } from "vitest";
import { equalUnits } from "../../src/network/equalUnits.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

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
