import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { expandCritical, gradient, squaredError } from "../../../src/landscape/index.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { holdsPoint } from "../../../src/manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../../../src/manifold/subspaces/criticalSubspace.js";
import { sparseVector, toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { partition, theta } from "../../manifold/fixtures.js";
import { SKEW, rationals } from "../fixtures.js";

describe("expandCritical", () => {
  it("copies the incoming vectors and shares the outgoing ones out", () => {
    const wide = expandCritical(theta(2, 1, 2), partition(1, 2, 1), rationals("1/3 1 2/3"));
    expect(wide.units.map(({ incoming, outgoing }) => [incoming.key, outgoing.key])).toEqual([
      ["0", "2/3,0"],
      ["1", "5,1/4"],
      ["0", "4/3,0"],
    ]);
  });

  it.each([
    [[1, 1, 2, 3], "0 1 1 1"],
    [[2, 1, 2, 3], "5/2 1 -3/2 1"],
    [[3, 3, 3, 1, 2], "1/7 1/7 5/7 1 1"],
  ])("lies in the critical subspace of %j", (codes, beta) => {
    const narrow = theta(3, 2, 2);
    const subspace = criticalSubspace(narrow, partition(...codes));
    const point = toPoint(expandCritical(narrow, partition(...codes), rationals(beta)));
    expect(holdsPoint(subspace, point)).toBe(true);
    const last = sparseVector(point.dimension, new Map([[point.dimension - 1, 1n]]));
    expect(holdsPoint(subspace, point.plus(last))).toBe(false);
  });

  it("keeps the gradient zero", () => {
    const request = { r: 2, inputDimension: 2, outputDimension: 1, points: 8, activation: SKEW, seed: 4 };
    const { network, data } = criticalPoint(request);
    const wide = expandCritical(network, partition(1, 2, 2, 1), rationals("3 1/2 1/2 -2"));
    expect(gradient(wide, data, SKEW, squaredError).isZero()).toBe(true);
  });

  it.each([
    [
      [1, 1],
      "1/2 1/3",
      "the shares β of the neurons with label 1 have sum 5/6; choose shares whose sum is 1 for each label",
    ],
    [[1, 1], "1", "1 share β for 2 neurons; give one for every neuron"],
    [[1, 0, 1], "1/2 0 1/2", "a neuron without a label; give every neuron one of the labels 1…r"],
    [[1, 2], "1 1", "2 labels for a network of width 1; use each of the labels 1…r"],
  ])("refuses codes %j with weights %s", (codes, beta, message) => {
    const expand = () => expandCritical(theta(1, 1, 1), partition(...codes), rationals(beta));
    expect(expand).toThrow(InputError);
    expect(expand).toThrow(message);
  });

  it("refuses a reducible network", () => {
    const silent = twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]);
    expect(() => expandCritical(silent, partition(1), rationals("1"))).toThrow(
      "the network is reducible; give one whose neurons can't be merged or dropped",
    );
  });
});
