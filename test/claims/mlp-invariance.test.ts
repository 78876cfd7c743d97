import { describe, expect, test } from "vitest";
import { writtenLayers } from "../../src/claims/instances/written.js";
import { FunctionComparison, StepFollower, type Steps, claim } from "../../src/claims/mlp-invariance.js";
import { numberOfNetworks, smallNetworks } from "../../src/claims/instances/smallNetworks.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { layerStep, layerSteps } from "../../src/network/multiLayerReductionSteps.js";
import { functionKey } from "../../src/network/multiLayerKey.js";
import type { MultiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { visits } from "./checks.js";

const alike = writtenLayers("1; 1", "1 2; 3 0", "1 4");
const both = writtenLayers("1; 1", "1 2; 1 2", "1 4");
const check = (given: MultiLayerNetwork, steps: Partial<Steps> = {}): string | undefined =>
  new StepFollower({ layerSteps, layerStep, ...steps }).check(given);

describe("steps in every order", () => {
  test.each([
    ["one with units to merge in both layers", alike],
    ["one that cancels", writtenLayers("1; 1", "1 -1; 2 -2", "1 -1")],
    ["an irreducible one", writtenLayers("1; 2", "1 0; 0 1", "1 1")],
  ])("of %s end in one network", (_, given) => {
    expect(check(given)).toBeUndefined();
  });

  test("are followed each, and a network is looked at once", () => {
    const visited: string[] = [];
    const seen: Steps["layerSteps"] = (given) => {
      visited.push(given.weights.map((rows) => rows.map(({ key }) => key).join(";")).join("/"));
      return layerSteps(given);
    };
    const follower = new StepFollower({ layerSteps: seen, layerStep });
    expect(follower.check(both)).toBeUndefined();
    expect(visited.sort()).toEqual(["1/3/5", "1/3;3/1,4", "1;1/1,2/5", "1;1/1,2;1,2/1,4"]);
    expect(follower.check(both)).toBeUndefined();
    expect(visited.length).toBe(4);
  });

  test("a step that forgets the column of the unit it drops is caught", () => {
    const forget: Steps["layerStep"] = (given, { layer }) => ({
      ...given,
      weights: given.weights.map((rows, index) => {
        if (index === layer - 1) return rows.slice(1);
        return index === layer
          ? rows.map((row) => RationalVector.of(row.numerators.slice(1), row.denominator))
          : rows;
      }),
    });
    expect(check(alike, { layerStep: forget })).toMatch(/^a step leads to another end, at /);
  });

  test.each<[string, Steps["layerStep"]]>([
    ["keeps the width", (given) => given],
    ["drops a unit of another layer", (given, step) => layerStep(given, { ...step, layer: 2 })],
  ])("a step that %s is caught", (_, wrong) => {
    expect(check(both, { layerStep: wrong })).toMatch(/^a step did not drop one unit of layer 1, at /);
  });

  test("steps of one layer only leave a reducible end", () => {
    const first: Steps["layerSteps"] = (given) => layerSteps(given).filter(({ layer }) => layer === 1);
    const second: Steps["layerSteps"] = (given) => layerSteps(given).filter(({ layer }) => layer === 2);
    expect(check(both, { layerSteps: first })).toBe("stuck at 1/3;3/1,4");
    expect(check(both, { layerSteps: second })).toBe("stuck at 1;1/1,2/5");
  });
});

describe("equal functions", () => {
  const theta = writtenLayers("1", "2", "3");
  const split = writtenLayers("1; 1", "5 -3", "3");
  const other = writtenLayers("1", "2", "4");

  test("go with equal reduced forms", () => {
    const comparison = new FunctionComparison();
    for (const network of [theta, split, other]) expect(comparison.check(network)).toBeUndefined();
  });

  test("a key that tells apart what is equal is caught", () => {
    const widths = (given: MultiLayerNetwork): string => given.weights.map((rows) => rows.length).join();
    const comparison = new FunctionComparison((given) => functionKey(given) + widths(given));
    expect(comparison.check(theta)).toBeUndefined();
    expect(comparison.check(split)).toBe("1;1/5,-3/3 has the values of a network of another reduced form");
  });

  test("a key that takes for equal what is not is caught", () => {
    const comparison = new FunctionComparison((given) => functionKey(given).slice(0, -3));
    expect(comparison.check(theta)).toBeUndefined();
    expect(comparison.check(other)).toBe("1/2/4 has other values than one of its reduced form");
  });

  test("activations that can't tell functions apart are caught", () => {
    const linear = { activations: [(z: ReturnType<typeof rational>) => z], points: [rational(1n)] };
    const comparison = new FunctionComparison(functionKey, linear);
    expect(comparison.check(writtenLayers("2", "1", "1"))).toBeUndefined();
    expect(comparison.check(writtenLayers("1", "2", "1"))).toMatch(/has the values of a network of another/);
  });
});

describe("small networks", () => {
  const BIT = [0n, 1n];
  test.each([
    ["two layers", { widths: [1, 2, 1], entries: [BIT, [-1n, 0n, 1n]] }, 36],
    ["three layers", { widths: [1, 1, 2, 1], entries: [BIT, BIT, BIT] }, 32],
    ["biases", { widths: [1, 2, 1], entries: [BIT, BIT, BIT, [0n]] }, 64],
  ])("with %s are as many as expected, and all different", (_, shape, count) => {
    const texts = [...smallNetworks(shape)].map(({ weights, biases }) =>
      [...weights.flat(), ...(biases ?? [])].map(({ key }) => key).join(";"),
    );
    expect([texts.length, new Set(texts).size]).toEqual([count, count]);
    expect(numberOfNetworks(shape)).toBe(BigInt(count));
  });
});

visits(claim, {
  "all orders of steps": 2916,
  "equality, widths 1-2-2-1": 6561,
  "equality, widths 1-1-2-1-1": 729,
  "equality, widths 1-2-1-1": 3888,
});
