import { expect, test } from "vitest";
import { multinomial } from "../../../src/combinatorics/counts/multinomial.js";

test("multinomials are quotients of factorials", () => {
  expect(multinomial([])).toBe(1n);
  expect(multinomial([0, 0])).toBe(1n);
  expect(multinomial([3])).toBe(1n);
  expect(multinomial([2, 3, 4])).toBe(1260n);
  expect(multinomial([5, 0, 1, 1])).toBe(42n);
  expect(() => multinomial([Number.MAX_SAFE_INTEGER, 1])).toThrow("sum of parts is 9007199254740992, not");
});
