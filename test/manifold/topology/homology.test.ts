import { describe, expect, it } from "vitest";
import {
  type AcyclicMatching,
  acyclicMatching,
  requireAcyclic,
} from "../../../src/manifold/topology/acyclicMatching.js";
import {
  type ChainComplex,
  type Facet,
  chainComplexOf,
  eulerCharacteristicOf,
  requireComplex,
} from "../../../src/manifold/topology/chainComplex.js";
import { coreductions } from "../../../src/manifold/topology/coreduction.js";
import { homology } from "../../../src/manifold/topology/homology.js";
import { morseComplex } from "../../../src/manifold/topology/morseComplex.js";
import { differsFromWedge } from "../../../src/manifold/topology/wedgeOfSpheres.js";
import { words } from "../../exact/matrices.js";
import { PROJECTIVE_PLANE, gluedSquare, plainHomology, randomSimplices, simplicial } from "./complexes.js";

describe("integer homology", () => {
  it("of the projective plane has torsion Z/2", () => {
    const plane = simplicial(PROJECTIVE_PLANE);
    expect(homology(plane)).toEqual({ betti: [1, 0, 0], torsion: [[], [2n], []] });
    expect(eulerCharacteristicOf(plane)).toBe(1);
  });

  it("of the Klein bottle and the torus", () => {
    expect(homology(simplicial(gluedSquare(true)))).toEqual({ betti: [1, 1, 0], torsion: [[], [2n], []] });
    expect(homology(simplicial(gluedSquare(false)))).toEqual({ betti: [1, 2, 1], torsion: [[], [], []] });
  });

  it("of Moore spaces, lens spaces and their sums, by incidence numbers other than ±1", () => {
    const moore = (k: number): ChainComplex => chainComplexOf([[[]], [[]], [[[0, k]]]]);
    for (const k of [2, 3, 4, 30_000, -6]) {
      expect(homology(moore(k)).torsion).toEqual([[], [BigInt(Math.abs(k))], []]);
    }
    expect(homology(moore(1))).toEqual({ betti: [1, 0, 0], torsion: [[], [], []] });
    // L(5, 1): a cell in each dimension, ∂ = 0, 5, 0.
    const lens = chainComplexOf([[[]], [[]], [[[0, 5]]], [[]]]);
    expect(homology(lens)).toEqual({ betti: [1, 0, 0, 1], torsion: [[], [5n], [], []] });
    // Z/4 + Z/6 is Z/2 + Z/12; and with a change of basis.
    const pair = chainComplexOf([[[]], [[], []], [[[0, 4]], [[1, 6]]]]);
    expect(homology(pair).torsion[1]).toEqual([2n, 12n]);
    const facets = (...incidences: number[]): Facet[] =>
      incidences.map((incidence, cell) => [cell, incidence]);
    const mixed = chainComplexOf([[[]], [[], []], [facets(4, 6), facets(4, 12)]]);
    expect(homology(mixed).torsion[1]).toEqual([2n, 12n]);
  });

  it("of suspensions moves up: the projective plane over two points", () => {
    const suspended = simplicial(
      PROJECTIVE_PLANE.flatMap((cell) => [
        [...cell, 0],
        [...cell, 7],
      ]),
    );
    expect(homology(suspended)).toEqual({ betti: [1, 0, 0, 0], torsion: [[], [], [2n], []] });
  });

  it("agrees with plain Smith forms on random simplicial complexes", () => {
    const betti = new Set<string>();
    for (let seed = 1; seed <= 300; seed += 1) {
      const complex = simplicial(randomSimplices(5 + (seed % 4), 4 + (seed % 13), seed));
      const groups = homology(complex);
      expect(groups).toEqual(plainHomology(complex));
      betti.add(groups.betti.join());
    }
    expect(betti.size).toBeGreaterThan(20);
  });

  it("agrees with them on random glueings of the projective plane, with torsion", () => {
    let torsion = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const planes = [0, 4].flatMap((shift) => PROJECTIVE_PLANE.map((cell) => cell.map((v) => v + shift)));
      const complex = simplicial([...planes, ...randomSimplices(11, 3, seed)]);
      const groups = homology(complex);
      expect(groups).toEqual(plainHomology(complex));
      torsion += groups.torsion.flat().length;
    }
    expect(torsion).toBeGreaterThan(30);
  });

  it("agrees with them on random complexes with incidence numbers of any size", () => {
    // ∂_2 has columns in the kernel of ∂_1 = 0 for one vertex, so any numbers do.
    for (let seed = 1; seed <= 60; seed += 1) {
      const entries = randomSimplices(30, 12, seed).map(([a = 0, b = 1]) => (a - 15) * (b + 1));
      const cells = [0, 1, 2, 3].map((i) =>
        [0, 1, 2].flatMap((j): [number, number][] => {
          const entry = entries[3 * i + j] ?? 0;
          return entry === 0 ? [] : [[j, entry]];
        }),
      );
      const complex = chainComplexOf([[[]], [[], [], []], cells]);
      expect(homology(complex)).toEqual(plainHomology(complex));
    }
  });
});

