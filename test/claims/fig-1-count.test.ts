import { describe, expect, test } from "vitest";
import {
  type ListCase,
  checkCommon,
  checkList,
  checkPrevail,
  claim,
  prevailTable,
} from "../../src/claims/fig-1-count.js";
import { WIDTH_THREE, WIDTH_TWO, criticalCheck } from "../../src/claims/instances/figureCriticalPoints.js";
import {
  type BlockFinding,
  againCheck,
  blockCheck,
  checkUndecided,
  foundCheck,
} from "../../src/claims/instances/widthTwo.js";
import { committedCover } from "../../src/exclusion/coverFile.js";
import { pairsAbout } from "../../src/exclusion/rootPairs.js";
import { asNumbers } from "../../src/exclusion/searchedBlock.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { surjectionsOf } from "../../src/combinatorics/partitions/enumeration.js";
import { criticalSubspace } from "../../src/manifold/subspaces/criticalSubspace.js";
import { refuses, visits } from "./checks.js";

describe("a list of subspaces", () => {
  const theta = standardNetwork(2, 2, 2);
  const list = [...surjectionsOf(2, 3)].map((partition) => ({
    partition,
    subspace: criticalSubspace(theta, partition),
  }));
  const good: ListCase = { name: "level 1", list, claimed: 6 };

  refuses(checkList, good, [
    ["one left out", { list: list.slice(1) }, "5 subspaces of level 1, not 6"],
    ["another number", { claimed: 7 }, "6 subspaces of level 1, not 7"],
    [
      "a repetition",
      { list: [...list.slice(1), ...list.slice(-1)] },
      "[2,2,1] and [2,2,1] are one subspace of level 1",
    ],
  ]);
});

describe("the least common a", () => {
  const common = { critical: 181, minima: 360, a: 2, prevail: true };
  refuses(checkCommon, common, [
    ["no more critical subspaces", { prevail: false }, "with a = 2 critical subspaces prevail at (4,5)"],
    ["a = 1", { a: 1 }, "with a = 1 critical subspaces don't prevail at (4,5)"],
    ["equal numbers", { critical: 180 }, "with a = 2 critical subspaces don't prevail at (4,5)"],
  ]);

  test("is not 1", () => {
    expect(checkCommon({ ...common, a: 1, prevail: false })).toBeUndefined();
  });
});

describe("the smallest width at which critical subspaces prevail", () => {
  const at = (r: number, first: number, critical: bigint): string | undefined =>
    checkPrevail({ h: 1, r, first, critical, minima: 360n });

  test("is accepted where both sides agree", () => {
    expect(at(4, 6, 181n)).toBeUndefined();
    expect(at(6, 6, 361n)).toBeUndefined();
  });

  test.each([
    ["one too small", 5, 5, 360n, "critical subspaces don't prevail at r* = 5, h = 1, first width 5"],
    ["one too large", 6, 7, 361n, "critical subspaces prevail at r* = 6, h = 1, first width 7"],
    ["that is not for good", 9, 6, 360n, "critical subspaces don't prevail at r* = 9, h = 1, first width 6"],
  ])("%s is caught", (_, r, first, critical, message) => {
    expect(at(r, first, critical)).toBe(message);
  });

  test("is tabulated for each h", () => {
    const { rows } = prevailTable();
    expect(rows).toHaveLength(21);
    // Beside the widths that were counted by hand: 3! = 6 < 6 + 1, and 181 < 360 < 2·181.
    expect(rows.slice(0, 2)).toEqual([
      ["0", "3", "3", "1"],
      ["1", "6", "7", "2"],
    ]);
  });
});

visits(claim, {
  ...{ lists: 4, "width 3": 3, "width 2": 10, "common a": 100, widths: 1260 },
  ...{ "width 2 region": 1000, "width 2 undecided": 1, "width 2 found": 10, "width 2 again": 1 },
});

