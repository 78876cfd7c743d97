import { expect, test } from "vitest";
import { type ExhaustiveCheck, exhaustive } from "../../../src/claims/evidence/exhaustive.js";
import type { Exhaustive } from "../../../src/claims/evidence/verdict.js";

const verdict = (
  plan: Pick<ExhaustiveCheck<number>, "cases" | "expected"> & Partial<ExhaustiveCheck<number>>,
): Exhaustive =>
  exhaustive({ what: "w", range: "r", check: () => undefined, progress: () => undefined, ...plan });

function throws(error: Error): never {
  throw error;
}

function* endingWith(error: () => void): Generator<number> {
  yield 1;
  error();
}

test("holds if every case holds and their number is the expected one", () => {
  expect(verdict({ cases: [1, 2, 3], expected: 3n })).toEqual({
    kind: "exhaustive",
    held: true,
    what: "w",
    range: "r",
    visited: "3",
    expected: "3",
  });
});

test.each([
  ["no cases at all", [], 0n, "visited 0 cases, expected 0"],
  ["none of the cases", [], 2n, "visited 0 cases, expected 2"],
  ["too few", [1, 2], 3n, "visited 2 cases, expected 3"],
  ["too many", [1, 2, 3, 4], 3n, "visited 4 cases, expected 3"],
  ["a wrong count, beyond doubles", [1], 2n ** 53n + 1n, "visited 1 cases, expected 9007199254740993"],
])("%s is not held", (_, cases, expected, failure) => {
  expect(verdict({ cases, expected })).toMatchObject({ held: false, failure });
});

test.each([
  ["the first failing case", (item: number) => (item >= 5 ? `${item} is wrong` : undefined), "5 is wrong"],
  [
    "an error in a check",
    (item: number) => (item >= 5 ? throws(new RangeError("no such label")) : undefined),
    "stopped by an error: no such label",
  ],
])("%s is a failure, and ends the run", (_, check, failure) => {
  const outcome = { held: false, visited: "2", expected: "4", failure };
  expect(verdict({ cases: [1, 5, 7, 9], expected: 4n, check })).toMatchObject(outcome);
});

test.each([
  ["an error", () => throws(new Error("the list ends badly")), "the list ends badly"],
  [
    "something that is no error",
    () => {
      AbortSignal.abort("a bare string").throwIfAborted();
    },
    "a bare string",
  ],
])("%s while listing is a failure, even after all expected cases", (_, end, message) => {
  const outcome = { held: false, visited: "1", failure: `stopped by an error: ${message}` };
  expect(verdict({ cases: endingWith(end), expected: 1n })).toMatchObject(outcome);
});

test("progress is reported every 500 cases", () => {
  const reports: (readonly [number, number])[] = [];
  verdict({
    cases: new Array<number>(1200).fill(0),
    expected: 1200n,
    progress: (done, total) => reports.push([done, total]),
  });
  expect(reports).toEqual([
    [500, 1200],
    [1000, 1200],
  ]);
});
