import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enclosedSigns } from "../../../src/exact/inertia/enclosedSigns.js";
import { inertia } from "../../../src/exact/inertia/inertia.js";
import {
  defaultThreshold,
  exactThresholdSigns,
  thresholdSigns,
} from "../../../src/exact/inertia/thresholdSigns.js";
import { worstValues } from "../../../src/exact/inertia/worstValues.js";
import { formatRational, rational } from "../../../src/exact/index.js";
import { congruent, unimodular } from "./symmetricMatrices.js";
import { diagonal } from "../matrices.js";

/** Diagonal entries and the seed of a basis: a symmetric matrix with known signs. */
const hidden = fc
  .tuple(fc.array(fc.bigInt(-900n, 900n), { minLength: 2, maxLength: 5 }), fc.nat(1000))
  .map(([entries, seed]) => congruent(entries, unimodular(entries.length, 2, seed)));

/** A matrix within the radius of another; each seed gives one of the extremes, with errors ± radius or 0. */
function nearby(matrix: readonly (readonly bigint[])[], radius: bigint, seed: number): bigint[][] {
  const sign = (i: number, j: number): bigint => BigInt((((i + j) * 7 + i * j * 3 + seed) % 3) - 1);
  return matrix.map((row, i) => row.map((value, j) => value + radius * sign(i, j)));
}

describe("signs of a matrix known up to an error", () => {
  it("are those of all matrices within it, or unknown", () => {
    let [decided, undecided] = [0, 0];
    fc.assert(
      fc.property(hidden, fc.bigInt(0n, 3n), fc.nat(8), (matrix, radius, seed) => {
        const signs = enclosedSigns({ midpoints: matrix, radius });
        if (signs === undefined) {
          undecided += 1;
          return;
        }
        decided += 1;
        const { positive, negative } = inertia(nearby(matrix, radius, seed));
        expect([signs.positive, signs.negative]).toEqual([positive, negative]);
        expect(signs.congruence.length).toBe(matrix.length);
      }),
      { seed: 61, numRuns: 400 },
    );
    expect(decided).toBeGreaterThan(50);
    expect(undecided).toBeGreaterThan(50);
  });

  it("are unknown where an entry within the error gives an eigenvalue 0, and only there", () => {
    const matrix = [
      [0n, 1000n],
      [1000n, 0n],
    ];
    expect(enclosedSigns({ midpoints: matrix, radius: 200n })).toMatchObject({ positive: 1, negative: 1 });
    expect(enclosedSigns({ midpoints: matrix, radius: 1000n })).toBeUndefined();
    expect(enclosedSigns({ midpoints: [[5n]], radius: 5n })).toBeUndefined();
    expect(enclosedSigns({ midpoints: [[5n]], radius: 4n })).toMatchObject({ positive: 1 });
    expect(enclosedSigns({ midpoints: [[0n]], radius: 0n })).toBeUndefined();
  });

  it("come from values made worse by the error in each entry of the vectors", () => {
    const vectors = [
      [1n, -2n],
      [0n, 3n],
    ];
    const midpoints = [
      [10n, 1n],
      [1n, -20n],
    ];
    // Values 10 − 4 − 80 = −74, 3 + 120 = 123 and −180; errors 3·3, 3·3 and 3·3 times the radius.
    expect(worstValues({ midpoints, radius: 0n }, vectors)).toEqual([[-74n], [123n, -180n]]);
    expect(worstValues({ midpoints, radius: 2n }, vectors)).toEqual([[-56n], [141n, -162n]]);
  });
});

describe("eigenvalues beyond a threshold", () => {
  it("are counted alike by enclosures and exactly", () => {
    fc.assert(
      fc.property(hidden, fc.bigInt(1n, 500n), (matrix, numerator) => {
        const threshold = rational(2n * numerator + 1n, 7n);
        const exact = exactThresholdSigns({ numerators: matrix, denominator: 16n }, threshold);
        const scaled = matrix.map((row) => row.map((value) => value << 40n));
        const found = thresholdSigns({ midpoints: scaled, radius: 1n }, 44, threshold);
        expect(found === undefined || found).toEqual(found === undefined || exact);
        expect(exact.above + exact.below + exact.within).toBe(matrix.length);
      }),
      { seed: 62, numRuns: 200 },
    );
  });

  it("are those of a diagonal matrix, with the threshold itself within", () => {
    const matrix = diagonal(-9n, -4n, -1n, 0n, 4n, 5n);
    const numbers = exactThresholdSigns({ numerators: matrix, denominator: 2n }, rational(2n));
    expect(numbers).toEqual({ above: 1, below: 1, within: 4 });
    const enclosed = { midpoints: matrix, radius: 0n };
    expect(thresholdSigns(enclosed, 1, rational(2n))).toBeUndefined();
    expect(thresholdSigns(enclosed, 0, rational(11n, 2n))).toBeUndefined();
    const finer = { midpoints: matrix.map((row) => row.map((value) => value << 20n)), radius: 1n };
    expect(thresholdSigns(finer, 21, rational(9n, 4n))).toEqual({ above: 1, below: 1, within: 4 });
    expect(thresholdSigns(finer, 21, rational(1n, 100n))).toEqual({ above: 2, below: 3, within: 1 });
  });

  it("that fits is a power of ten, next above n·2^−44 times the largest entry", () => {
    expect(formatRational(defaultThreshold([[1n]], 0))).toBe("1/10000000000000");
    // 2 · 2^44 · 2^−44 = 2
    expect(formatRational(defaultThreshold(diagonal(-(1n << 54n), 3n), 10))).toBe("10");
    expect(formatRational(defaultThreshold(diagonal(1n << 43n, 3n), 0))).toBe("1");
  });
});
