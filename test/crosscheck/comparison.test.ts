import { describe, expect, test } from "vitest";
import { Interval } from "../../src/exact/intervals/interval.js";
import { Comparison, aroundDouble, intervalEnclosure } from "../../src/crosscheck/comparison.js";

const at = (place: string) => (): string => place;
const one = { lower: 1, upper: 1 };

describe("a comparison", () => {
  test("tells the number that came closest to its bound", () => {
    const comparison = new Comparison();
    comparison.add(1.25, one, 1, at("near"));
    comparison.add(1.5, one, 10, at("farther, with more room"));
    expect(comparison.result).toEqual({
      cases: "2",
      worst: { error: 0.25, bound: 1, place: "near" },
      failure: undefined,
    });
  });

  test("fails beyond the bound, and not at it", () => {
    const comparison = new Comparison();
    comparison.add(1.5, one, 0.5, at("at"));
    expect(comparison.result.failure).toBeUndefined();
    comparison.add(1.5, one, 0.49, at("beyond"));
    expect(comparison.result.failure).toBe("beyond: off by 5.00e-1, where 4.90e-1 is the bound");
  });

  test("takes the far end of an enclosure, and allows for its width", () => {
    const comparison = new Comparison();
    comparison.add(1, { lower: 0.5, upper: 1.25 }, 0, at("inside"));
    expect(comparison.result).toMatchObject({ failure: undefined, worst: { error: 0.5, bound: 0.75 } });
    comparison.add(2.1, { lower: 1, upper: 2 }, 0, at("outside"));
    expect(comparison.result.failure).toMatch(/^outside/);
  });

  test.each([
    ["NaN", NaN, one, 1],
    ["an infinite number", Infinity, one, 1],
    ["a bound that is no number", 1, one, NaN],
    ["a bound that is infinite", 2, one, Infinity],
    ["an enclosure that is no number", 1, { lower: NaN, upper: NaN }, 1],
  ])("fails for %s", (_, computed, exact, bound) => {
    const comparison = new Comparison();
    comparison.add(computed, exact, bound, at("here"));
    expect(comparison.result.failure).toMatch(/^here: .*no finite numbers/);
    expect(comparison.result.worst).toBeUndefined();
  });

  test("fails if nothing was compared", () => {
    expect(new Comparison().result.failure).toBe("nothing was compared");
  });
});

test("enclosures in doubles hold the numbers", () => {
  const third = Interval.of(5n, 6n, 4);
  const { lower, upper } = intervalEnclosure(third);
  expect(lower).toBeLessThan(5 / 16);
  expect(upper).toBeGreaterThan(6 / 16);
  expect(upper - lower).toBeLessThan(1 / 16 + 1e-12);
  expect(aroundDouble(0).lower).toBeLessThan(0);
});
