import { describe, expect, it } from "vitest";
import {
  CHOICES,
  type Cell,
  direction,
  halves,
  ringStart,
  wholeSide,
} from "../../../src/landscape/widthOne/cells.js";

const cellAt = (place: bigint, depth: bigint): Cell => ({ side: 0, depth, place, ring: 3n });

/** The fraction of least denominator in a range, by trying all denominators; the least in size of these. */
function tried(low: number, high: number): { p: number; q: number } {
  for (let q = 1; ; q += 1) {
    const first = Math.ceil(low * q);
    if (first > high * q) continue;
    const nearest = first > 0 ? first : Math.min(0, Math.floor(high * q));
    return { p: nearest + 0, q };
  }
}

describe("cells", () => {
  it("are halved, with what they are about", () => {
    const [first, second] = halves({ side: 2, depth: 3n, place: 5n, ring: 7n });
    expect(first).toEqual({ side: 2, depth: 4n, place: 10n, ring: 7n });
    expect(second).toEqual({ side: 2, depth: 4n, place: 12n, ring: 7n });
  });

  it("have rings that follow one another, from 3/16 on", () => {
    expect([0n, 1n, 2n, 3n, 4n, 9n].map(ringStart)).toEqual([6n, 9n, 12n, 18n, 24n, 144n]);
    expect(wholeSide(1)).toEqual({ side: 1, depth: 0n, place: -1n, ring: 0n });
  });
});

describe("directions", () => {
  it("are the middle, or simplest fractions, of all ranges to depth 6", () => {
    for (let depth = 0n; depth <= 6n; depth += 1n) {
      const d = Number(1n << depth);
      for (let place = -(1n << depth); place < 1n << depth; place += 2n) {
        const low = Number(place) / d;
        const found = CHOICES.map((choice) => direction(cellAt(place, depth), choice));
        const [middle, inside, near] = found.map(({ along, across }) => ({
          p: Number(across),
          q: Number(along),
        }));
        expect(middle).toEqual({ p: Number(place) + 1, q: d });
        expect(inside).toEqual(tried(low, low + 2 / d));
        expect(near).toEqual(tried(low - 2 / d, low + 4 / d));
      }
    }
  });
});
