import { expect, it } from "vitest";
import { readMutatedNnet } from "./mutatedNnet.js";

it("mutated NNet files are refused in one line, or read as the second reader does", () => {
  const { read, refused, wrong } = readMutatedNnet(2000);
  expect(wrong).toEqual([]);
  expect(Math.min(read, refused)).toBeGreaterThan(200);
});
