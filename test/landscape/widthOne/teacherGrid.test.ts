import { expect, test } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { outwardSlope } from "../../../src/landscape/widthOne/outwardSlope.js";
import { figureGrid, teacherGrid } from "../../../src/landscape/widthOne/teacherGrid.js";
import { DATA } from "./plainLoss.js";

const PRECISION = 40;

test("the odd part and two are the teacher of Figure 1, at each of the 1,681 points but 0", () => {
  const { points, count, units } = figureGrid(PRECISION);
  expect([count, units, points.length]).toEqual([1681n, 4n, 840]);
  const targets = new Map(DATA.map(({ first, second, target }) => [`${first},${second}`, target]));
  const seen = new Set<string>();
  for (const { i, j, odd } of points) {
    const [first, second] = [Number(i) / 4, Number(j) / 4];
    const value = Number(odd.lower) / 2 ** PRECISION;
    for (const sign of [1, -1]) {
      const place = `${sign * first + 0},${sign * second + 0}`;
      seen.add(place);
      expect(targets.get(place)).toBeCloseTo(2 + sign * value, 9);
    }
  }
  expect(seen.size).toBe(1680);
});

test("the sum of all |η| is half of what the mean leaves", () => {
  const total = DATA.reduce((sum, { target }) => sum + Math.abs(target - 2), 0);
  expect(Number(figureGrid(PRECISION).spread.lower) / 2 ** PRECISION).toBeCloseTo(total, 6);
});

test("a teacher whose odd part is too large is refused", () => {
  const aligned = Array.from({ length: 4 }, () => [rational(1n, 2n), rational(1n, 5n)] as const);
  expect(() => outwardSlope(teacherGrid(aligned, 20n, PRECISION))).toThrow(/a teacher that is too large/);
});