describe("the Morse complex of any acyclic matching", () => {
  /** Critical cells and their boundaries as a complex, in which ∂∂ = 0 is checked. */
  const criticalComplex = (complex: ChainComplex, matching: AcyclicMatching): ChainComplex => {
    const { critical, boundaryOf } = morseComplex(complex, matching);
    return chainComplexOf(
      critical.map((cells, d) =>
        cells.map((cell) =>
          [...boundaryOf(cell)].map(([facet, coefficient]): [number, number] => [
            critical[d - 1]?.indexOf(facet) ?? -1,
            Number(coefficient),
          ]),
        ),
      ),
    );
  };

  it("has the homology of the whole, with pairs left out at random", () => {
    let paths = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const next = words(seed);
      const simplices = [...PROJECTIVE_PLANE, ...randomSimplices(9, 5, seed)];
      const complex = simplicial(simplices);
      const { mates, order } = coreductions(complex);
      const fewer = mates.slice();
      mates.forEach((mate, cell) => {
        if (mate > cell && (next() >>> 8) % 5 < seed % 5) fewer[cell] = fewer[mate] = -1;
      });
      const small = criticalComplex(complex, { mates: fewer, order });
      expect(plainHomology(small)).toEqual(plainHomology(complex));
      paths += small.facets.length;
    }
    expect(paths).toBeGreaterThan(1000);
  });

  it("has it for cells in any order, where greedy pairs leave more over", () => {
    let imperfect = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const complex = simplicial([...gluedSquare(seed % 2 === 0), ...randomSimplices(9, 12, seed)]);
      const small = criticalComplex(complex, coreductions(complex));
      const groups = plainHomology(complex);
      expect(plainHomology(small)).toEqual(groups);
      const critical = small.starts.at(-1) ?? 0;
      if (critical > groups.betti.reduce((sum, rank) => sum + rank, 0)) imperfect += 1;
    }
    expect(imperfect).toBeGreaterThan(10);
  });
});

