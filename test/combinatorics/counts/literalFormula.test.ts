import { expect, test } from "vitest";
import { labelledPartitionCount } from "../../../src/combinatorics/counts/labelledPartitionCount.js";
import { correctedFormula, literalFormula } from "../../../src/combinatorics/counts/literalFormula.js";
import { compareRoutes, expectAgreement, triangle } from "./agreement.js";

test("taken literally, the formula is right up to m − r = 2 and too large beyond", () => {
  for (const [r, m] of triangle(8)) {
    const literal = literalFormula(r, m);
    const count = labelledPartitionCount(r, m);
    if (m - r < 3) expect(literal).toBe(count);
    else expect(literal).toBeGreaterThan(count);
  }
});

test.each([
  [1, 4, 49n, 37n],
  [1, 5, 261n, 151n],
  [2, 5, 380n, 320n],
  [2, 6, 2552n, 1712n],
  [3, 6, 3480n, 3120n],
])("at (%d, %d) it gives %d, where T is %d", (r, m, literal, count) => {
  expect(literalFormula(r, m)).toBe(literal);
  expect(correctedFormula(r, m)).toBe(count);
  expect(labelledPartitionCount(r, m)).toBe(count);
});

test("with 1/j! it gives T, and 0 above the diagonal", () => {
  expectAgreement(correctedFormula, labelledPartitionCount, triangle(8, 2), 63);
  expect(literalFormula(3, 2)).toBe(0n);
  expect(compareRoutes(literalFormula, labelledPartitionCount, triangle(4)).differences).toEqual([
    "(0, 3): 8 and 5",
    "(0, 4): 31 and 15",
    "(1, 4): 49 and 37",
  ]);
});
