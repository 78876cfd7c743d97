import { describe, expect, it } from "vitest";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import {
  type Field,
  type Rectangle,
  fieldOn,
  isMonotone,
} from "../../../src/landscape/widthOne/monotoneField.js";
import { figureGrid } from "../../../src/landscape/widthOne/teacherGrid.js";
import { plainLoss } from "./plainLoss.js";

const PRECISION = 64;
const grid = figureGrid(PRECISION);

/** A square about w = (first, second)/1024, in u = w/4. */
function about(first: bigint, second: bigint, radius: bigint): Rectangle {
  const side = (middle: bigint): Interval =>
    Interval.between(rational(middle - radius, 4096n), rational(middle + radius, 4096n), PRECISION);
  return [side(first), side(second)];
}

const middle = ({ lower, upper }: Interval): number => Number(lower + upper) / 2 ** (PRECISION + 1);

/** G at w, from the gradient in doubles: ∇R with respect to u is 4 times that in w. */
function plainField(w1: number, w2: number, { a, b }: Field): [number, number] {
  const { gradient } = plainLoss(w1, w2);
  const factor = (4 * middle(b) ** 2) / middle(a);
  return [gradient[0] * factor, gradient[1] * factor];
}

describe.each([
  [12n, -60n],
  [-130n, 75n],
  [180n, 190n],
])("at w = (%d, %d)/1024", (first, second) => {
  const [w1, w2] = [Number(first) / 1024, Number(second) / 1024];
  const field = fieldOn(grid, about(first, second, 0n));

  it("the field is the gradient, times a positive number", () => {
    const plain = plainField(w1, w2, field);
    for (const index of [0, 1] as const) {
      expect(middle(field.value[index]) / plain[index]).toBeCloseTo(1, 9);
    }
  });

  it("the derivative is that of the field, by differences", () => {
    const values = (w1Change: bigint, w2Change: bigint): [number, number] => {
      const { value } = fieldOn(grid, about(first + w1Change, second + w2Change, 0n));
      return [middle(value[0]), middle(value[1])];
    };
    const change = (plus: [number, number], minus: [number, number]): number[] =>
      plus.map((value, index) => (value - minus[index as 0 | 1]) * 2048);
    const [across, along] = [
      change(values(1n, 0n), values(-1n, 0n)),
      change(values(0n, 1n), values(0n, -1n)),
    ];
    const size = Math.abs(across[0] ?? NaN);
    const entries = [across[0], along[1], ((across[1] ?? NaN) + (along[0] ?? NaN)) / 2];
    for (const [index, found] of [...field.diagonal, field.beside].entries()) {
      expect(middle(found) / size).toBeCloseTo((entries[index] ?? NaN) / size, 3);
    }
  });

  it("a rectangle's values include those at its points", () => {
    const wide = fieldOn(grid, about(first, second, 16n));
    for (const [x, y] of [
      [-16n, 16n],
      [16n, -16n],
      [3n, 5n],
    ] as const) {
      const point = fieldOn(grid, about(first + x, second + y, 0n));
      const pairs = [
        [wide.a, point.a],
        [wide.b, point.b],
        [wide.beside, point.beside],
        ...wide.value.map((value, index) => [value, point.value[index as 0 | 1]] as const),
        ...wide.diagonal.map((value, index) => [value, point.diagonal[index as 0 | 1]] as const),
      ] as const;
      for (const [outer, inner] of pairs) expect(outer.includes(inner)).toBe(true);
    }
  });
});

describe("monotone", () => {
  it("is what small parts near 0 are, and neither large nor far ones", () => {
    expect(isMonotone(fieldOn(grid, about(0n, 0n, 96n)))).toBe(true);
    expect(isMonotone(fieldOn(grid, about(0n, 0n, 192n)))).toBe(false);
    expect(isMonotone(fieldOn(grid, about(0n, 1024n, 0n)))).toBe(false);
  });

  it("needs a determinant that is positive for all entries", () => {
    const one = Interval.of(4n, 5n, 2);
    const value = [one, one] as const;
    const matrix = (beside: Interval): Field => ({ a: one, b: one, value, diagonal: [one, one], beside });
    expect(isMonotone(matrix(Interval.of(-3n, 3n, 2)))).toBe(true);
    expect(isMonotone(matrix(Interval.of(-4n, 3n, 2)))).toBe(false);
    const flat = { ...matrix(Interval.of(0n, 0n, 2)), diagonal: [one, Interval.of(0n, 9n, 2)] as const };
    expect(isMonotone(flat)).toBe(false);
  });
});
