import { describe, expect, it } from "vitest";
import { partialSurjectionCount } from "../../../src/combinatorics/counts/partialSurjections.js";
import { sphereCount } from "../../../src/combinatorics/counts/sphereCount.js";
import { CRITICAL } from "../../../src/manifold/topology/acyclicMatching.js";
import { eulerCharacteristicOf, requireComplex } from "../../../src/manifold/topology/chainComplex.js";
import { homology } from "../../../src/manifold/topology/homology.js";
import { morseComplex } from "../../../src/manifold/topology/morseComplex.js";
import {
  PlacementComplex,
  fitsCodes,
  placementComplexBytes,
} from "../../../src/manifold/topology/placementComplex.js";
import { placementMate, placementMatching } from "../../../src/manifold/topology/placementMatching.js";
import { differsFromWedge } from "../../../src/manifold/topology/wedgeOfSpheres.js";
import { plainHomology } from "./complexes.js";

function* sizes(maxM: number): Generator<[number, number]> {
  for (let m = 1; m <= maxM; m += 1) for (let r = 1; r <= m; r += 1) yield [r, m];
}

/** Facets by the definition, with their signs counted on the map itself. */
function facetsOf(complex: PlacementComplex, cell: number): Map<number, number> {
  const map = Array.from(complex.mapOf(cell));
  const blockOf = (label: number): number[] => map.flatMap((value, i) => (value === label ? [i] : []));
  const facets = new Map<number, number>();
  map.forEach((label, i) => {
    if (label === 0 || blockOf(label).length === 1) return;
    let exponent = blockOf(label).indexOf(i);
    for (let before = 1; before < label; before += 1) exponent += blockOf(before).length - 1;
    const without = Uint8Array.from(map, (value, j) => (j === i ? 0 : value));
    facets.set(complex.cellOf(without), exponent % 2 === 0 ? 1 : -1);
  });
  return facets;
}

