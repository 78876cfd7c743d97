import { describe, expect, test } from "vitest";
import { checkIndependence, checkKernel, claim } from "../../src/claims/thm-4.2.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { visits } from "./checks.js";

const numbers = (...texts: readonly string[]) => texts.map(parseRational);

describe("independence", () => {
  test("with both parities for a pair, and 0", () => {
    expect(checkIndependence(numbers("0", "1/2", "-1/2"), [0, 1, 2])).toBeUndefined();
  });

  test.each([
    ["even exponents alone for a pair", ["1", "-1"], [0, 2], "the minor vanishes: λ = 1, -1, n = 0, 2"],
    [
      "odd exponents alone for a pair",
      ["1/2", "-1/2"],
      [1, 3],
      "the minor vanishes: λ = 1/2, -1/2, n = 1, 3",
    ],
    ["0 without exponent 0", ["0", "1"], [1, 2], "the minor vanishes: λ = 0, 1, n = 1, 2"],
    ["equal numbers", ["3", "3"], [0, 1], "the minor vanishes: λ = 3, 3, n = 0, 1"],
    ["too few exponents", ["1", "2"], [0], "not as many increasing exponents: λ = 1, 2, n = 0"],
    ["too many exponents", ["1"], [0, 1], "not as many increasing exponents: λ = 1, n = 0, 1"],
    ["a repeated exponent", ["1", "2"], [1, 1], "not as many increasing exponents: λ = 1, 2, n = 1, 1"],
    ["falling exponents", ["1", "2"], [1, 0], "not as many increasing exponents: λ = 1, 2, n = 1, 0"],
  ])("fails with %s", (_, given, exponents, message) => {
    expect(checkIndependence(numbers(...given), exponents)).toBe(message);
  });
});

test("a kernel of another dimension than claimed is caught, either way", () => {
  const given = numbers("1", "-1", "2");
  expect(checkKernel(given, [0, 2, 4, 6], 1)).toBeUndefined();
  expect(checkKernel(given, [0, 1, 2, 3], 0)).toBeUndefined();
  expect(checkKernel(given, [0, 2, 4], 0)).toBe(
    "the kernel has dimension 1, not 0: λ = 1, -1, 2, n = 0, 2, 4",
  );
  expect(checkKernel(given, [0, 1, 2], 1)).toBe(
    "the kernel has dimension 0, not 1: λ = 1, -1, 2, n = 0, 1, 2",
  );
});

visits(claim, { independence: 1143, "without a hypothesis": 1524 });
