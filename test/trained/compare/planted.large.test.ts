import { expect, it } from "vitest";
import { judged } from "./verdicts.js";

const STARTS = Array.from({ length: 20 }, (_, index) => 5000 * index);

it.each(STARTS)("100,000 planted pairs have the verdicts that were planted: from pair %i on", (start) => {
  const { faults, kinds } = judged(start, start + 5000);
  expect(faults).toEqual([]);
  expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(5000);
});
