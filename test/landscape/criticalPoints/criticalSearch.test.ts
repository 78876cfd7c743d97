import { describe, expect, it } from "vitest";
import { inertiaByDescartes } from "../../oracles/inertiaByDescartes.js";
import { InputError, rational, RationalVector } from "../../../src/exact/index.js";
import { gradient, hessian, squaredError } from "../../../src/landscape/index.js";
import { criticalPointOfIndex } from "../../../src/landscape/criticalPoints/criticalSearch.js";
import { criticalPoint, unitScale } from "../../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { isIrreducible } from "../../../src/network/irreducible.js";
import { SKEW, polynomial } from "../fixtures.js";

const REQUEST = { r: 2, inputDimension: 2, outputDimension: 2, points: 7, activation: SKEW, seed: 1 };

describe("criticalPoint", () => {
  it.each([
    [1, 1, 1, 3],
    [2, 1, 3, 3],
    [3, 2, 2, 8],
    [4, 1, 1, 9],
  ])(
    "is critical, irreducible and misses its targets: r = %d, d_in = %d, d_out = %d, N = %d",
    (r, i, o, n) => {
      for (const seed of [0, 1, 2]) {
        const size = { r, inputDimension: i, outputDimension: o, points: n };
        const point = criticalPoint({ ...REQUEST, ...size, seed });
        expect(gradient(point.network, point.data, SKEW, squaredError).isZero()).toBe(true);
        expect(isIrreducible(point.network)).toBe(true);
        expect([
          point.network.units.length,
          point.network.inputDimension,
          point.network.outputDimension,
        ]).toEqual([r, i, o]);
        expect(new Set(point.data.inputs.map(({ key }) => key)).size).toBe(n);
        const sizes = point.residuals.flatMap((residual) =>
          residual.toRationals().map((entry) => entry.abs()),
        );
        const largest = sizes.reduce((most, size) => (size.compare(most) > 0 ? size : most));
        expect([largest.compare(rational(1n, 2n)) >= 0, largest.compare(1n) < 0]).toEqual([true, true]);
      }
    },
  );

  it("is the same for the same seed and another for another", () => {
    const texts = [1, 1, 2].map((seed) =>
      criticalPoint({ ...REQUEST, seed }).data.targets.map(({ key }) => key),
    );
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[0]).not.toEqual(texts[2]);
  });

  it("refuses as many data as equations", () => {
    expect(() => criticalPoint({ ...REQUEST, points: 4 })).toThrow("give N·d_out > 8, so N ≥ 5 inputs");
  });

  it("scales by a power of two above the largest residual", () => {
    expect(unitScale([0n, -4n, 3n]).equals(rational(1n, 8n))).toBe(true);
    expect(unitScale([1n]).equals(rational(1n, 2n))).toBe(true);
  });
});

describe("criticalPointOfIndex", () => {
  it.each([0, 1, 2, 3])("finds a nondegenerate critical point of index %d", (index) => {
    const { network, data, inertia } = criticalPointOfIndex(REQUEST, index);
    expect(inertia).toEqual({ positive: 8 - index, negative: index, zero: 0 });
    expect(inertiaByDescartes(hessian(network, data, SKEW, squaredError).numerators)).toEqual(inertia);
    expect(gradient(network, data, SKEW, squaredError).isZero()).toBe(true);
  });

  it("gives a minimum that is one no longer with its residuals turned and enlarged", () => {
    const { network, data, residuals } = criticalPointOfIndex({ ...REQUEST, r: 1, points: 5 }, 0);
    const targets = data.targets.map((target, index) =>
      target.minus((residuals[index] ?? RationalVector.zero(2)).times(rational(1n << 30n))),
    );
    const enlarged = hessian(network, { inputs: data.inputs, targets }, SKEW, squaredError).numerators;
    expect(inertiaByDescartes(enlarged).negative).toBeGreaterThan(0);
  });

  it("refuses an index beyond r·d_in", () => {
    expect(() => criticalPointOfIndex(REQUEST, 5)).toThrow(
      new InputError(
        "index 5, but it is at most r·d_in = 4: for fixed incoming weights the loss is convex",
        "choose one from 0 to 4",
      ),
    );
  });

  it("says what it saw where there is none: a linear activation's minima are degenerate", () => {
    const request = { ...REQUEST, r: 1, points: 3, activation: polynomial("0 1") };
    expect(() => criticalPointOfIndex(request, 0)).toThrow(
      new InputError(
        "no nondegenerate critical point of index 0 found in 16 draws (seen: degenerate)",
        "choose more points, another seed, or an activation with more derivatives that aren't 0",
      ),
    );
  });
});
