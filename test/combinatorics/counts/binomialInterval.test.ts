import { expect, it } from "vitest";
import { binomialInterval } from "../../../src/combinatorics/counts/binomialInterval.js";

// Clopper and Pearson's intervals by beta quantiles (scipy.stats.beta.ppf), to four decimals.
it.each([
  [37, 50, 5966n, 8537n],
  [0, 50, 0n, 712n],
  [50, 50, 9288n, 10_000n],
  [1, 3, 84n, 9058n],
  [5, 10, 1870n, 8130n],
])("of %d successes in %d trials", (successes, trials, lower, upper) => {
  const found = binomialInterval(successes, trials);
  expect(found.lower - lower).toBeLessThanOrEqual(0n);
  expect(found.lower - lower).toBeGreaterThanOrEqual(-1n);
  expect(found.upper - upper).toBeGreaterThanOrEqual(0n);
  expect(found.upper - upper).toBeLessThanOrEqual(1n);
});

it("asks for counts", () => {
  expect(() => binomialInterval(4, 3)).toThrow("4 successes in 3 trials");
  expect(() => binomialInterval(0.5, 3)).toThrow("0.5 successes in 3 trials");
});
