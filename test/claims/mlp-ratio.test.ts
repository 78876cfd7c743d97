import { describe, expect, test } from "vitest";
import {
  type DepthCase,
  type ProductCase,
  type TradeOffCase,
  checkDepth,
  checkProducts,
  checkTradeOff,
  claim,
} from "../../src/claims/mlp-ratio.js";
import { labelledPartitionCount } from "../../src/combinatorics/labelledPartitionCount.js";
import { surjections } from "../../src/combinatorics/surjections.js";
import { quotient } from "../../src/exact/quotient.js";
import { parseRational, rational } from "../../src/exact/rational.js";
import { verdictOf } from "./quickContext.js";

describe("products over the layers", () => {
  /** R_1(4,5) = 5/12. */
  const good: ProductCase = {
    k: 1,
    r: 4,
    m: 5,
    single: parseRational("5/12"),
    products: ["5/12", "25/144", "125/1728"].map(parseRational),
  };

  test("that are powers of the ratio are accepted, rising, falling or staying", () => {
    expect(checkProducts(good)).toBeUndefined();
    expect(
      checkProducts({ ...good, single: rational(2n), products: ["2", "4"].map(parseRational) }),
    ).toBeUndefined();
    expect(
      checkProducts({ ...good, single: rational(1n), products: ["1", "1"].map(parseRational) }),
    ).toBeUndefined();
  });

  test.each([
    ["a layer too many", ["5/12", "125/1728"], "∏G/∏T isn't R_k^2 at k = 1, (4,5)"],
    ["a layer forgotten", ["5/12", "5/12"], "∏G/∏T isn't R_k^2 at k = 1, (4,5)"],
    ["the two swapped", ["12/5"], "∏G/∏T isn't R_k^1 at k = 1, (4,5)"],
    ["the sum of layers", ["5/12", "10/12"], "∏G/∏T isn't R_k^2 at k = 1, (4,5)"],
  ])("with %s are caught", (_, products, message) => {
    expect(checkProducts({ ...good, products: products.map(parseRational) })).toBe(message);
  });
});

describe("a least width", () => {
  /** R_1(3,m) = 1, 7/30, …: below 1/10 at two hidden layers from m = 4 on. */
  const scan = [3, 4, 5, 6].map((m) => [surjections(2, m), labelledPartitionCount(3, m)] as const);
  const good: TradeOffCase = {
    k: 1,
    r: 3,
    goal: { layers: 2, epsilon: quotient(1n, 10n) },
    leastWidth: 4,
    scan,
  };

  test("that the scan finds too is accepted", () => {
    expect(checkTradeOff(good)).toBeUndefined();
  });

  test.each([
    ["one too small", { leastWidth: 3 }, "least width 3, by the scan 4, at k = 1, r* = 3, 2 layers"],
    ["one too large", { leastWidth: 5 }, "least width 5, by the scan 4, at k = 1, r* = 3, 2 layers"],
    ["denied", { leastWidth: null }, "least width none, by the scan 4, at k = 1, r* = 3, 2 layers"],
    [
      "of another depth",
      { goal: { layers: 1, epsilon: quotient(1n, 10n) } },
      "least width 4, by the scan 5, at k = 1, r* = 3, 1 layers",
    ],
    [
      "of another ε",
      { goal: { layers: 2, epsilon: quotient(1n, 100n) } },
      "least width 4, by the scan 5, at k = 1, r* = 3, 2 layers",
    ],
    [
      "with a ratio equal to ε",
      { goal: { layers: 2, epsilon: quotient(49n, 900n) } },
      "least width 4, by the scan 5, at k = 1, r* = 3, 2 layers",
    ],
    [
      "before a later failure",
      { scan: [...scan, [1n, 2n]] as const },
      "the scan ends too early at k = 1, r* = 3",
    ],
    [
      "before a failure in between",
      { scan: [...scan.slice(0, 3), [1n, 2n], ...scan.slice(3)] as const },
      "least width 4, by the scan 7, at k = 1, r* = 3, 2 layers",
    ],
  ])("%s is caught", (_, planted, message) => {
    expect(checkTradeOff({ ...good, ...planted })).toBe(message);
  });
});

describe("a least depth", () => {
  const at = (value: string, epsilon: DepthCase["epsilon"], depth: number | null): string | undefined =>
    checkDepth({ value: parseRational(value), epsilon, depth });

  test("found by multiplying is accepted", () => {
    expect(at("1/2", quotient(1n, 8n), 5)).toBeUndefined();
    expect(at("1", quotient(1n), null)).toBeUndefined();
    expect(at("4/3", quotient(3n, 2n), 2)).toBeUndefined();
    expect(at("3/2", quotient(1n), null)).toBeUndefined();
  });

  test.each([
    // (1/2)³ = 1/8 is not below 1/8.
    ["one too small", "1/2", 4, "least depth 4, by multiplying 5"],
    ["one too large", "1/2", 6, "least depth 6, by multiplying 5"],
    ["denied", "1/2", null, "least depth none, by multiplying 5"],
    ["made up", "1", 9, "least depth 9, by multiplying none"],
  ])("%s is caught", (_, value, depth, message) => {
    expect(at(value, quotient(1n, 8n), depth)).toBe(message);
  });
});

test.each([
  ["products", "252"],
  ["least widths", "560"],
  ["least depths", "1008"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
