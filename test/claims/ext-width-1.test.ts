import { describe, expect, test } from "vitest";
import { checkLevel, checkPrevailing, claim } from "../../src/claims/ext-width-1.js";
import { cellCheck, listCheck, partCheck } from "../../src/claims/instances/widthOne.js";
import { entry } from "../../src/exact/entry.js";
import { wholeSide } from "../../src/landscape/widthOne/cells.js";
import { FIGURE_POINTS } from "../../src/landscape/widthOne/figureList.js";
import { squareParts } from "../../src/landscape/widthOne/squareParts.js";
import { refuses, visits } from "./checks.js";

visits(claim, { outside: 4543, square: 18, points: 1, infinity: 1024, "level 3": 3, prevailing: 441 });

test("cells and parts that are too large are refused", () => {
  expect(cellCheck()({ cell: wholeSide(2), choice: "inside", beyond: false })).toBe(
    "R isn't proved to rise on side 2, s from -1/2^0, ring 0",
  );
  expect(partCheck()(entry([...squareParts(".")], 0))).toBe("not monotone on the part from (-768, -768)");
});

test("lists without a point, or with one twice, are refused", () => {
  const check = listCheck();
  expect(check([])).toBe("the signs (−1)^i of 0 points add up to 0, not to 1");
  expect(check([...FIGURE_POINTS, ...FIGURE_POINTS])).toBe("2 points, where there is at most one");
  expect(check(FIGURE_POINTS.map((point) => ({ ...point, negative: 2n })))).toBe(
    "index 2, where the Hessian is positive definite",
  );
});

describe("level 3", () => {
  refuses(checkLevel, { m: 5, multiplier: 1, points: 1, minima: 360 }, [
    ["two points", { points: 2 }, "2 against 360 at m = 5"],
    ["another multiplier", { multiplier: 5 }, "5 against 360 at m = 5"],
    ["fewer minima", { minima: 1 }, "1 against 1 at m = 5"],
  ]);
});

describe("where critical subspaces prevail", () => {
  refuses(checkPrevailing, { counts: [2, 2, 1], prevail: true }, [
    ["one point less at width 2", { counts: [2, 1, 1] }, "not so for a = 2,1,1"],
    ["one point less at width 3", { counts: [1, 2, 1] }, "not so for a = 1,2,1"],
    ["the contrary", { prevail: false }, "not so for a = 2,2,1"],
    ["no point at width 1", { counts: [2, 2, 0] }, "not so for a = 2,2,0"],
  ]);
});
