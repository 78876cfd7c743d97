import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { determinant } from "../../../src/exact/matrices/determinant.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { kernelGradient, ray, rayPair } from "../../../src/landscape/spurious/arcCosineKernel.js";
import { isotypicBlocks, isotypicDimensions } from "../../../src/landscape/spurious/isotypicBlocks.js";
import type { SpuriousFamily } from "../../../src/landscape/spurious/starts.js";
import { symmetricCritical } from "../../../src/landscape/spurious/symmetricCritical.js";
import { placeOf, studentDerivatives } from "../../../src/landscape/spurious/symmetricStudent.js";
import {
  eigenvalues,
  firstDifferences,
  floatCritical,
  floatLoss,
  floatStudent,
  secondDifferences,
} from "./floatStudent.js";

const PRECISION = 120;

/** A point, of a double. */
const exactly = (x: number): Interval => {
  const units = BigInt(Math.round(x * 2 ** 50)) << BigInt(PRECISION - 50);
  return Interval.of(units, units, PRECISION);
};
const double = (x: Interval): number => x.midpoint.valueOf();

/** In doubles, without 2π. */
const plain = (x: Interval): number => double(x) / (2 * Math.PI);

const CASES: readonly (readonly [k: number, family: SpuriousFamily, index: number])[] = [
  [5, "decaying", 3],
  [5, "persistent", 3],
  [6, "decaying", 0],
  [6, "persistent", 6],
  [7, "decaying", 0],
  [7, "persistent", 0],
];

/** A student of no special kind, and of a size at which some indices stand for others. */
const ANY = [0.9, -0.2, 0.35, 0.15, -0.7];

describe("symmetric critical points", () => {
  it.each(CASES)(
    "k = %i, %s: all k² eigenvalues in floats, from differences of the loss",
    (k, family, index) => {
      const { center, loss, index: found } = symmetricCritical(k, family);
      const student = floatStudent(
        k,
        center.map((value) => value.valueOf()),
      ).flat();
      const value = (flat: readonly number[]): number =>
        floatLoss(student.flatMap((_, at) => (at % k === 0 ? [flat.slice(at, at + k)] : [])));
      const slopes = firstDifferences(value, student, 1e-5);
      expect(Math.max(...slopes.map(Math.abs))).toBeLessThan(1e-8);
      expect(value(student)).toBeCloseTo(double(loss), 12);
      const all = eigenvalues(secondDifferences(value, student, 1e-4));
      expect(all.length).toBe(k * k);
      expect(Math.min(...all.map(Math.abs))).toBeGreaterThan(1e-3);
      expect(all.filter((one) => one < 0).length).toBe(index);
      expect(found).toBe(BigInt(index));
    },
  );

  it.each(["decaying", "persistent"] as const)("are found by floats alone: %s", (family) => {
    for (const k of [5, 9, 20]) {
      const { center } = symmetricCritical(k, family);
      const start = center.map((value, place) => value.valueOf() + (place % 2 === 0 ? 3e-3 : -2e-3));
      for (const [place, x] of floatCritical(k, start).entries())
        expect(x).toBeCloseTo(center[place]?.valueOf() ?? NaN, 7);
    }
  });

  it("have boxes far narrower than the last digit shown, and losses enclosed as narrowly", () => {
    const { radius, loss } = symmetricCritical(20, "persistent");
    expect(radius.compare(rational(1n, 10n ** 20n))).toBe(-1);
    expect(loss.width.compare(rational(1n, 10n ** 18n))).toBe(-1);
    expect(loss.contains(rational(9_928n, 100_000n))).toBe(false);
  });

  it.each([
    [4, "decaying"],
    [21, "decaying"],
    [6, "rising"],
  ])("are refused for k = %i, %s", (k, family) => {
    expect(() => symmetricCritical(k, family as SpuriousFamily)).toThrow(InputError);
  });
});

