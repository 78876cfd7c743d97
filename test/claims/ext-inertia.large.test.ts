import { expect, test } from "vitest";
import { checkIndex } from "../../src/claims/ext-inertia.js";
import {
  bothUnits,
  everyPattern,
  kindCount,
  pointsOfKinds,
  shapesUpTo,
} from "../../src/claims/instances/unitStrata.js";

const SHAPES = shapesUpTo(3);
const KINDS = Number(kindCount(SHAPES));

// 6 · 177 · (9 + 1) = 10,620 instances.
test.each([1, 2, 3, 4, 5, 6])("every kind, every pattern of signs, and two units copied, seed %d", (seed) => {
  const faults: string[] = [];
  let visited = 0;
  for (const cases of [everyPattern(pointsOfKinds(SHAPES, seed)), bothUnits(SHAPES, seed)]) {
    for (const item of cases) {
      visited += 1;
      const fault = checkIndex(item);
      if (fault !== undefined) faults.push(fault);
    }
  }
  expect(faults).toEqual([]);
  expect(visited).toBe(KINDS * 10);
});
