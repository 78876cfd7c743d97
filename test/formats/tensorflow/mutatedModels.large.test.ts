import { expect, it } from "vitest";
import { readMutatedModels } from "./mutatedModels.js";

it("100,000 mutated models are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedModels(100_000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(5000);
});
