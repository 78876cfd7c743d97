import { describe, expect, it } from "vitest";
import { rational, RationalVector } from "../../../src/exact/index.js";
import { dataSet, loss, squaredError } from "../../../src/landscape/index.js";
import { lossAlongLine } from "../../../src/landscape/loss/lossAlongLine.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { toNetwork, toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, quotient, v } from "../fixtures.js";

const network = twoLayerNetwork(2, 2, [unitOf(["1", "-1/2"], ["2", "1"]), unitOf(["1/3", "1"], ["-1", "0"])]);
const data = dataSet([v("1", "2"), v("-1/2", "3")], [v("1", "0"), v("2", "-1")]);
const direction = v("1", "2", "-1", "1/2", "0", "1", "3", "-1/3");

describe("the loss along a line", () => {
  it("has the value, slope and second derivative of the jet", () => {
    const sigma = quotient("1 2", "3 0 1");
    const jet = lossJet(network, data, sigma, squaredError);
    const [value, slope, bend] = lossAlongLine(network, direction, data, sigma, 2);
    const along = RationalVector.fromRationals(jet.gradient).dot(direction);
    const twice = RationalVector.fromRationals(
      jet.hessian.map((row) => RationalVector.fromRationals(row).dot(direction)),
    ).dot(direction);
    expect(value?.equals(jet.value)).toBe(true);
    expect(slope?.equals(along)).toBe(true);
    expect(bend?.equals(twice.div(2n))).toBe(true);
  });

  it("is the whole polynomial for a polynomial activation", () => {
    const sigma = polynomial("1 -1 2");
    const terms = lossAlongLine(network, direction, data, sigma, 6);
    for (const t of [rational(-2n), rational(1n, 3n), rational(5n)]) {
      const there = toNetwork({ ...network, width: 2 }, toPoint(network).plus(direction.times(t)));
      const sum = terms.reduceRight((rest, term) => rest.mul(t).add(term), rational(0n));
      expect(loss(there, data, sigma, squaredError).equals(sum)).toBe(true);
    }
  });
});