describe("the Hessian's blocks", () => {
  it.each([5, 6, 8])("have the eigenvalues of the whole, at a student of no special kind: k = %i", (k) => {
    const derivatives = studentDerivatives(k, ANY.map(exactly));
    const student = floatStudent(k, ANY).flat();
    const value = (flat: readonly number[]): number =>
      floatLoss(student.flatMap((_, at) => (at % k === 0 ? [flat.slice(at, at + k)] : [])));
    expect(plain(derivatives.loss)).toBeCloseTo(value(student), 12);
    const slopes = firstDifferences(value, student, 1e-5);
    const [first, third, last] = [0, 2, k - 1];
    const places = [first, third, last, last * k, last * k + last];
    for (const [a, x] of derivatives.gradient.entries())
      expect(plain(x)).toBeCloseTo(slopes[places[a] ?? NaN] ?? NaN, 7);
    const hessian = secondDifferences(value, student, 1e-4);
    const { trivial, standard, symmetric, antisymmetric } = isotypicBlocks(k, derivatives);
    const orbit = (b: number): number[] =>
      floatStudent(
        k,
        [0, 1, 2, 3, 4].map((c) => (b === c ? 1 : 0)),
      ).flat();
    for (const [a, row] of trivial.entries())
      for (const [b, x] of row.entries()) expect(plain(x)).toBeCloseTo(form(hessian, orbit(a), orbit(b)), 4);
    const maps = [
      [0, true],
      [1, true],
      [1, false],
      [2, true],
      [3, false],
    ] as const;
    const image = ([place, byRow]: (typeof maps)[number]): number[] =>
      orbit(place).map((x, at) => {
        const index = byRow ? Math.floor(at / k) : at % k;
        return x * (index === 1 ? 1 : index === 3 ? -1 : 0);
      });
    for (const [a, row] of standard.entries())
      for (const [b, x] of row.entries()) {
        const [left, right] = [maps[a], maps[b]];
        if (left === undefined || right === undefined) throw new RangeError("no map");
        expect(plain(x)).toBeCloseTo(form(hessian, image(left), image(right)) / 2, 5);
      }
    const dimensions = isotypicDimensions(k);
    const all = eigenvalues(hessian);
    for (const [one, count] of [
      [symmetric, dimensions.symmetric],
      [antisymmetric, dimensions.antisymmetric],
    ] as const)
      expect(all.filter((other) => Math.abs(other - plain(one)) < 1e-6).length).toBe(Number(count));
  });

  it("count k² eigenvalues together, on spaces that span all matrices", () => {
    for (const k of [5, 6, 12, 20]) {
      const { trivial, standard, symmetric, antisymmetric } = isotypicDimensions(k);
      expect(5n * trivial + 5n * standard + symmetric + antisymmetric).toBe(BigInt(k) ** 2n);
    }
    for (const k of [5, 6]) expect(determinant(basis(k))).not.toBe(0n);
  });

  it("are those of five numbers at their places", () => {
    expect([placeOf(0, 0), placeOf(0, 2), placeOf(1, 6), placeOf(5, 3), placeOf(5, 6)]).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });
});

