import { describe, expect, it } from "vitest";
import { dataSet, landscapeAt, squaredError } from "../../../src/landscape/index.js";
import { type Unit, twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, v } from "../fixtures.js";

const activation = polynomial("1 1 0 1");
const data = dataSet([v("1"), v("2"), v("3")], [v("-115"), v("139"), v("-3")]);

function at(...units: Unit[]) {
  return landscapeAt({ network: twoLayerNetwork(1, 1, units), data, activation, cost: squaredError });
}

describe("landscapeAt", () => {
  it("tells a strict minimum", () => {
    expect(at(unitOf(["1"], ["1"]))).toMatchObject({
      isCritical: true,
      inertia: { positive: 2, negative: 0, zero: 0 },
      isStrictSaddle: false,
      isStrictMinimum: true,
      equalUnits: [],
    });
  });

  it("tells a strict saddle above it, where a copy has a negative share", () => {
    expect(at(unitOf(["1"], ["2"]), unitOf(["1"], ["-1"]))).toMatchObject({
      isCritical: true,
      inertia: { positive: 2, negative: 1, zero: 1 },
      isStrictSaddle: true,
      isStrictMinimum: false,
    });
  });

  it("tells equal units, and a point that is not critical", () => {
    const landscape = at(unitOf(["1"], ["1"]), unitOf(["1"], ["1"]));
    expect(landscape.isCritical).toBe(false);
    expect(landscape.gradient.isZero()).toBe(false);
    expect(landscape.equalUnits).toEqual([[0, 1]]);
    expect(landscape.isStrictSaddle || landscape.isStrictMinimum).toBe(false);
  });
});
