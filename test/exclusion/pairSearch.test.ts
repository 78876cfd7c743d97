import { describe, expect, it } from "vitest";
import { WIDTH_TWO } from "../../src/claims/instances/figureCriticalPoints.js";
import { entry } from "../../src/exact/entry.js";
import { halfGrid } from "../../src/exclusion/halfGrid.js";
import { PairSearch } from "../../src/exclusion/pairSearch.js";
import type { CellPair } from "../../src/exclusion/rootPairs.js";
import { onlyPoints } from "../../src/exclusion/coverFile.js";
import { seededIntegers } from "../../src/network/seededIntegers.js";
import { plainGradient, plainJacobian } from "./plainGradient.js";

const search = new PairSearch();
const draw = seededIntegers(3, "starts");

/** The root pair that holds w. */
function rootOf(w: readonly number[]): CellPair {
  const at = (k: number): number => Math.floor(entry(w, k) * 4);
  return [
    { level: 3, i: at(0), j: at(1) },
    { level: 3, i: at(2), j: at(3) },
  ];
}

/** A random point of a pair. */
function pointOf(pair: CellPair): number[] {
  return pair.flatMap(({ level, i, j }) =>
    [i, j].map((place) => ((place + draw(0, 1e6) / 1e6) * 2) / 2 ** level),
  );
}

const isInside = (pair: CellPair, w: readonly number[]): boolean =>
  pair.every(({ level, i, j }, unit) =>
    [i, j].every((place, alpha) => {
      const value = (entry(w, 2 * unit + alpha) * 2 ** level) / 2;
      return value >= place && value <= place + 1;
    }),
  );

/** There are pairs that have only one point, and all of them have w, so that this is the point. */
function expectOnly(single: readonly CellPair[], w: readonly number[]): void {
  expect(single.length).toBeGreaterThan(0);
  const numbers = single.map((pair) => pair.flatMap(({ level, i, j }) => [level, i, j]));
  for (const { centre, halves } of onlyPoints({ runs: [{ ...NO_BLOCK, single: numbers }] }))
    centre.forEach((value, k) => {
      expect(Math.abs(value - entry(w, k))).toBeLessThan(entry(halves, k));
    });
}

const NO_BLOCK = { seed: 1, pairs: 0, cells: 0, undecided: [], single: [], seconds: 0 };

describe("a search of pairs", () => {
  it.each(WIDTH_TWO.slice(0, 2).map((point, index) => ({ point, index })))(
    "finds known point $index as the only one of its root pair",
    ({ point }) => {
      const w = point.units.flatMap(([first, second]) =>
        [first, second].map((value) => Number(value) / 2 ** 48),
      );
      const { undecided, single } = search.search(rootOf(w));
      expect(undecided).toEqual([]);
      expectOnly(single, w);
      // At every level, the pair that holds it isn't excluded.
      for (let level = 3; level <= 16; level++) {
        const place = (k: number): number => Math.floor((entry(w, k) * 2 ** level) / 2);
        const pair = [
          { level, i: place(0), j: place(1) },
          { level, i: place(2), j: place(3) },
        ] as const;
        expect(search.verdict(pair)).not.toBe("excluded");
      }
    },
    120_000,
  );

  it("finds the units of a teacher that has two, in a pair that is free for the figure's", () => {
    const grid = halfGrid();
    const w = [0.3, 1.1, -0.8, 0.4];
    expect(search.search(rootOf(w))).toMatchObject({ undecided: [], single: [] });
    // y = 2 + 3τ_1 + τ_2, so that e = 0 at w.
    const tau = (z: number): number => 1 / (1 + Math.exp(-z)) - 0.5;
    const odd = grid.odd.map((_, k) => {
      const [x, y] = [entry(grid.first, k) / 4, entry(grid.second, k) / 4];
      return 3 * tau(entry(w, 0) * x + entry(w, 1) * y) + tau(entry(w, 2) * x + entry(w, 3) * y);
    });
    const squares = odd.reduce((sum, value) => sum + value * value, 2 * grid.count);
    const { undecided, single } = new PairSearch(16, { ...grid, odd, squares }).search(rootOf(w));
    expect(undecided).toEqual([]);
    expectOnly(single, w);
  });

  it("leaves undecided what the last level allows no proof of", () => {
    const [point] = WIDTH_TWO;
    const w = point?.units.flatMap(([first, second]) =>
      [first, second].map((value) => Number(value) / 2 ** 48),
    );
    const { undecided, single } = new PairSearch(5).search(rootOf(w ?? []));
    expect(single).toEqual([]);
    expect(undecided.some((pair) => isInside(pair, w ?? []))).toBe(true);
  });

  it("says free where Newton's method in plain doubles ends at points that lie elsewhere", () => {
    let ended = 0;
    const starts = WIDTH_TWO.slice(0, 2).flatMap(({ units }) => {
      const w = units.flatMap(([first, second]) => [first, second].map((value) => Number(value) / 2 ** 48));
      return w.map((_, k) => w.map((value, other) => (k === other ? value + 0.25 : value)));
    });
    for (const start of starts) {
      const root = rootOf(start);
      if (search.search(root).single.length > 0) continue;
      for (let from = 0; from < 2; from++) {
        let w = pointOf(root);
        for (let step = 0; step < 16; step++) {
          const move = solved(plainJacobian(w), plainGradient(w).g);
          const longest = Math.max(...move.map(Math.abs));
          w = w.map((value, k) => value - entry(move, k) * Math.min(1, 0.1 / longest));
        }
        if (!(Math.max(...plainGradient(w).g.map(Math.abs)) < 1e-6)) continue;
        ended += 1;
        expect(isInside(root, w)).toBe(false);
      }
    }
    expect(ended).toBeGreaterThan(0);
  }, 60_000);
});

/** Solves by Gauss's method with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, entry(right, i)]);
  rows.forEach((_, column) => {
    const pivot = rows.reduce(
      (best, row, i) =>
        i >= column && Math.abs(entry(row, column)) > Math.abs(entry(entry(rows, best), column)) ? i : best,
      column,
    );
    const taken = entry(rows, pivot);
    rows[pivot] = entry(rows, column);
    rows[column] = taken;
    rows.forEach((row, i) => {
      if (i === column) return;
      const factor = entry(row, column) / entry(taken, column);
      rows[i] = row.map((value, k) => value - factor * entry(taken, k));
    });
  });
  return rows.map((row, i) => entry(row, rows.length) / entry(row, i));
}
