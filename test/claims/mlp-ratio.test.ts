import { describe, expect, test } from "vitest";
import {
  type DepthCase,
  type TradeOffCase,
  checkDepth,
  checkTradeOff,
  claim,
} from "../../src/claims/mlp-ratio.js";
import { type ListedCase, checkListed } from "../../src/claims/instances/listedSubspaces.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { quotientOf } from "../../src/exact/numbers/quotient.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { refuses, visits } from "./checks.js";

describe("subspaces of several layers", () => {
  /** R_1(2,3) = 1/12: one critical subspace for each layer, and 12 of minima. */
  const [r, m, single] = [2, 3, parseRational("1/12")];
  const good: ListedCase = { k: 1, r, m, hidden: 2, single, critical: 1, minima: 144 };

  test("whose numbers have a power of the ratio are accepted", () => {
    expect(checkListed({ ...good, hidden: 1, minima: 12 })).toBeUndefined();
  });

  const message =
    /^\d+ critical subspaces and \d+ of minima at k = 1, \(2,3\), [23] hidden layers, not R_k\^[23]$/;
  refuses(checkListed, good, [
    ["a critical one too many", { critical: 2 }, message],
    ["minima that coincide", { minima: 143 }, message],
    ["a layer forgotten", { minima: 12 }, message],
    ["the sum over the layers", { minima: 24 }, message],
    ["a wrong ratio", { single: parseRational("1/13") }, message],
    ["another depth", { hidden: 3 }, message],
  ]);
});

describe("a least width", () => {
  /** R_1(3,m) = 1, 7/30, …: below 1/10 at two hidden layers from m = 4 on. */
  const scan = [3, 4, 5, 6].map((m) => [surjections(2, m), labelledPartitionCount(3, m)] as const);
  const good: TradeOffCase = {
    k: 1,
    r: 3,
    goal: { layers: 2, epsilon: quotientOf(1n, 10n) },
    leastWidth: 4,
    scan,
  };

  refuses(checkTradeOff, good, [
    ["one too small", { leastWidth: 3 }, "least width 3, by the scan 4, at k = 1, r* = 3, 2 layers"],
    ["one too large", { leastWidth: 5 }, "least width 5, by the scan 4, at k = 1, r* = 3, 2 layers"],
    ["denied", { leastWidth: null }, "least width none, by the scan 4, at k = 1, r* = 3, 2 layers"],
    [
      "of another depth",
      { goal: { layers: 1, epsilon: quotientOf(1n, 10n) } },
      "least width 4, by the scan 5, at k = 1, r* = 3, 1 layers",
    ],
    [
      "of another ε",
      { goal: { layers: 2, epsilon: quotientOf(1n, 100n) } },
      "least width 4, by the scan 5, at k = 1, r* = 3, 2 layers",
    ],
    [
      "with a ratio equal to ε",
      { goal: { layers: 2, epsilon: quotientOf(49n, 900n) } },
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
  ]);
});

describe("a least depth", () => {
  const at = (value: string, epsilon: DepthCase["epsilon"], depth: number | null): string | undefined =>
    checkDepth({ value: parseRational(value), epsilon, depth });

  test("found by multiplying is accepted", () => {
    expect(at("1/2", quotientOf(1n, 8n), 5)).toBeUndefined();
    expect(at("1", quotientOf(1n), null)).toBeUndefined();
    expect(at("4/3", quotientOf(3n, 2n), 2)).toBeUndefined();
    expect(at("3/2", quotientOf(1n), null)).toBeUndefined();
  });

  test.each([
    // (1/2)³ = 1/8 is not below 1/8.
    ["one too small", "1/2", 4, "least depth 4, by multiplying 5"],
    ["one too large", "1/2", 6, "least depth 6, by multiplying 5"],
    ["denied", "1/2", null, "least depth none, by multiplying 5"],
    ["made up", "1", 9, "least depth 9, by multiplying none"],
  ])("%s is caught", (_, value, depth, message) => {
    expect(at(value, quotientOf(1n, 8n), depth)).toBe(message);
  });
});

visits(claim, { subspaces: 14, "least widths": 560, "least depths": 1008 });
