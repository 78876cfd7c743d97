import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { landscapeAt } from "../../../src/landscape/criticalPoints/landscapeAt.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { type Unit, twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";

const activation = polynomialActivation([rational(1n), rational(1n), rational(0n), rational(1n)]);
const vectors = (...entries: string[]): RationalVector[] =>
  entries.map((entry) => RationalVector.parse(entry));
const data = dataSet(vectors("1", "2", "3"), vectors("-115", "139", "-3"));

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
    const found = at(unitOf(["1"], ["1"]), unitOf(["1"], ["1"]));
    expect(found.isCritical).toBe(false);
    expect(found.gradient.isZero()).toBe(false);
    expect(found.equalUnits).toEqual([[0, 1]]);
    expect(found.isStrictSaddle || found.isStrictMinimum).toBe(false);
  });
});
