import { describe, expect, it, test } from "vitest";
import { writtenLayers } from "../../src/claims/instances/written.js";
import { entry } from "../../src/exact/entry.js";
import { refuses } from "./checks.js";
import {
  type LayeredExpansion,
  type LayeredGradients,
  checkExpansion,
  checkValues,
  claim,
} from "../../src/claims/mlp-critical.js";
import { expandLayers, multiLayerCriticalPoints } from "../../src/claims/instances/multiLayerExpansions.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { multiLayerSpace, networkOfPoint, pointOfLayers } from "../../src/manifold/layers/multiLayerSpace.js";
import { hiddenWidths, multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { quickContext } from "./quickContext.js";

const below = entry(multiLayerCriticalPoints(), 0);
const copies = {
  surjections: [LabelledPartition.of([1, 1, 2], 2), LabelledPartition.of([2, 1, 1], 2)],
  betas: [
    [rational(3n), rational(-2n), rational(1n)],
    [rational(1n), rational(1n, 3n), rational(2n, 3n)],
  ],
};
const found: LayeredExpansion = { ...copies, below, above: expandLayers(below.network, copies, [1, 2]) };

describe("expansions of several layers", () => {
  it("keep a point critical, in either order of layers", () => {
    const reversed = expandLayers(below.network, copies, [2, 1]);
    expect(pointOfLayers(reversed).key).toBe(pointOfLayers(found.above).key);
  });

  it("one layer alone keeps it critical too", () => {
    const one = {
      surjections: [copies.surjections[0], LabelledPartition.of([1, 2], 2)].flatMap((g) => g ?? []),
      betas: [copies.betas[0] ?? [], [rational(1n), rational(1n)]],
    };
    const above = expandLayers(below.network, one, [1]);
    expect(hiddenWidths(above)).toEqual([3, 2]);
    expect(checkExpansion({ ...one, below, above })).toBeUndefined();
  });

  const place = "at [1,1,2] [2,1,1], σ = poly:1,1,1/2,-1/3,1/5";
  const { weights } = found.above;
  const doubled = (chosen: (layer: number, unit: number) => boolean) => ({
    above: multiLayerNetwork(
      weights.map((rows, layer) =>
        rows.map((row, unit) => (chosen(layer, unit) ? row.times(rational(2n)) : row)),
      ),
    ),
  });
  const targets = below.data.targets.map((y, k) => (k === 1 ? y.times(rational(2n)) : y));
  const residuals = below.residuals.map((e, k) => (k === 0 ? RationalVector.zero(1) : e));
  refuses(checkExpansion, found, [
    [
      "a unit that is no copy",
      doubled((layer, unit) => layer + unit === 0),
      `the gradient is not 0 ${place}`,
    ],
    ["shares of another sum", doubled((layer) => layer === 2), `the gradient is not 0 ${place}`],
    [
      "a point that isn't critical",
      { below: { ...below, data: { ...below.data, targets } } },
      `the gradient below is not 0 ${place}`,
    ],
    ["a datum that is fitted", { below: { ...below, residuals } }, `a datum is fitted ${place}`],
    [
      "other surjections",
      { surjections: [LabelledPartition.of([1, 2, 1], 2), LabelledPartition.of([2, 1, 1], 2)] },
      /^the point is off the critical subspace /,
    ],
  ]);
});

describe("derivatives above a network of several layers", () => {
  // ∂W^(1) = (2, 3), ∂W^(2) = (5, 7), ∂W^(3) = 11 below, in widths 1-2-1-1.
  const vector = (...values: bigint[]): RationalVector => RationalVector.of(values);
  const good: LayeredGradients = {
    name: "by hand",
    surjections: [LabelledPartition.of([2, 1, 2], 2), LabelledPartition.of([1, 1], 1)],
    betas: [
      [rational(3n), rational(1n), rational(-2n)],
      [rational(4n), rational(-3n)],
    ],
    below: writtenLayers("2; 3", "5 7", "11"),
    above: writtenLayers("9; 2; -6", "28 20 28; -21 -15 -21", "11 11"),
  };

  it("that are off in any place are caught", () => {
    const space = multiLayerSpace(good.above, hiddenWidths(good.above));
    const entries = pointOfLayers(good.above).toRationals();
    const names = [
      "V^(1)_{1,1}",
      "V^(1)_{2,1}",
      "V^(1)_{3,1}",
      ...["1,1", "1,2", "1,3", "2,1", "2,2", "2,3"].map((ij) => `V^(2)_{${ij}}`),
      "V^(3)_{1,1}",
      "V^(3)_{1,2}",
    ];
    entries.forEach((_, place) => {
      const planted = RationalVector.fromRationals(
        entries.map((entry, i) => (i === place ? entry.mul(2n) : entry)),
      );
      const fault = checkValues({ ...good, above: networkOfPoint(space, planted) });
      expect(fault).toContain(`∂L/∂${names[place] ?? ""} is not`);
    });
  });

  const withBiases = {
    ...good,
    below: multiLayerNetwork(good.below.weights, [vector(1n, 2n), vector(3n), vector(4n)]),
    above: multiLayerNetwork(good.above.weights, [vector(6n, 1n, -4n), vector(12n, -9n), vector(4n)]),
  };
  const off = multiLayerNetwork(good.above.weights, [vector(6n, 1n, -4n), vector(12n, 9n), vector(4n)]);
  refuses(checkValues, withBiases, [
    ["a bias that is off", { above: off }, /^∂L\/∂b\^\(2\)_2 is not β_2 times that below/],
    ["biases below only", { above: good.above }, /^biases on one side only /],
    ["biases above only", { below: good.below }, /^biases on one side only /],
  ]);
  refuses(checkValues, good, [
    ["a derivative 0", { below: writtenLayers("2; 0", "5 7", "11") }, /^a derivative below is 0 /],
  ]);
});

test("derivatives are not compared without a code for each unit", () => {
  const weights = [[RationalVector.of([2n])], [RationalVector.of([3n])]];
  const below = multiLayerNetwork(weights);
  const surjections = [
    Object.create(LabelledPartition.of([1], 1), { codes: { value: [] } }) as LabelledPartition,
  ];
  const short = { name: "by hand", surjections, betas: [[rational(1n)]], below, above: below };
  expect(() => checkValues(short)).toThrow("no entry 0 in a list of 0");
});

test.each(claim.evidence)("$name settles the claim", async ({ run }) => {
  expect(await run(quickContext)).toMatchObject({ held: true, visited: "25" });
});
