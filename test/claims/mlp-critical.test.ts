import { describe, expect, it, test } from "vitest";
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

const [below] = multiLayerCriticalPoints();
if (below === undefined) throw new Error("no points");
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
    expect(checkExpansion(found)).toBeUndefined();
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
  it("that are no copies are caught", () => {
    const beside = multiLayerNetwork(
      weights.map((rows, layer) =>
        rows.map((row, unit) => (layer + unit === 0 ? row.times(rational(2n)) : row)),
      ),
    );
    expect(checkExpansion({ ...found, above: beside })).toBe(`the gradient is not 0 ${place}`);
  });

  it("with shares of another sum are caught", () => {
    const last = weights.map((rows, layer) =>
      layer === 2 ? rows.map((row) => row.times(rational(2n))) : rows,
    );
    expect(checkExpansion({ ...found, above: multiLayerNetwork(last) })).toBe(
      `the gradient is not 0 ${place}`,
    );
  });

  it("of a point that isn't critical, or fits a datum, are caught", () => {
    const targets = below.data.targets.map((y, k) => (k === 1 ? y.times(rational(2n)) : y));
    const moved = { ...below, data: { ...below.data, targets } };
    expect(checkExpansion({ ...found, below: moved })).toBe(`the gradient below is not 0 ${place}`);
    const residuals = below.residuals.map((e, k) => (k === 0 ? RationalVector.zero(1) : e));
    expect(checkExpansion({ ...found, below: { ...below, residuals } })).toBe(`a datum is fitted ${place}`);
  });

  it("of other surjections are caught", () => {
    const surjections = [LabelledPartition.of([1, 2, 1], 2), LabelledPartition.of([2, 1, 1], 2)];
    expect(checkExpansion({ ...found, surjections })).toMatch(/^the point is off the critical subspace /);
  });
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
    below: multiLayerNetwork([[vector(2n), vector(3n)], [vector(5n, 7n)], [vector(11n)]]),
    above: multiLayerNetwork([
      [vector(9n), vector(2n), vector(-6n)],
      [vector(28n, 20n, 28n), vector(-21n, -15n, -21n)],
      [vector(11n, 11n)],
    ]),
  };

  it("are those below, times the shares", () => {
    expect(checkValues(good)).toBeUndefined();
  });

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

  it("of biases that are off, and derivatives 0, are caught", () => {
    const biases = [vector(1n, 2n), vector(3n), vector(4n)];
    const withBiases = {
      ...good,
      below: multiLayerNetwork(good.below.weights, biases),
      above: multiLayerNetwork(good.above.weights, [vector(6n, 1n, -4n), vector(12n, -9n), vector(4n)]),
    };
    expect(checkValues(withBiases)).toBeUndefined();
    const off = multiLayerNetwork(good.above.weights, [vector(6n, 1n, -4n), vector(12n, 9n), vector(4n)]);
    expect(checkValues({ ...withBiases, above: off })).toMatch(
      /^∂L\/∂b\^\(2\)_2 is not β_2 times that below/,
    );
    expect(checkValues({ ...withBiases, above: good.above })).toMatch(/^biases on one side only /);
    expect(checkValues({ ...withBiases, below: good.below })).toMatch(/^biases on one side only /);
    const flat = multiLayerNetwork([[vector(2n), vector(0n)], [vector(5n, 7n)], [vector(11n)]]);
    expect(checkValues({ ...good, below: flat })).toMatch(/^a derivative below is 0 /);
  });
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
