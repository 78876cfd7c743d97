import fc from "fast-check";
import { expect, test } from "vitest";
import { type Property, type SampleResult, property } from "../../../properties/property.js";
import { RUNS, sampled } from "../../../src/claims/evidence/sampled.js";
import type { Verdict } from "../../../src/claims/evidence/verdict.js";

const run = (given: Property): Verdict =>
  sampled(given).run({ maxM: 2, seed: 11, progress: () => undefined });

const claiming = (result: SampleResult): Property => ({
  name: "x/claiming",
  statement: "s",
  sample: () => result,
});

test("a property that holds is held, with cases and seed, under its own name", () => {
  const evens = property(
    "x/evens",
    "doubles are even",
    fc.bigInt({ min: 0n, max: 9n }),
    (n) => (2n * n) % 2n === 0n,
  );
  expect(sampled(evens).name).toBe("x/evens");
  expect(run(evens)).toEqual({
    kind: "sampled",
    held: true,
    what: "doubles are even",
    property: "x/evens",
    cases: RUNS.toString(),
    distinct: "10",
    seed: 11,
  });
});

test("a property gets the run's seed and the number of runs", () => {
  const asked: unknown[] = [];
  run({
    name: "x/asked",
    statement: "s",
    sample: (options) => {
      asked.push(options);
      return { held: true, cases: options.runs, distinct: 1, seed: options.seed };
    },
  });
  expect(asked).toEqual([{ seed: 11, runs: 200 }]);
});

test("a property that fails is not held, with its counterexample", () => {
  const small = property("x/small", "all are below 10", fc.nat(1000), (n) => n < 10);
  expect(run(small)).toMatchObject({
    held: false,
    seed: 11,
    failure: "10 (Property failed by returning false)",
  });
});

test("a property that throws is not held", () => {
  const throwing = property("x/throws", "s", fc.nat(9), () => {
    throw new RangeError("no such neuron");
  });
  expect(run(throwing)).toMatchObject({ held: false, cases: "0", failure: "0 (no such neuron)" });
});

test("a property whose cases cannot be made, or that cannot be run, is not held", () => {
  const unmade = fc.nat().map((): number => {
    throw new RangeError("no such case");
  });
  const sample = (): never => {
    throw new Error("broken");
  };
  for (const [broken, failure] of [
    [property("x/unmade", "s", unmade, () => true), "no such case"],
    [{ name: "x/broken", statement: "s", sample }, "stopped by an error: broken"],
  ] as const) {
    const message = expect.stringContaining(failure) as string;
    expect(run(broken)).toMatchObject({ held: false, cases: "0", failure: message });
  }
});

test.each([
  ["no case", { held: true, cases: 0, distinct: 1, seed: 11 }, "0 of 200 cases held"],
  ["too few cases", { held: true, cases: RUNS - 1, distinct: 1, seed: 11 }, "199 of 200 cases held"],
  ["no counterexample", { held: false, cases: RUNS, distinct: 1, seed: 11 }, "200 of 200 cases held"],
  [
    "a counterexample in spite of all",
    { held: true, cases: RUNS, distinct: 1, seed: 11, counterexample: "[3]" },
    "[3]",
  ],
])("%s is not held", (_, result, failure) => {
  expect(run(claiming(result))).toMatchObject({ held: false, cases: result.cases.toString(), failure });
});
