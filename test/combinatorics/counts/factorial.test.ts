import { expect, test } from "vitest";
import { factorial, fallingFactorial } from "../../../src/combinatorics/counts/factorial.js";

test("factorials and falling factorials against their definitions", () => {
  let product = 1n;
  for (let n = 0; n <= 40; n += 1) {
    if (n > 0) product *= BigInt(n);
    expect(factorial(n)).toBe(product);
    let falling = 1n;
    for (let k = 0; k <= n + 2; k += 1) {
      expect(fallingFactorial(n, k)).toBe(falling);
      falling *= BigInt(n - k);
    }
  }
});

test("no injections from a set beyond n costs anything", () => {
  expect(fallingFactorial(3, Number.MAX_SAFE_INTEGER)).toBe(0n);
});
