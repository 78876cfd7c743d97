import { expect, test } from "vitest";
import { powers } from "../../../src/combinatorics/counts/powers.js";

test("powers of all integers against powers one by one", () => {
  for (const m of [0, 1, 2, 7, 40]) {
    const expected = Array.from({ length: 65 }, (_, k) => BigInt(k) ** BigInt(m));
    expect(powers(64, m)).toEqual(expected);
  }
  expect(powers(0, 0)).toEqual([1n]);
  expect(powers(0, 3)).toEqual([0n]);
});
