import { describe, expect, it } from "vitest";
import { FIGURE_PARTS } from "../../../src/landscape/widthOne/figureList.js";
import { findParts, squareParts } from "../../../src/landscape/widthOne/squareParts.js";
import { figureGrid } from "../../../src/landscape/widthOne/teacherGrid.js";

describe("the parts of the square", () => {
  it("are those that are found", () => {
    expect(findParts(figureGrid(32))).toBe(FIGURE_PARTS);
  });

  it("have the square's area together, and next to no two overlap", () => {
    const parts = [...squareParts(FIGURE_PARTS)];
    const area = parts.reduce(
      (sum, { west, east, south, north }) => sum + (east - west) * (north - south),
      0n,
    );
    // The side is 3/32 of u = w/4, in units of 2^−14.
    expect(area).toBe((3n << 9n) ** 2n);
    for (const [index, left] of parts.entries()) {
      for (const right of parts.slice(index + 1)) {
        const apart = left.east <= right.west || right.east <= left.west;
        expect(apart || left.north <= right.south || right.north <= left.south).toBe(true);
      }
    }
  });

  it.each([
    ["", "the square isn't covered: 1 parts remain"],
    ["/.", "the square isn't covered: 1 parts remain"],
    ["..", "the square is covered before the text ends"],
    [",", "letter , at 0"],
    ["/".repeat(13), "letter / at 12"],
  ])("are refused where the text is %j", (text, message) => {
    expect(() => [...squareParts(text)]).toThrow(message);
  });
});
