import { describe, expect, it } from "vitest";
import { inputOf, mirroredNetwork } from "../../../src/claims/instances/mirroredNetworks.js";
import { entry } from "../../../src/exact/entry.js";
import { formatRational } from "../../../src/exact/numbers/rational.js";
import { everyActivation } from "../../../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";
import { reduceFor, reduceMultiLayerFor } from "../../../src/network/activations/symmetricReduction.js";
import { evaluateMultiLayer } from "../../../src/network/multiLayerNetwork.js";
import { reduceMultiLayer } from "../../../src/network/multiLayerReduction.js";
import { multiLayerFile, parseMultiLayerFile } from "../../../src/network/networkFile.js";
import { type TwoLayerNetwork, twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { EXACT, valuesOf } from "./exactActivations.js";

/** Units "w;a", with spaces between coordinates. */
const of = (...texts: string[]): TwoLayerNetwork => {
  const units = texts.map((text) => {
    const [incoming, outgoing] = text.split(";").map((part) => part.split(" "));
    return unitOf(incoming ?? [], outgoing ?? []);
  });
  const [first] = units;
  return twoLayerNetwork(first?.incoming.dimension ?? 1, first?.outgoing.dimension ?? 1, units);
};

const summary = (network: TwoLayerNetwork, name: string): string => {
  const reduction = reduceFor(network, parseSymmetry(name));
  const units = reduction.irreducible.units.map(
    ({ incoming, outgoing }) => `${incoming.toStrings().join(" ")};${outgoing.toStrings().join(" ")}`,
  );
  const { labelledPartition, signs, scales, rest } = reduction;
  const scaled = scales.every((scale) => scale.equals(1n)) ? "" : ` × ${scales.map(formatRational).join()}`;
  return `${units.join(", ")} | ${labelledPartition.join()} | ${signs.join()}${scaled} | ${rest}`;
};

describe("reduction of two layers for an activation", () => {
  it.each([
    ["tanh", of("1;2", "-1;3"), "1;-1 | 1,1 | 1,-1 | none"],
    ["tanh", of("1;1", "1;-1", "-1;3"), "-1;3 | 1,1,1 | -1,-1,1 | none"],
    ["tanh", of("1;1", "-1;1", "0;5", "2;1"), "2;1 | 0,0,-1,1 | 1,-1,0,1 | none"],
    ["gaussian", of("1;2", "-1;3", "0;5"), "1;5, 0;5 | 1,1,2 | 1,-1,1 | none"],
    ["gaussian", of("-1;2", "1;-2"), " | 0,0 | 1,-1 | none"],
    // 2σ(z) + σ(−z) = σ(z) + 1: two units either way. With a unit at 0 that takes the constant, two of three.
    ["sigmoid", of("1;2", "-1;1"), "1;2, -1;1 | 1,2 | 1,1 | kept"],
    ["sigmoid", of("1;2", "-1;1", "0;3"), "1;1, 0;5 | 1,1,2 | 1,-1,1 | kept"],
    // 2σ(z) + σ(−z) − σ(−y) = σ(z) + σ(y): the constants cancel if the last unit is mirrored.
    ["sigmoid", of("1;2", "-1;1", "-3;-1"), "1;1, 3;1 | 1,1,2 | 1,-1,-1 | none"],
    // 1 − σ(z) = σ(−z)
    ["sigmoid", of("1;-1", "0;2"), "-1;1 | 1,0 | -1,1 | none"],
    ["sigmoid", of("1;1", "-1;1"), "1;1, -1;1 | 1,2 | 1,1 | kept"],
    // σ(z) − σ(−z) = z, and σ(2z) − σ(−2z) = 2z.
    ["softplus", of("1;1", "-1;-1", "0;1"), "1;1, -1;-1, 0;1 | 1,2,3 | 1,1,1 | kept"],
    ["softplus", of("1;2", "-1;-2", "2;-1", "-2;1"), " | 0,0,-1,-1 | 1,-1,1,-1 | none"],
    ["softplus", of("1;2", "-1;-1", "2;1", "-2;1"), "-1;1, 2;2 | 1,1,2,2 | -1,1,1,-1 | none"],
    ["silu", of("1 0;1", "-1 0;1", "0 0;7"), "1 0;1, -1 0;1 | 1,2,0 | 1,1,0 | kept"],
    ["relu", of("1 2;1", "2 4;1", "-3 -6;1"), "1 2;3, -3 -6;1 | 1,1,2 | 1,1,1 × 1,2,1 | kept"],
    ["leaky:-1", of("2;1", "-1;2"), "2;2 | 1,1 | 1,-1 × 1,1/2 | none"],
  ])("%s %#", (name, network, expected) => {
    expect(summary(network, name)).toBe(expected);
  });

  it("finds the teacher in a sigmoid student that was trained to it, with weights rounded to tenths", () => {
    const student = of("-1/2 1/2;1", "-1/10 3/5;-1", "-3/5 -1/2;1", "3/5 1/2;2", "-1/5 -3/5;1");
    expect(reduceFor(student, everyActivation).irreducible.units).toHaveLength(5);
    expect(summary(student, "sigmoid")).toBe(
      "-1/2 1/2;1, 1/10 -3/5;1, 3/5 1/2;1, -1/5 -3/5;1 | 1,2,3,3,4 | 1,-1,-1,1,1 | none",
    );
  });

  it("gives up on the search for signs where there are too many sums", () => {
    const units = Array.from({ length: 20 }, (_, index) => `${index + 2};${4 ** index}`);
    expect(summary(of("1;1/2", "-1;1/3", ...units), "sigmoid")).toMatch(/unsettled$/);
  });
});

describe("reduction of several layers for an activation", () => {
  const networkOf = (weights: string[][][], biases?: string[][]) =>
    parseMultiLayerFile(JSON.stringify({ format: "equiloss-network/1", weights, biases }), "a.json");
  const TANH_PAIR = networkOf(
    [
      [
        ["1", "2"],
        ["-1", "-2"],
      ],
      [["1", "-1"]],
    ],
    [["3", "-3"], ["0"]],
  );
  const RELU_SCALE = networkOf(
    [
      [
        ["1", "2"],
        ["2", "4"],
      ],
      [["1", "1"]],
    ],
    [["1", "2"], ["0"]],
  );

  it.each([
    ["tanh", TANH_PAIR, [[["1", "2"]], [["2"]]], [["3"], ["0"]]],
    ["sigmoid", TANH_PAIR, [[["1", "2"]], [["2"]]], [["3"], ["-1"]]],
    [
      "gaussian",
      networkOf([[["1"], ["-1"]], [["1", "2"]]], [["3", "-3"], ["0"]]),
      [[["1"]], [["3"]]],
      [["3"], ["0"]],
    ],
    ["relu", RELU_SCALE, [[["1", "2"]], [["3"]]], [["1"], ["0"]]],
    // relu(3) = 3, and the softsign of 1 and of −3 are 1/2 and −3/4.
    [
      "relu",
      networkOf([[["0"], ["1"]], [["2", "1"]]], [["3", "0"], ["5"]]),
      [[["1"]], [["1"]]],
      [["0"], ["11"]],
    ],
    [
      "softsign",
      networkOf([[["0"], ["1"], ["0"]], [["2", "1", "4"]]], [["1", "0", "-3"], ["5"]]),
      [[["1"]], [["1"]]],
      [["0"], ["3"]],
    ],
    // A mirrored unit of layer 1 turns its column: by that the units of layer 2 are alike.
    [
      "tanh",
      networkOf([
        [["1"], ["-1"]],
        [
          ["1", "0"],
          ["0", "-1"],
          ["0", "1"],
        ],
        [["1", "2", "4"]],
      ]),
      [[["1"]], [["1"]], [["-1"]]],
      undefined,
    ],
  ])("%s %#", (name, network, weights, biases) => {
    const { irreducible } = reduceMultiLayerFor(network, parseSymmetry(name));
    expect(irreducible === undefined ? undefined : multiLayerFile(irreducible)).toEqual({
      format: "equiloss-network/1",
      weights,
      ...(biases !== undefined && { biases }),
    });
  });

  it("keeps softplus' linear part in a mirrored pair, which another pair takes over", () => {
    const { layers, irreducible } = reduceMultiLayerFor(TANH_PAIR, parseSymmetry("softplus"));
    expect(irreducible).toEqual(TANH_PAIR);
    expect(layers).toMatchObject([{ labelledPartition: [1, 2], rest: "kept" }]);
  });

  const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
  it.each(EXACT)("keeps the function, for $name", (symmetry) => {
    let smaller = 0;
    for (const seed of SEEDS) {
      const network = mirroredNetwork(seed);
      const { irreducible, widths, matrices } = reduceMultiLayerFor(network, symmetry);
      const before = reduceMultiLayer(network).widths;
      for (const [layer, width] of widths.entries()) expect(width).toBeLessThanOrEqual(entry(before, layer));
      if (widths.join() !== before.join()) smaller += 1;
      if (irreducible === undefined) continue;
      for (const input of [inputOf(network, seed), inputOf(network, seed + 1000)]) {
        const [one, other] = [network, irreducible].map(
          (net) => evaluateMultiLayer(net, input, valuesOf(symmetry)).key,
        );
        expect(other, `seed ${seed}`).toBe(one);
      }
      expect(reduceMultiLayerFor(irreducible, symmetry).matrices).toEqual(matrices);
    }
    expect(smaller).toBeGreaterThan(12);
  });

  it("is that for every activation if none is given", () => {
    for (const seed of SEEDS) {
      const network = mirroredNetwork(seed);
      const { matrices, labelledPartitions } = reduceMultiLayer(network);
      const reduction = reduceMultiLayerFor(network, everyActivation);
      expect(reduction.matrices).toEqual(matrices);
      expect(reduction.layers.map((layer) => layer.labelledPartition)).toEqual(labelledPartitions);
    }
  });
});
