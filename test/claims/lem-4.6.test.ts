import { describe, expect, test } from "vitest";
import {
  type DiagonalCase,
  type FixedWidthCase,
  checkFixedDifference,
  checkFixedWidth,
  checkDiagonal,
  claim,
} from "../../src/claims/lem-4.6.js";
import { diagonals } from "../../src/combinatorics/asymptotics/diagonals.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { refuses, visits } from "./checks.js";

function entry(k: number, m: number): DiagonalCase {
  const row = [...diagonals(k, m)].at(-1);
  return { k, m, surjective: row?.surjective[k] ?? 0n, labelled: row?.labelled[k] ?? 0n };
}

function fixedWidth(r: number, m: number, count = surjections(r, m)): FixedWidthCase {
  const power = (base: number): bigint => BigInt(base) ** BigInt(m);
  return { r, m, count, powers: [power(r), power(r - 1), power(r - 2)] };
}

describe("the diagonals", () => {
  test.each([
    [0, 1],
    [3, 3],
    [4, 20],
  ])("are G and T at k = %i, m = %i", (k, m) => {
    expect(checkDiagonal(entry(k, m))).toBeUndefined();
  });

  const found = entry(4, 20);
  refuses(checkDiagonal, found, [
    ["one more in G", { surjective: found.surjective + 1n }, "(m−k)!·D_k(m) isn't G at k = 4, m = 20"],
    ["one less in T", { labelled: found.labelled - 1n }, "(m−k)!·E_k(m) isn't T at k = 4, m = 20"],
  ]);
});

describe("the bounds at a fixed difference", () => {
  test.each([
    [0, 1],
    [1, 1],
    [1, 5000],
    [10, 10],
    [10, 5000],
  ])("hold at k = %i, m = %i", (k, m) => {
    expect(checkFixedDifference(entry(k, m))).toBeUndefined();
  });

  test.each([1, 2, 3, 5, 10])("catch a wrong factor at k = %i", (k) => {
    const m = 5000;
    const found = entry(k, m);
    for (const [part, name] of [
      ["surjective", "G"],
      ["labelled", "T"],
    ] as const) {
      const planted = (value: bigint): string | undefined =>
        checkFixedDifference({ ...found, [part]: value });
      const ending = `its bounds at k = ${k}, m = ${m}`;
      // As if 2^k or k! were missing by one step, or the power of m.
      expect(planted(2n * found[part])).toBe(`${name}(m−k,m) is above ${ending}`);
      expect(planted(found[part] / 2n)).toBe(`${name}(m−k,m) is below ${ending}`);
      expect(planted(found[part] * BigInt(m))).toBe(`${name}(m−k,m) is above ${ending}`);
      expect(planted((found[part] * 21n) / 20n)).toBe(`${name}(m−k,m) is above ${ending}`);
    }
  });

  test("catch k off by one", () => {
    for (const k of [1, 2, 6]) {
      expect(checkFixedDifference({ ...entry(k + 1, 400), k })).toBe(
        `G(m−k,m) is above its bounds at k = ${k}, m = 400`,
      );
      expect(checkFixedDifference({ ...entry(k - 1, 400), k })).toBe(
        `G(m−k,m) is below its bounds at k = ${k}, m = 400`,
      );
    }
  });

  test("leave no room at k = 1: one more, or one less, is caught", () => {
    const found = entry(1, 5000);
    for (const off of [1n, -1n]) {
      expect(checkFixedDifference({ ...found, surjective: found.surjective + off })).toContain("G(m−k,m)");
      expect(checkFixedDifference({ ...found, labelled: found.labelled + off })).toContain("T(m−k,m)");
    }
  });

  test("tell G from T", () => {
    const found = entry(1, 50);
    expect(checkFixedDifference({ ...found, labelled: found.surjective })).toBe(
      "T(m−k,m) is below its bounds at k = 1, m = 50",
    );
  });
});

describe("the bounds at a fixed width", () => {
  test.each([
    [1, 1],
    [2, 7],
    [10, 1],
    [10, 5000],
  ])("hold at r = %i, m = %i", (r, m) => {
    expect(checkFixedWidth(fixedWidth(r, m))).toBeUndefined();
  });

  test.each([
    ["all maps", 7n ** 80n, "above"],
    ["maps less those that miss a given value", 7n ** 80n - 6n ** 80n, "above"],
    ["another width", surjections(6, 80), "below"],
    ["one surjection too few", 7n ** 80n - 7n * 6n ** 80n - 1n, "below"],
    ["a wrong binomial coefficient", 7n ** 80n - 7n * 6n ** 80n + 22n * 5n ** 80n, "above"],
  ])("catch %s", (_, count, side) => {
    expect(checkFixedWidth(fixedWidth(7, 80, count))).toBe(
      `G(r,m)/r^m is ${side} its bounds at r = 7, m = 80`,
    );
  });
});

visits(claim, { routes: 615, "fixed difference": 54_955, "fixed width": 50_000 });
