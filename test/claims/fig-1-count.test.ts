import { describe, expect, test } from "vitest";
import {
  type ListCase,
  checkCommon,
  checkList,
  checkPrevail,
  claim,
  prevailVerdict,
} from "../../src/claims/fig-1-count.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { surjectionsOf } from "../../src/combinatorics/partitions/enumeration.js";
import { criticalSubspace } from "../../src/manifold/subspaces/criticalSubspace.js";
import { quickContext } from "./quickContext.js";
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
  test("is 2 at 181 against 360", () => {
    expect(checkCommon(181, 360, 1, false)).toBeUndefined();
    expect(checkCommon(181, 360, 2, true)).toBeUndefined();
  });

  test.each([
    [181, 2, false, "with a = 2 critical subspaces prevail at (4,5)"],
    [181, 1, true, "with a = 1 critical subspaces don't prevail at (4,5)"],
    // As many are not more.
    [180, 2, true, "with a = 2 critical subspaces don't prevail at (4,5)"],
  ])("for %i critical subspaces and a = %i is not %s", (critical, a, prevail, message) => {
    expect(checkCommon(critical, 360, a, prevail)).toBe(message);
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
    const { table } = prevailVerdict(quickContext.progress);
    expect(table?.rows).toHaveLength(21);
    // Beside the widths that were counted by hand: 3! = 6 < 6 + 1, and 181 < 360 < 2·181.
    expect(table?.rows.slice(0, 2)).toEqual([
      ["0", "3", "3", "1"],
      ["1", "6", "7", "2"],
    ]);
  });
});

visits(claim, { lists: 4, "common a": 100, widths: 1260 });
