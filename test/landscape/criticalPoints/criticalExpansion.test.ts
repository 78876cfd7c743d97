import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { rationalActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { expandCritical } from "../../../src/landscape/criticalPoints/criticalExpansion.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { criticalPoint } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { holdsPoint } from "../../../src/manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../../../src/manifold/subspaces/criticalSubspace.js";
import { toPoint } from "../../../src/manifold/subspaces/parameterSpace.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { partition, theta } from "../../manifold/fixtures.js";

function weights(...texts: string[]) {
  return texts.map(parseRational);
}

describe("expandCritical", () => {
  it("copies the incoming vectors and shares the outgoing ones out", () => {
    const wide = expandCritical(theta(2, 1, 2), partition(1, 2, 1), weights("1/3", "1", "2/3"));
    expect(wide.units.map(({ incoming, outgoing }) => [incoming.key, outgoing.key])).toEqual([
      ["0", "2/3,0"],
      ["1", "5,1/4"],
      ["0", "4/3,0"],
    ]);
  });

  it.each([
    [
      [1, 1, 2, 3],
      ["0", "1", "1", "1"],
    ],
    [
      [2, 1, 2, 3],
      ["5/2", "1", "-3/2", "1"],
    ],
    [
      [3, 3, 3, 1, 2],
      ["1/7", "1/7", "5/7", "1", "1"],
    ],
  ])("lies in the critical subspace of %j", (codes, beta) => {
    const base = theta(3, 2, 2);
    const surjection = partition(...codes);
    const point = toPoint(expandCritical(base, surjection, weights(...beta)));
    expect(holdsPoint(criticalSubspace(base, surjection), point)).toBe(true);
    const off = RationalVector.of(
      point.numerators.map((entry, index) => (index === point.dimension - 1 ? entry + 1n : entry)),
      point.denominator,
    );
    expect(holdsPoint(criticalSubspace(base, surjection), off)).toBe(false);
  });

  it("keeps the gradient zero", () => {
    const activation = rationalActivation(
      [rational(1n), rational(1n)],
      [rational(1n), rational(0n), rational(1n)],
    );
    const request = { r: 2, inputDimension: 2, outputDimension: 1, points: 8, activation, seed: 4 };
    const { network, data } = criticalPoint(request);
    const wide = expandCritical(network, partition(1, 2, 2, 1), weights("3", "1/2", "1/2", "-2"));
    expect(gradient(wide, data, activation, squaredError).isZero()).toBe(true);
  });

  it.each([
    [
      [1, 1],
      ["1/2", "1/3"],
      "the weights β of the neurons with label 1 have sum 5/6; choose weights whose sum is 1 for each label",
    ],
    [[1, 1], ["1"], "1 weights β for 2 neurons; give one for every neuron"],
    [[1, 0, 1], ["1/2", "0", "1/2"], "a neuron without a label; give every neuron one of the labels 1…r"],
    [[1, 2], ["1", "1"], "2 labels for a network of width 1; use each of the labels 1…r"],
  ])("refuses codes %j with weights %j", (codes, beta, message) => {
    const expand = () => expandCritical(theta(1, 1, 1), partition(...codes), weights(...beta));
    expect(expand).toThrow(InputError);
    expect(expand).toThrow(message);
  });

  it("refuses a reducible network", () => {
    const silent = twoLayerNetwork(1, 1, [unitOf(["1"], ["0"])]);
    expect(() => expandCritical(silent, partition(1), weights("1"))).toThrow(
      "the network is reducible; give one whose neurons can't be merged or dropped",
    );
  });
});
