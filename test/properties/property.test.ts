import fc from "fast-check";
import { expect, test } from "vitest";
import { property } from "../../properties/property.js";

/** The cases that a run goes through. */
function casesOf(seed: number, runs: number): number[] {
  const cases: number[] = [];
  property("x/recording", "s", fc.integer(), (n) => cases.push(n) > 0).sample({ seed, runs });
  return cases;
}

test("a property that holds says so, with as many cases as asked for", () => {
  const squares = property("x/squares", "squares are not negative", fc.integer(), (n) => n * n >= 0);
  expect(squares).toMatchObject({ name: "x/squares", statement: "squares are not negative" });
  expect(squares.sample({ seed: 5, runs: 37 })).toEqual({ held: true, cases: 37, distinct: 37, seed: 5 });
});

test("cases that come twice are told apart from those that differ", () => {
  const both = property("x/both", "s", fc.record({ b: fc.boolean() }), () => true);
  expect(both.sample({ seed: 5, runs: 50 })).toEqual({ held: true, cases: 50, distinct: 2, seed: 5 });
  const drawn = new Set<number>();
  const digits = property("x/digits", "s", fc.nat(30), (n) => drawn.add(n).size > 0);
  const found = digits.sample({ seed: 5, runs: 20 });
  expect(drawn.size).toBeLessThan(20);
  expect(found).toMatchObject({ cases: 20, distinct: drawn.size });
});

test("the seed decides the cases", () => {
  expect(casesOf(5, 40)).toHaveLength(40);
  expect(casesOf(5, 40)).toEqual(casesOf(5, 40));
  expect(casesOf(5, 40)).not.toEqual(casesOf(6, 40));
});

test("a failing one gives the shrunk counterexample, the seed, and the cases that held before it", () => {
  const small = property("x/small", "s", fc.nat(1000), (n) => n < 900);
  const before = fc.sample(fc.nat(1000), { seed: 3, numRuns: 100 }).findIndex((n) => n >= 900);
  expect(before).toBeGreaterThan(0);
  expect(small.sample({ seed: 3, runs: 100 })).toEqual({
    held: false,
    cases: before,
    distinct: before,
    seed: 3,
    counterexample: "900 (Property failed by returning false)",
  });
});

test("a failure in the last case only is a failure", () => {
  let calls = 0;
  const last = property("x/last", "s", fc.constant(0), () => ++calls < 20);
  expect(last.sample({ seed: 1, runs: 20 })).toMatchObject({ held: false, cases: 19 });
});

test("a throwing predicate fails, with the error's message beside the counterexample", () => {
  const throwing = property("x/throws", "s", fc.tuple(fc.nat(9), fc.bigInt({ min: 0n, max: 9n })), () => {
    throw new RangeError("widths differ");
  });
  expect(throwing.sample({ seed: 3, runs: 10 })).toEqual({
    held: false,
    cases: 0,
    distinct: 0,
    seed: 3,
    counterexample: "[0,0n] (widths differ)",
  });
});

test("no runs show nothing", () => {
  const fine = property("x/fine", "s", fc.nat(), () => true);
  expect(fine.sample({ seed: 3, runs: 0 })).toEqual({
    held: false,
    cases: 0,
    distinct: 0,
    seed: 3,
    counterexample: "none found in 0 of 0 cases",
  });
});

test("cases that are all skipped show nothing", () => {
  const skipping = property("x/skips", "s", fc.nat(), () => {
    fc.pre(false);
    return true;
  });
  const result = skipping.sample({ seed: 3, runs: 10 });
  expect(result.held).toBe(false);
  expect(result.counterexample).toBe("none found in 0 of 10 cases");
});
