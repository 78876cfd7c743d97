import { expect, test } from "vitest";
import {
  BLOCKS,
  blockPairs,
  isNear,
  pairsOfBlock,
  rootCount,
  rootPairs,
} from "../../src/exclusion/rootPairs.js";
import { seededIntegers } from "../../src/network/seededIntegers.js";

const roots = rootPairs();
const keyOf = (squares: readonly { readonly i: number; readonly j: number }[]): string =>
  squares
    .map(({ i, j }) => `${i},${j}`)
    .sort()
    .join(" ");
const keys = new Set(roots.map(keyOf));

test("root pairs are as many as counted, each once, and blocks share them out", () => {
  expect(roots).toHaveLength(rootCount());
  expect(keys.size).toBe(rootCount());
  const blocks = Array.from({ length: BLOCKS }, (_, index) => blockPairs(roots, index + 1));
  expect(blocks.map(({ length }) => length)).toEqual(blocks.map((_, index) => pairsOfBlock(index + 1)));
  expect(new Set(blocks.flat().map(keyOf)).size).toBe(rootCount());
});

test("random w_1 and w_2 of the region lie in a root pair", () => {
  const draw = seededIntegers(5, "points");
  let visited = 0;
  for (let round = 0; round < 5000; round++) {
    const w = Array.from({ length: 4 }, () => draw(-2_499_999, 2_499_999) / 1e6);
    const [a, b, c, d] = w as [number, number, number, number];
    if (Math.max(Math.abs(a - c), Math.abs(b - d)) < 0.75) continue;
    visited += 1;
    const [i, j, k, l] = w.map((value) => Math.floor(4 * value)) as [number, number, number, number];
    expect(
      keys.has(
        keyOf([
          { i, j },
          { i: k, j: l },
        ]),
      ),
    ).toBe(true);
  }
  expect(visited).toBeGreaterThan(4000);
});

test("only pairs that lie within the neighbourhood of the diagonal are left out", () => {
  const cell = (level: number, i: number, j: number) => ({ level, i, j });
  expect(isNear([cell(3, 0, 0), cell(3, 2, 2)])).toBe(true);
  expect(isNear([cell(3, 0, 0), cell(3, 3, 0)])).toBe(false);
  expect(isNear([cell(4, 1, 0), cell(4, 6, 0)])).toBe(true);
  expect(isNear([cell(4, 1, 0), cell(4, 7, 0)])).toBe(false);
});
