import { expect, test } from "vitest";
import { exhaustive } from "../../../src/claims/evidence/exhaustive.js";
import type { Exhaustive } from "../../../src/claims/evidence/verdict.js";

interface Plan {
  readonly cases: Iterable<number>;
  readonly expected: bigint;
  readonly check?: (item: number) => string | undefined;
  readonly progress?: (done: number, total: number) => void;
}

const verdict = ({
  cases,
  expected,
  check = () => undefined,
  progress = () => undefined,
}: Plan): Exhaustive => exhaustive({ what: "w", range: "r", expected, cases, check, progress });

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test("holds when every case holds and as many were there as expected", () => {
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

test("the first failing case is reported, and ends the run", () => {
  const check = (item: number): string | undefined => (item >= 5 ? `${item} is wrong` : undefined);
  expect(verdict({ cases: [1, 5, 7, 9], expected: 4n, check })).toMatchObject({
    held: false,
    visited: "2",
    expected: "4",
    failure: "5 is wrong",
  });
});

test("an error in a check is a failure", () => {
  const check = (): never => {
    throw new RangeError("no such label");
  };
  expect(verdict({ cases: [1, 2], expected: 2n, check })).toMatchObject({
    held: false,
    visited: "1",
    failure: "stopped by an error: no such label",
  });
});

test("an error while listing is a failure, even after all expected cases", () => {
  function* cases(): Generator<number> {
    yield 1;
    throw new Error("the list ends badly");
  }
  expect(verdict({ cases: cases(), expected: 1n })).toMatchObject({
    held: false,
    visited: "1",
    failure: "stopped by an error: the list ends badly",
  });
});

test("something thrown that is no error is a failure too", () => {
  function* cases(): Generator<number> {
    yield 1;
    AbortSignal.abort("a bare string").throwIfAborted();
  }
  expect(verdict({ cases: cases(), expected: 1n })).toMatchObject({
    failure: "stopped by an error: a bare string",
  });
});

test("progress is told every 500 cases", () => {
  const told: (readonly [number, number])[] = [];
  verdict({ cases: upTo(1200), expected: 1200n, progress: (done, total) => told.push([done, total]) });
  expect(told).toEqual([
    [500, 1200],
    [1000, 1200],
  ]);
});
