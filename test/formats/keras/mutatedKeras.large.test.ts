import { expect, it } from "vitest";
import { readMutatedArchives, readMutatedH5 } from "./mutatedKeras.js";

it.each([
  ["HDF5 files", readMutatedH5],
  ["archives", readMutatedArchives],
])("100,000 mutated %s are refused in one line, or read as the second reader does", (_, readMutated) => {
  const { read, refused, wrong } = readMutated(100_000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(2000);
});
