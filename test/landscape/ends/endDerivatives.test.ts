import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";
import { enclosedCost } from "../../../src/landscape/enclosures/enclosedCost.js";
import { enclosedDerivatives } from "../../../src/landscape/enclosures/enclosedDerivatives.js";
import { intervalMultiLayer } from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { endNetwork, PRECISION } from "../../../src/landscape/ends/certifiedEnd.js";
import { limitOf } from "../../../src/landscape/ends/channel.js";
import { endDerivatives } from "../../../src/landscape/ends/endDerivatives.js";
import {
  type EndNetwork,
  type TaughtSetting,
  endData,
  roundedData,
} from "../../../src/landscape/ends/endNetwork.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { enclosedHessian } from "../../../src/landscape/nearCritical/enclosedHessian.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";

const setting: TaughtSetting = {
  inputs: [
    RationalVector.parse("1", "2"),
    RationalVector.parse("-1/2", "3/4"),
    RationalVector.parse("2", "-1"),
    RationalVector.parse("1/3", "0"),
  ],
  teacher: twoLayerNetwork(2, 1, [unitOf(["3/5", "1/2"], ["1"]), unitOf(["-1", "2"], ["3/2"])]),
};
const data = endData(setting, PRECISION);
const student = twoLayerNetwork(2, 1, [unitOf(["1/2", "1"], ["2"]), unitOf(["-3/4", "1/4"], ["-1"])]);

const close = (left: bigint, right: bigint, bits: number): boolean => {
  const gap = left - right;
  return (gap < 0n ? -gap : gap) >> BigInt(PRECISION - bits) === 0n;
};

describe("derivatives by columns", () => {
  it("are those by passes through the layers", () => {
    const own = endDerivatives(endNetwork(student), 0n, data);
    const { loss, gradient, hessian } = enclosedDerivatives(
      intervalMultiLayer(asMultiLayer(student), PRECISION),
      {
        data: roundedData(setting, PRECISION),
        activation: smoothActivation("sigmoid"),
        cost: enclosedCost(squaredError),
      },
    );
    const matrix = enclosedHessian(hessian);
    expect(close(own.loss.lower, loss.lower, 140)).toBe(true);
    expect(own.gradient.every(({ lower }, p) => close(lower, entry(gradient, p).lower, 140))).toBe(true);
    const rows = own.matrix.midpoints.map((row, i) =>
      row.map((value, j) => close(value, entry(entry(matrix.midpoints, i), j), 140)),
    );
    expect(rows.flat()).toEqual(new Array(36).fill(true));
  });

  const wide = twoLayerNetwork(2, 1, [
    unitOf(["1/2", "1"], ["1001"]),
    unitOf(["501/1000", "999/1000"], ["-1000"]),
    unitOf(["-3/4", "1/4"], ["-1"]),
  ]);

  const mirrored = twoLayerNetwork(2, 1, [
    unitOf(["1/100", "-1/50"], ["-16"]),
    unitOf(["1/2", "1"], ["9"]),
    unitOf(["-3/4", "1/4"], ["-1"]),
    unitOf(["-51/100", "-49/50"], ["8"]),
  ]);

  it.each([
    ["a channel", wide, [[0, 1], [2]]],
    ["a channel of mirror images", mirrored, [[3, 1, 0], [2]]],
  ])("of %s are differences of loss and gradient", (_, unlimited, gone) => {
    const { network, members } = limitOf(endNetwork(unlimited));
    expect(members).toEqual(gone);
    const base = endDerivatives(network, 0n, data);
    const step = 60n;
    const moved = network.parameters.map((_, p): EndNetwork => ({
      ...network,
      parameters: network.parameters.map((value, q) =>
        p === q ? value + (1n << (BigInt(PRECISION) - step)) : value,
      ),
    }));
    moved.forEach((other, p) => {
      const next = endDerivatives(other, 0n, data);
      expect(close((next.loss.lower - base.loss.lower) << step, entry(base.gradient, p).lower, 50)).toBe(
        true,
      );
      next.gradient.forEach(({ lower }, q) => {
        const slope = (lower - entry(base.gradient, q).lower) << step;
        expect(close(2n * slope, entry(entry(base.matrix.midpoints, p), q), 45)).toBe(true);
      });
    });
  });

  it("hold those of networks within reach", () => {
    const base = endNetwork(student);
    const reach = 1n << BigInt(PRECISION - 40);
    const wideBox = endDerivatives(base, reach, data);
    const corner = {
      ...base,
      parameters: base.parameters.map((value, p) => value + (p % 2 === 0 ? reach : -reach)),
    };
    const there = endDerivatives(corner, 0n, data);
    there.gradient.forEach(({ lower, upper }, p) => {
      expect(entry(wideBox.gradient, p).lower).toBeLessThanOrEqual(lower);
      expect(entry(wideBox.gradient, p).upper).toBeGreaterThanOrEqual(upper);
    });
    there.matrix.midpoints.forEach((row, i) => {
      row.forEach((value, j) => {
        const gap = value - entry(entry(wideBox.matrix.midpoints, i), j);
        expect(gap < 0n ? -gap : gap).toBeLessThanOrEqual(wideBox.matrix.radius);
      });
    });
  });
});