describe("the complex of placements", () => {
  it("has the cells and facets of the definition", () => {
    for (const [r, m] of sizes(5)) {
      const complex = new PlacementComplex(r, m);
      const size = complex.starts.at(-1) ?? 0;
      expect(BigInt(size)).toBe(partialSurjectionCount(r, m));
      for (let cell = 0; cell < size; cell += 1) {
        expect(complex.cellOf(complex.mapOf(cell))).toBe(cell);
        const facets = facetsOf(complex, cell);
        const [start, end] = [complex.offsets[cell] ?? 0, complex.offsets[cell + 1] ?? 0];
        expect(end - start).toBe(facets.size);
        for (let at = start; at < end; at += 1) {
          expect(complex.incidences[at]).toBe(facets.get(complex.facets[at] ?? -1));
        }
      }
    }
  });

  it("is a complex with the homology of β spheres, by coreductions and by plain Smith forms", () => {
    for (const [r, m] of sizes(6)) {
      const complex = new PlacementComplex(r, m);
      requireComplex(complex);
      const groups = homology(complex);
      expect(differsFromWedge(groups, m - r, sphereCount(r, m))).toBeUndefined();
      if (partialSurjectionCount(r, m) <= 400n) expect(plainHomology(complex)).toEqual(groups);
    }
    expect(homology(new PlacementComplex(3, 4)).betti).toEqual([1, 13]);
    expect(homology(new PlacementComplex(4, 6)).betti).toEqual([1, 0, 479]);
  });

  it("with a wrong sign is not a complex", () => {
    const complex = new PlacementComplex(2, 4);
    for (let at = 0; at < complex.incidences.length; at += 1) {
      const incidences = complex.incidences.slice();
      incidences[at] = -(incidences[at] ?? 0);
      const { starts, offsets, facets } = complex;
      expect(() => homology({ starts, offsets, facets, incidences })).toThrow("∂∂");
    }
  });

  it("without a cell of the highest dimension has a sphere less", () => {
    const { starts, offsets, facets, incidences } = new PlacementComplex(3, 5);
    const last = (starts.at(-1) ?? 0) - 1;
    const cut = offsets[last];
    const fewer = {
      starts: [...starts.slice(0, -1), last],
      offsets: offsets.slice(0, -1),
      facets: facets.slice(0, cut),
      incidences: incidences.slice(0, cut),
    };
    expect(homology(fewer).betti).toEqual([1, 0, 28]);
    expect(eulerCharacteristicOf(fewer)).toBe(29);
    expect(differsFromWedge(homology(fewer), 2, sphereCount(3, 5))).toBe("H_2 is Z^28, not Z^29");
  });

  it("refuses what it can't number, and maps of no cell", () => {
    for (const [r, m] of [
      [0, 1],
      [3, 2],
      [10, 10],
      [-1, 2],
      [1, 33],
    ] as const)
      expect(() => new PlacementComplex(r, m)).toThrow(`there is no complex for (r, m) = (${r}, ${m})`);
    expect([fitsCodes(1, 32), fitsCodes(1, 33), fitsCodes(9, 9), fitsCodes(9, 10)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    const complex = new PlacementComplex(2, 3);
    for (const map of [
      [0, 1, 1],
      [1, 2],
      [0, 0, 0],
      [1, 2, 3],
      [1, 2, 0, 0],
    ])
      expect(() => complex.cellOf(Uint8Array.from(map))).toThrow("is not the map of a cell");
  });

  it("takes about as much memory as stated", () => {
    const { maps, codes, offsets, facets, incidences } = new PlacementComplex(3, 7) as unknown as Record<
      string,
      Uint8Array
    >;
    const bytes = [maps, codes, offsets, facets, incidences].reduce(
      (sum, list) => sum + (list?.byteLength ?? 0),
      0,
    );
    expect(BigInt(bytes)).toBeLessThan(placementComplexBytes(3, 7));
    expect(BigInt(bytes)).toBeGreaterThan(placementComplexBytes(3, 7) / 8n);
  });
});

describe("the matching for all sizes", () => {
  it("leaves only the root and β cells of the highest dimension, in an order that proves it", () => {
    let matched = 0;
    for (const [r, m] of sizes(7)) {
      const complex = new PlacementComplex(r, m);
      const vertices = complex.starts[1] ?? 0;
      // All vertices up to m = 4, then two.
      const roots = [...Array(vertices).keys()].filter(
        (cell) => m <= 4 || cell === 0 || cell === vertices - 1,
      );
      for (const root of roots) {
        const matching = placementMatching(complex, complex.mapOf(root));
        const { critical } = morseComplex(complex, matching);
        const expectedCounts = critical.map(
          (_, d) => (d === 0 ? 1n : 0n) + (d === m - r ? sphereCount(r, m) : 0n),
        );
        expect(critical.map(({ length }) => BigInt(length))).toEqual(expectedCounts);
        expect(critical[0]).toContain(root);
        matched += 1;
      }
    }
    // 1 + 4 + 15 + 64 vertices, and two at each of 5 + 6 + 7 sizes.
    expect(matched).toBe(120);
  });

  it("gives each cell and its partner the same toggle", () => {
    const complex = new PlacementComplex(3, 5);
    const { mates } = placementMatching(complex);
    mates.forEach((mate, cell) => {
      if (mate === CRITICAL) return;
      expect(mates[mate]).toBe(cell);
      const toggle = placementMate(complex.mapOf(cell), complex.mapOf(0));
      expect(placementMate(complex.mapOf(mate), complex.mapOf(0))).toEqual(toggle);
    });
  });

  it("is not a matching with two pairs crossed over", () => {
    const complex = new PlacementComplex(2, 3);
    const { mates } = placementMatching(complex);
    const cells = mates.length;
    let refused = 0;
    for (let a = 0; a < cells; a += 1) {
      for (let b = a + 1; b < cells; b += 1) {
        const crossed = mates.slice();
        if (crossed[a] === CRITICAL || crossed[b] === CRITICAL || crossed[a] === b) continue;
        const [x, y] = [mates[a] ?? 0, mates[b] ?? 0];
        [crossed[a], crossed[y], crossed[b], crossed[x]] = [y, a, x, b];
        try {
          morseComplex(complex, { mates: crossed, order: placementMatching(complex).order });
        } catch {
          refused += 1;
          continue;
        }
        expect.unreachable(`${a} and ${b} may be crossed`);
      }
    }
    expect(refused).toBeGreaterThan(30);
  });
});
