import { afterEach, expect, test, vi } from "vitest";
import { claim } from "../../src/claims/prop-4.5.js";
import { verdictOf } from "./quickContext.js";

/*
 * Each way of counting, wrong at one size: every evidence that names it must notice. So none is left out, and
 * none is compared with itself.
 */

type Count = (r: number, m: number) => bigint;

const planted = vi.hoisted(() => ({ name: undefined as string | undefined }));

/** One more at (3,5), or at 3 if the count has one size only. */
const spoiling = vi.hoisted(
  () =>
    <Counts extends object>(counts: Counts, names: readonly (keyof Counts & string)[]): Counts => {
      const spoilt = names.map((name) => {
        const count = counts[name] as Count;
        return [
          name,
          (r: number, m: number): bigint =>
            count(r, m) + (planted.name === name && r === 3 && (m === 5 || count.length === 1) ? 1n : 0n),
        ] as const;
      });
      return { ...counts, ...Object.fromEntries(spoilt) };
    },
);

vi.mock(import("../../src/combinatorics/counts/surjections.js"), async (importOriginal) =>
  spoiling(await importOriginal(), [
    "surjections",
    "surjectionsByStirling",
    "surjectionsByRecurrence",
    "surjectionsByCompositions",
  ]),
);
vi.mock(import("../../src/combinatorics/counts/labelledPartitionCount.js"), async (importOriginal) =>
  spoiling(await importOriginal(), ["labelledPartitionCount"]),
);
vi.mock(import("../../src/combinatorics/counts/labelledPartitionRoutes.js"), async (importOriginal) =>
  spoiling(await importOriginal(), [
    "labelledPartitionCountByZeroBlocks",
    "labelledPartitionCountByStirling",
    "labelledPartitionCountByRecurrence",
    "labelledPartitionCountBySortedTuples",
  ]),
);
vi.mock(import("../../src/combinatorics/counts/bell.js"), async (importOriginal) =>
  spoiling(await importOriginal(), ["bell", "zeroBlockArrangements"]),
);

afterEach(() => {
  planted.name = undefined;
});

test.each([
  ["G", "surjections", "r!·S2"],
  ["G", "surjectionsByStirling", "r!·S2"],
  ["G", "surjectionsByRecurrence", "its recurrence"],
  ["G as defined", "surjections", "the multinomial sum of Prop. 4.3"],
  ["G as defined", "surjectionsByCompositions", "the multinomial sum of Prop. 4.3"],
  ["T", "labelledPartitionCountByZeroBlocks", "r!·ΣS2·C"],
  ["T", "labelledPartitionCountByStirling", "r!·ΣS2·C"],
  ["T", "labelledPartitionCountByRecurrence", "its recurrence"],
  ["T", "labelledPartitionCount", "Chinese remainders"],
  ["T as defined", "labelledPartitionCountByZeroBlocks", "the sum over sorted tuples"],
  ["T as defined", "labelledPartitionCountBySortedTuples", "the sum over sorted tuples"],
])("evidence %s notices that %s is wrong", (evidence, name, other) => {
  planted.name = name;
  const failure = `the closed form and ${other} differ at (3,5)`;
  expect(verdictOf(claim, evidence)).toMatchObject({ held: false, failure });
});

test.each(["zeroBlockArrangements", "bell"])("evidence g is Bell notices that %s is wrong", (name) => {
  planted.name = name;
  const failure = "g and Bell differ at (3,0)";
  expect(verdictOf(claim, "g is Bell")).toMatchObject({ held: false, failure });
});

test.each([
  ["G", "G(r,m) is the same by the closed form, by r!·S2, by its recurrence"],
  ["G as defined", "G(r,m) is the same by the closed form, by the multinomial sum of Prop. 4.3"],
  ["T", "T(r,m) is the same by the closed form, by r!·ΣS2·C, by its recurrence, by Chinese remainders"],
  ["T as defined", "T(r,m) is the same by the closed form, by the sum over sorted tuples"],
])("evidence %s names its routes, and holds without a fault", (evidence, what) => {
  expect(verdictOf(claim, evidence)).toMatchObject({ held: true, what });
});
