import { expect, it } from "vitest";
import { readMutatedOnnx } from "./mutatedOnnx.js";

it("100,000 mutated files are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedOnnx(100_000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(7500);
});