describe("the arc-cosine kernel", () => {
  const weights = [1n, 1n];

  it.each([
    [0.3, 1.2, 0.9, -0.4],
    [-0.8, 0.5, 0.7, 0.6],
    [1, 0.2, -1.1, 0.1],
  ])("is the mean of the product of both units, by quadrature over the angle", (a, b, c, d) => {
    const [w, v] = [
      [a, b],
      [c, d],
    ].map((vector) => ray(vector.map(exactly), weights));
    if (w === undefined || v === undefined) throw new RangeError("no rays");
    const gradient = kernelGradient(rayPair(w, v, weights)).map(plain);
    const kernel = gradient.reduce((sum, x, j) => sum + x * ([a, b][j] ?? NaN), 0);
    // In polar coordinates E|x|² = 2, and the angle is uniform.
    const steps = 200_000;
    let [sum, slope] = [0, 0];
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * (step + 0.5)) / steps;
      const [x, y] = [Math.cos(angle), Math.sin(angle)];
      const [own, other] = [a * x + b * y, Math.max(0, c * x + d * y)];
      sum += (2 * Math.max(0, own) * other) / steps;
      slope += (2 * (own > 0 ? x : 0) * other) / steps;
    }
    expect(kernel).toBeCloseTo(sum, 8);
    expect(gradient[0]).toBeCloseTo(slope, 4);
  });

  it("refuses what isn't smooth: a vector that may be 0, and two that may be parallel", () => {
    const near = Interval.of(-1n, 1n, PRECISION);
    expect(() => ray([near, near], weights)).toThrow("may be 0");
    const one = ray([exactly(0.5), exactly(1)], weights);
    expect(() => rayPair(one, ray([exactly(1), exactly(2)], weights), weights)).toThrow("may be parallel");
  });
});

/** x·Hy. */
function form(hessian: readonly (readonly number[])[], x: readonly number[], y: readonly number[]): number {
  return hessian.reduce(
    (sum, row, i) => sum + (x[i] ?? NaN) * row.reduce((part, h, j) => part + h * (y[j] ?? NaN), 0),
    0,
  );
}

/** k² matrices: of the trivial and the standard representations, and both others, for n = k − 1. */
function basis(k: number): bigint[][] {
  const n = k - 1;
  const indices = Array.from({ length: n }, (_, i) => i);
  const matrix = (at: (i: number, j: number) => bigint): bigint[] =>
    Array.from({ length: k * k }, (_, place) => at(Math.floor(place / k), place % k));
  const number = (i: number, j: number): number =>
    i === n ? (j === n ? 4 : 3) : j === n ? 2 : i === j ? 0 : 1;
  const edge = (from: number, to: number) => (i: number) => (i === from ? 1n : i === to ? -1n : 0n);
  const trivial = [0, 1, 2, 3, 4].map((b) => matrix((i, j) => (number(i, j) === b ? 1n : 0n)));
  const standard = indices.slice(1).flatMap((to) =>
    [0, 1, 1, 2, 3].map((place, b) => {
      const x = edge(0, to);
      return matrix((i, j) => (number(i, j) === place ? x(b === 2 || b === 4 ? j : i) : 0n));
    }),
  );
  const products = (sign: bigint): bigint[][] =>
    indices.flatMap((a) =>
      indices.flatMap((b) =>
        indices.flatMap((c) =>
          indices
            .filter((d) => new Set([a, b, c, d]).size === 4)
            .map((d) => {
              const [u, v] = [edge(a, b), edge(c, d)];
              return matrix((i, j) => u(i) * v(j) + sign * v(i) * u(j));
            }),
        ),
      ),
    );
  const dimensions = isotypicDimensions(k);
  return [
    ...trivial,
    ...standard,
    ...independent(products(1n), Number(dimensions.symmetric)),
    ...independent(products(-1n), Number(dimensions.antisymmetric)),
  ];
}

/** As many of these vectors, independent of one another; fewer are an error. */
function independent(vectors: readonly bigint[][], count: number): bigint[][] {
  const kept: bigint[][] = [];
  const reduced: { pivot: number; row: number[] }[] = [];
  for (const vector of vectors) {
    let row = vector.map(Number);
    for (const { pivot, row: other } of reduced)
      row = row.map((x, j) => x - ((row[pivot] ?? NaN) / (other[pivot] ?? NaN)) * (other[j] ?? NaN));
    const pivot = row.findIndex((x) => Math.abs(x) > 1e-9);
    if (pivot < 0) continue;
    reduced.push({ pivot, row });
    kept.push(vector);
  }
  if (kept.length !== count) throw new RangeError(`${kept.length} dimensions, not ${count}`);
  return kept;
}
