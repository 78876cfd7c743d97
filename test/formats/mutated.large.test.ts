import { expect, it } from "vitest";
import { PAIRS, expectNoMisreading } from "./mutated.js";

it.each(PAIRS)("100,000 damaged files of $format are refused, or read as the second reader does", (pair) => {
  let taken = 0;
  for (let part = 0; part < 10; part++) taken += expectNoMisreading(pair, 10_000, 100 + part);
  expect(taken).toBeGreaterThan(2000);
});
