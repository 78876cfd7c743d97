import { expect, it } from "vitest";
import { readMutatedArchives, readMutatedH5 } from "./mutatedKeras.js";

it.each([
  ["HDF5 files", readMutatedH5],
  ["archives", readMutatedArchives],
])("mutated %s are refused in one line, or read as the second reader does", (_, readMutated) => {
  const { read, refused, wrong } = readMutated(1000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(20);
});
