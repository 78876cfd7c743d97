import { expect, test } from "vitest";
import { glorotStart } from "../../src/training/glorotStart.js";

test("weights fill the ranges of Glorot and Bengio's rule, each start its own", () => {
  const starts = Array.from({ length: 400 }, (_, seed) => glorotStart(5, seed));
  expect(new Set(starts.map((start) => start.join())).size).toBe(400);
  const largest = (places: readonly number[]): number =>
    Math.max(
      ...starts.flatMap((start) => [...start].filter((_, at) => places.includes(at % 3)).map(Math.abs)),
    );
  const [incoming, outgoing] = [largest([0, 1]), largest([2])];
  expect(incoming).toBeLessThanOrEqual(Math.sqrt(6 / 7));
  expect(incoming).toBeGreaterThan(0.99 * Math.sqrt(6 / 7));
  expect(outgoing).toBeLessThanOrEqual(1);
  expect(outgoing).toBeGreaterThan(0.99);
  const mean = starts.reduce((sum, start) => sum + start.reduce((all, value) => all + value, 0), 0);
  expect(Math.abs(mean / 6000)).toBeLessThan(0.03);
});

test("the start of a seed and width stays what it is", () => {
  expect([...glorotStart(1, 7)]).toEqual([...glorotStart(1, 7)]);
  expect(glorotStart(2, 7).slice(0, 2)).not.toEqual(glorotStart(1, 7).slice(0, 2));
});