describe("a planted error", () => {
  const circle = (): ChainComplex =>
    simplicial([
      [0, 1],
      [1, 2],
      [0, 2],
    ]);

  it("of sign or facet is found: ∂∂ isn't 0", () => {
    const plane = simplicial(PROJECTIVE_PLANE);
    for (let at = plane.starts[1] ?? 0; at < plane.incidences.length; at += 1) {
      const incidences = plane.incidences.slice();
      incidences[at] = -(incidences[at] ?? 0);
      const isOfTriangle = at >= (plane.offsets[plane.starts[2] ?? 0] ?? 0);
      if (isOfTriangle)
        expect(() => {
          requireComplex({ ...plane, incidences });
        }).toThrow("∂∂");
      expect(() => homology({ ...plane, incidences })).toThrow("∂∂");
    }
    const facets = plane.facets.slice();
    facets[facets.length - 1] = 0;
    expect(() => homology({ ...plane, facets })).toThrow("does not have facet 0, or has it twice");
  });

  it("in the lists of cells is refused", () => {
    expect(() => chainComplexOf([[[]], [[[0, 0]]]])).toThrow("an incidence number of 0");
    expect(() => chainComplexOf([[[]], [[[0, 40_000]]]])).toThrow("an incidence number of 40000");
    expect(() => chainComplexOf([[[]], [[[1, 1]]]])).toThrow("does not have facet 1");
    const facet = [0, 1] as const;
    expect(() => chainComplexOf([[[]], [[facet, facet]]])).toThrow("has it twice");
    expect(() => chainComplexOf([[[[0, 1]]]])).toThrow("does not have facet 0");
  });

  it("in a matching is found: a cycle, a missing partner, a pair without a facet, a wrong order", () => {
    const complex = circle();
    // Vertices 0, 1, 2; edges 3 = {0,1}, 4 = {1,2}, 5 = {0,2}, or in another order.
    const edge = (a: number, b: number): number =>
      [3, 4, 5].find((cell) => {
        const ends = complex.facets.subarray(complex.offsets[cell], complex.offsets[cell + 1]);
        return ends.includes(a) && ends.includes(b);
      }) ?? -1;
    const matched = (...pairs: [number, number][]): Int32Array => {
      const mates = new Int32Array(6).fill(-1);
      for (const [a, b] of pairs) [mates[a], mates[b]] = [b, a];
      return mates;
    };
    const good = acyclicMatching(complex, matched([1, edge(0, 1)], [2, edge(1, 2)]));
    expect(morseComplex(complex, good).critical).toEqual([[0], [edge(0, 2)]]);
    expect(() =>
      acyclicMatching(complex, matched([0, edge(0, 1)], [1, edge(1, 2)], [2, edge(0, 2)])),
    ).toThrow("a cycle");
    expect(() => acyclicMatching(complex, matched([0, edge(1, 2)]))).toThrow(RangeError);
    expect(() => acyclicMatching(complex, Int32Array.of(edge(0, 1), -1, -1, -1, -1, -1))).toThrow(RangeError);
    const { mates, order } = good;
    for (const [planted, message] of [
      [order.toReversed(), "before its facet"],
      [order.slice(1), "not an order of 6 cells"],
      [order.with(5, 0), "cell 0 appears twice"],
      [Uint32Array.of(0, 1, 2, edge(0, 1), edge(1, 2), edge(0, 2)), "is not the partner of 1"],
    ] as const)
      expect(() => {
        requireAcyclic(complex, { mates, order: planted });
      }).toThrow(message);
  });

  it("of a pair whose incidence is not ±1 makes no Morse complex", () => {
    const moore = chainComplexOf([[[]], [[]], [[[0, 2]]]]);
    const matching = { mates: Int32Array.of(-1, 2, 1), order: Uint32Array.of(0, 1, 2) };
    expect(() => morseComplex(moore, matching)).toThrow("incidence 2");
    expect([...coreductions(moore).mates]).toEqual([-1, -1, -1]);
  });
});

describe("a wedge of spheres", () => {
  it("is told from other homology", () => {
    const none = [[], [], []];
    expect(differsFromWedge({ betti: [1, 0, 3], torsion: none }, 2, 3n)).toBeUndefined();
    expect(differsFromWedge({ betti: [4], torsion: [[]] }, 0, 3n)).toBeUndefined();
    expect(differsFromWedge({ betti: [1, 0, 3], torsion: none }, 2, 4n)).toBe("H_2 is Z^3, not Z^4");
    expect(differsFromWedge({ betti: [2, 0, 3], torsion: none }, 2, 3n)).toBe("H_0 is Z^2, not Z^1");
    expect(differsFromWedge({ betti: [1], torsion: [[]] }, 1, 1n)).toBe("H_1 is Z^0, not Z^1");
    expect(differsFromWedge({ betti: [1, 0, 3], torsion: [[], [2n, 4n], []] }, 2, 3n)).toBe(
      "H_1 is Z^0 + Z/2 + Z/4, not Z^0",
    );
  });
});
