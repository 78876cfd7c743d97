import { expect, it } from "vitest";
import { readMutatedCsv } from "./mutatedCsv.js";

it("100,000 mutated CSV files are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedCsv(100_000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(10_000);
});
