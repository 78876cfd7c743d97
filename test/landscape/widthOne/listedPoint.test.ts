import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { FIGURE_POINTS } from "../../../src/landscape/widthOne/figureList.js";
import { type ListedPoint, provePoint } from "../../../src/landscape/widthOne/listedPoint.js";
import { figureGrid } from "../../../src/landscape/widthOne/teacherGrid.js";
import { plainLoss } from "./plainLoss.js";

const grid = figureGrid(96);
const point = entry(FIGURE_POINTS, 0);

describe("the critical point", () => {
  it("is one in doubles too, with the a and the loss that are enclosed", () => {
    const [first, second] = point.center.map((value) => value.valueOf()) as [number, number];
    const { a, loss, gradient } = plainLoss(first, second);
    expect(Math.hypot(...gradient)).toBeLessThan(1e-10);
    const found = provePoint(grid, point);
    if (typeof found === "string") throw new Error(found);
    expect(found.outgoing.midpoint.valueOf()).toBeCloseTo(a, 12);
    expect(found.loss.midpoint.valueOf()).toBeCloseTo(loss, 10);
    expect(found.loss.width.valueOf()).toBeLessThan(1e-12);
  });

  const [first, second] = point.center;
  const far = rational(1n, 1000n);
  it.each<[string, Partial<ListedPoint>, string]>([
    ["away from it", { center: [first, second.sub(far)] }, "the field isn't proved to point out of the box"],
    ["too small", { radius: rational(1n, 1n << 76n) }, "the field isn't proved to point out of the box"],
    ["too large", { radius: rational(123n, 1000n) }, "the field isn't proved to be monotone in the box"],
    ["out of the square", { radius: rational(1n, 4n) }, "the box reaches out of the square"],
    ["with an index of 1", { negative: 1n }, "index 1, where the Hessian is positive definite"],
  ])("is refused with a box %s", (_, change, message) => {
    expect(provePoint(grid, { ...point, ...change })).toBe(message);
  });

  it("is found in wider boxes too", () => {
    expect(typeof provePoint(grid, { ...point, radius: rational(1n, 1000n) })).toBe("object");
  });
});