describe("a block of width 2", () => {
  const saddle = WIDTH_TWO[1];
  if (saddle === undefined) throw new RangeError("no saddle");
  const about = pairsAbout(saddle.units.flatMap(([first, second]) => [first, second])).map(asNumbers);
  const [first, second] = [about[6] ?? [], about[0] ?? []];
  const good: BlockFinding = { seed: 7, undecided: [], single: [first, second] };
  refuses(blockCheck(), good, [
    [
      "a part that is undecided",
      { undecided: [[9, 40, 9, 9, -70, 3]] },
      /^a part of block 7 near .* is undecided$/,
    ],
    [
      "another point",
      { single: [first, [9, 40, 9, 9, -70, 3]] },
      /^block 7 has a critical point near .* that isn't/,
    ],
  ]);

  test("may have its units in the other order, but has to be listed", () => {
    const turned = { ...good, single: [[...first.slice(3), ...first.slice(0, 3)]] };
    expect(blockCheck()(turned)).toBeUndefined();
    expect(blockCheck([...WIDTH_TWO.slice(0, 1), ...WIDTH_TWO.slice(2)])(turned)).toMatch(/isn't listed/);
  });

  test("is the same when it is searched anew", () => {
    const [run] = committedCover().runs;
    if (run === undefined) throw new RangeError("no block");
    expect(againCheck()(run)).toBeUndefined();
    expect(againCheck()({ ...run, cells: run.pairs })).toMatch(/^block 1, searched anew, has other "cells"/);
    expect(againCheck()({ ...run, single: [first] })).toMatch(/has other "single"/);
  });

  test("is counted by its undecided parts", () => {
    const cover = { runs: [good, { ...good, undecided: [first, second] }] };
    expect(checkUndecided(2)(cover)).toBeUndefined();
    expect(checkUndecided(1)(cover)).toBe("2 undecided parts, not 1");
  });
});

describe("a point of width 2", () => {
  test("is missed by no pair about it, and one 1/16 away by some", () => {
    const [point] = WIDTH_TWO;
    if (point === undefined) throw new RangeError("no points");
    expect(foundCheck(() => committedCover().runs)(point)).toBeUndefined();
    expect(foundCheck(() => [])(point)).toMatch(/^no block tells a part about/);
    const units = point.units.map(([first, second, a]) => [first + (1n << 44n), second, a] as const);
    expect(foundCheck(() => committedCover().runs)({ ...point, units })).toMatch(
      /^the pair of level [0-9]+ about .* is told as free$/,
    );
  });
});

describe("minima of width 3", () => {
  const [first, second] = WIDTH_THREE;
  if (first === undefined || second === undefined) throw new RangeError("no minima");
  const [unit, ...others] = first.units;
  if (unit === undefined) throw new RangeError("no unit");
  const moved = { ...first, units: [[unit[0] + (1n << 38n), unit[1], unit[2]] as const, ...others] };
  refuses(criticalCheck(), { point: first, before: [second] }, [
    ["the same point again, in another order", { before: [{ ...first, units: [...others, unit] }] }, /again/],
    ["a wrong index", { point: { ...first, negative: 1 } }, "index 0, not 1"],
    ["a point 1/1000 away", { point: moved }, /no critical point is proved near/],
    ["a copied unit", { point: { ...first, units: [unit, ...others, unit] } }, /copies or silent/],
    [
      "a silent unit",
      { point: { ...first, units: [[unit[0], unit[1], 0n], ...others] } },
      /copies or silent/,
    ],
  ]);
});

describe("critical points of width 2", () => {
  const [minimum] = WIDTH_TWO;
  const saddles = WIDTH_TWO.filter(({ negative }) => negative === 1);
  if (minimum === undefined) throw new RangeError("no points");
  refuses(criticalCheck(), { point: minimum, before: saddles }, [
    ["a minimum called a saddle", { point: { ...minimum, negative: 1 } }, "index 0, not 1"],
  ]);
  test.each(saddles)("are no minima: %#", (saddle) => {
    expect(criticalCheck()({ point: saddle, before: [] })).toBeUndefined();
    expect(criticalCheck()({ point: { ...saddle, negative: 0 }, before: [] })).toBe("index 1, not 0");
  });
});
