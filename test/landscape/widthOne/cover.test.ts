import { describe, expect, it } from "vitest";
import { SIDES } from "../../../src/landscape/widthOne/cells.js";
import { coveredCells, findCover } from "../../../src/landscape/widthOne/cover.js";
import { FIGURE_COVER } from "../../../src/landscape/widthOne/figureList.js";
import { outwardSlope } from "../../../src/landscape/widthOne/outwardSlope.js";
import { figureGrid } from "../../../src/landscape/widthOne/teacherGrid.js";

const cells = [...coveredCells(FIGURE_COVER)];

describe("the cover for Figure 1", () => {
  it("is the one that is found", () => {
    expect(findCover(outwardSlope(figureGrid(40)))).toEqual(FIGURE_COVER);
  });

  it("has every s of a side on each ring once, until it is left to all rings beyond", () => {
    for (const side of SIDES) {
      const mine = cells.filter(({ cell }) => cell.side === side);
      const width = (list: typeof mine): number =>
        list.reduce((sum, { cell }) => sum + 2 / Number(1n << cell.depth), 0);
      let open = 2;
      for (let ring = 0n; open > 0; ring += 1n) {
        const here = mine.filter(({ cell }) => cell.ring === ring);
        expect(width(here)).toBe(open);
        open -= width(here.filter(({ beyond }) => beyond));
        const starts = here.map(({ cell }) => Number(cell.place) / Number(1n << cell.depth));
        expect(starts).toEqual([...new Set(starts)].sort((left, right) => left - right));
      }
    }
  });
});

describe("a cover is refused", () => {
  const listed =
    (...cover: string[]) =>
    (): unknown => [...coveredCells(cover)];

  it.each([
    ["with three sides", listed("M", "M", "M"), "a cover of 3 sides"],
    ["with five sides", listed("M", "M", "M", "M", "M"), "a cover of 5 sides"],
    ["that ends early", listed("M", "/M", "M", "M"), "side 1 isn't covered: 1 ranges remain"],
    ["that never reaches infinity", listed("M", "M", "mmm", "M"), "side 2 isn't covered: 1 ranges remain"],
    ["that is empty", listed("M", "M", "M", ""), "side 3 isn't covered: 1 ranges remain"],
    ["that goes on", listed("/MII", "M", "M", "M"), "side 0 is covered before its text ends"],
    ["with another letter", listed("x", "M", "M", "M"), "the letter x on side 0"],
  ])("%s", (_, list, message) => {
    expect(list).toThrow(message);
  });
});
