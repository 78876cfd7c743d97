import { expect, test, vi } from "vitest";
import { unattainable } from "../../../src/landscape/zeroLoss/outputSpan.js";
import { outputRank } from "../../../src/landscape/zeroLoss/zeroLossSet.js";
import { v } from "../fixtures.js";

// What is checked here comes from engines that check themselves: plant what they never give.
vi.mock(import("../../../src/exact/matrices/certifiedRank.js"), async (importOriginal) => {
  const original = await importOriginal();
  return {
    ...original,
    certifiedRank: (matrix, columns) => {
      const certified = original.certifiedRank(matrix, columns);
      return { ...certified, rank: certified.rank + 1 };
    },
  };
});
vi.mock(import("../../../src/exact/matrices/certifiedSolve.js"), async (importOriginal) => ({
  ...(await importOriginal()),
  certifiedSolve: (matrix) => ({ solvable: false, witness: matrix.map(() => 1n) }),
}));

test("a rank one too large is refused", () => {
  expect(() => outputRank([v("1", "2"), v("2", "4")], 2)).toThrow(/^a rank with a faulty certificate: .+/);
});

test("targets aren't out of reach by a combination of equations that isn't 0", () => {
  expect(() => unattainable([v("1"), v("1")], [v("2"), v("3")])).toThrow(/^a faulty witness: .+/);
});
