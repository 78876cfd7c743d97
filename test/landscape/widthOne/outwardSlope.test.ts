import { describe, expect, it } from "vitest";
import { type Cell, type Direction, direction, ringStart } from "../../../src/landscape/widthOne/cells.js";
import { coveredCells } from "../../../src/landscape/widthOne/cover.js";
import { FIGURE_COVER } from "../../../src/landscape/widthOne/figureList.js";
import { outwardSlope, risesBeyond, risesOn } from "../../../src/landscape/widthOne/outwardSlope.js";
import { figureGrid } from "../../../src/landscape/widthOne/teacherGrid.js";
import { plainLoss } from "./plainLoss.js";

const slope = outwardSlope(figureGrid(40));

/** In the coordinates of the plane. */
function placed(side: number, along: number, across: number): [number, number] {
  const sign = side > 1 ? -1 : 1;
  return side % 2 === 0 ? [sign * along, sign * across] : [sign * across, sign * along];
}

/** The derivative of R along v at a place of a cell, in doubles; shares from 0 to 1 say where. */
function slopeAt(cell: Cell, v: Direction, across: number, outward: number): number {
  const { side, place, depth, ring } = cell;
  const s = (Number(place) + 2 * across) / Number(1n << depth);
  const [from, to] = [ringStart(ring), ringStart(ring + 1n)].map((start) => Number(start) / 32);
  const t = (from ?? NaN) + outward * ((to ?? NaN) - (from ?? NaN));
  const { gradient } = plainLoss(...placed(side, t, t * s));
  const [first, second] = placed(side, Number(v.along), Number(v.across));
  return gradient[0] * first + gradient[1] * second;
}

describe("a cell on which R is proved to rise", () => {
  // Beyond the first twelve rings doubles lose the gradient.
  const cells = [...coveredCells(FIGURE_COVER)].filter(
    ({ cell }, index) => cell.ring < 12n && index % 3 === 0,
  );

  it("has a rising loss in doubles at its corners and in its middle", () => {
    expect(cells.length).toBeGreaterThan(150);
    for (const { cell, choice } of cells) {
      const v = direction(cell, choice);
      for (const [across, outward] of [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
        [0.5, 0.5],
      ] as const) {
        expect(slopeAt(cell, v, across, outward)).toBeGreaterThan(0);
      }
    }
  });
});

describe("no proof is found", () => {
  const inner: Cell = { side: 3, depth: 0n, place: -1n, ring: 0n };

  it("for the opposite of a direction, or one across", () => {
    const half: Cell = { ...inner, depth: 1n, place: 0n, ring: 2n };
    expect(risesOn(slope, half, { along: 2n, across: 1n })).toBe(true);
    expect(risesOn(slope, half, { along: -2n, across: -1n })).toBe(false);
    expect(risesOn(slope, half, { along: 1n, across: -4n })).toBe(false);
  });

  it("where doubles see R fall somewhere in the cell", () => {
    let falling = 0;
    for (const side of [0, 1, 2, 3]) {
      for (let place = -16n; place < 16n; place += 2n) {
        for (const across of [-9n, -5n, 5n, 9n]) {
          const cell: Cell = { side, depth: 4n, place, ring: 4n };
          const v = { along: 2n, across };
          if ([0, 0.5, 1].every((share) => slopeAt(cell, v, share, share) > 0)) continue;
          falling += 1;
          expect(risesOn(slope, cell, v)).toBe(false);
        }
      }
    }
    expect(falling).toBeGreaterThan(30);
  });

  it("as far as infinity from the square on, or on a range between lattice directions with another one", () => {
    expect(risesBeyond(slope, inner, { along: 1n, across: 0n })).toBe(false);
    const far: Cell = { side: 0, depth: 8n, place: -1n, ring: 20n };
    expect(risesBeyond(slope, far, { along: 1n, across: 0n })).toBe(true);
    expect(risesBeyond(slope, far, { along: 5n, across: 1n })).toBe(false);
  });
});
