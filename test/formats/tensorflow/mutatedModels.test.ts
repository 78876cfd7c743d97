import { expect, it } from "vitest";
import { readMutatedModels } from "./mutatedModels.js";

it("mutated models are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedModels(2000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(100);
});
