import { expect, it } from "vitest";
import { readMutatedCsv } from "./mutatedCsv.js";

it("mutated CSV files are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedCsv(2000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(200);
});
