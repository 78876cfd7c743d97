import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { DIMENSION, product, rowTimes } from "../../src/exclusion/fourVectors.js";
import { halfGrid } from "../../src/exclusion/halfGrid.js";
import { LogisticNodes } from "../../src/exclusion/logisticNodes.js";
import { pairBounds, refined } from "../../src/exclusion/pairBounds.js";
import { pairDerivatives } from "../../src/exclusion/pairDerivatives.js";
import { type PlaneCell, planeNode } from "../../src/exclusion/planeNode.js";
import { planeReach } from "../../src/exclusion/planeReach.js";
import { Remainder } from "../../src/exclusion/remainder.js";
import { seededIntegers } from "../../src/network/seededIntegers.js";
import { plainGradient, plainJacobian } from "./plainGradient.js";

const grid = halfGrid();
const nodes = new LogisticNodes();
const draw = seededIntegers(1, "pairs");
const between = (least: number, most: number): number => least + ((most - least) * draw(0, 1e6)) / 1e6;

/** Two squares of a level, apart from one another. */
function somePair(level: number): readonly [PlaneCell, PlaneCell] {
  const side = 2 ** level;
  for (;;) {
    const [i, j, k, l] = [
      draw(-side, side - 1),
      draw(-side, side - 1),
      draw(-side, side - 1),
      draw(-side, side - 1),
    ];
    if (Math.max(Math.abs(i - k), Math.abs(j - l)) > side / 2)
      return [
        { level, i, j },
        { level, i: k, j: l },
      ];
  }
}

function known(pair: readonly [PlaneCell, PlaneCell]) {
  const derivatives = pairDerivatives(planeNode(pair[0], grid, nodes), planeNode(pair[1], grid, nodes), grid);
  if (derivatives === undefined) throw new RangeError("a singular pair");
  const centre = pair.flatMap(({ level, i, j }) => [(2 * i + 1) / 2 ** level, (2 * j + 1) / 2 ** level]);
  return { derivatives, centre };
}

describe("derivatives of pairs", () => {
  it("are those of the whole grid with Math.exp", () => {
    for (let round = 0; round < 12; round++) {
      const { derivatives, centre } = known(somePair(7));
      const plain = plainGradient(centre);
      derivatives.a.values.forEach((value, k) => {
        expect(value).toBeCloseTo(entry(plain.a, k), 8);
      });
      derivatives.g.forEach((value, k) => {
        expect(value).toBeCloseTo(entry(plain.g, k), 7);
      });
      plainJacobian(centre).forEach((row, i) => {
        row.forEach((value, k) => {
          const own = entry(derivatives.jacobian, DIMENSION * i + k);
          expect(Math.abs(own - value)).toBeLessThan(1e-4 * (1 + Math.abs(value)));
        });
      });
    }
  });

  it("tell errors that are far below what they decide", () => {
    const { derivatives } = known(somePair(7));
    expect(derivatives.gError).toBeLessThan(1e-4);
    expect(derivatives.jacobianError).toBeLessThan(1e-2);
  });
});

describe("bounds of pairs", () => {
  it("hold at random points of the pair, for random v, and aren't idle", () => {
    let closest = 0;
    for (let round = 0; round < 60; round++) {
      const pair = somePair(5 + (round % 4));
      const { derivatives, centre } = known(pair);
      const [p, q] = pair.map((cell) => planeReach(cell, 1, grid, nodes)) as [
        ReturnType<typeof planeReach>,
        ReturnType<typeof planeReach>,
      ];
      const rough = pairBounds(derivatives, p, q);
      if (rough === undefined) continue;
      const bounds = refined(refined(rough, derivatives, p, q), derivatives, p, q);
      for (const name of ["drift", "errorFirst", "bend", "pull"] as const)
        expect(bounds[name]).toBeLessThanOrEqual(rough[name] * 1.0001);
      const remainder = new Remainder(derivatives.sums, bounds, p, q);
      // A corner, where the remainder is largest.
      const move = Float64Array.of(p.half, p.half, q.half, q.half).map((half) => half * (draw(0, 1) * 2 - 1));
      const { g, a } = plainGradient(centre.map((value, k) => value + entry(move, k)));
      a.forEach((value, k) => {
        expect(Math.abs(value - entry(derivatives.a.values, k))).toBeLessThanOrEqual(bounds.drift);
      });
      const v = Float64Array.from({ length: DIMENSION }, () => between(-1, 1));
      const linear = product(v, derivatives.g) + product(rowTimes(v, derivatives.jacobian), move);
      const left = Math.abs(product(v, Float64Array.from(g)) - linear);
      expect(left).toBeLessThanOrEqual(remainder.at(v) / 2);
      closest = Math.max(closest, left / (remainder.at(v) / 2));
    }
    expect(closest).toBeGreaterThan(0.02);
  });
});
