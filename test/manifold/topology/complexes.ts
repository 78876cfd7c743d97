import {
  type ChainComplex,
  type Facet,
  chainComplexOf,
} from "../../../src/manifold/topology/chainComplex.js";
import type { Homology } from "../../../src/manifold/topology/homology.js";
import { invariantFactors } from "../../../src/exact/matrices/smithForm.js";
import { words } from "../../exact/matrices.js";

/** The complex of all faces of some simplices, each a list of vertices. */
export function simplicial(maximal: readonly (readonly number[])[]): ChainComplex {
  const faces = new Map<string, number[]>();
  const add = (simplex: readonly number[]): void => {
    const face = [...simplex].sort((a, b) => a - b);
    if (face.length === 0 || faces.has(face.join())) return;
    faces.set(face.join(), face);
    face.forEach((_, at) => {
      add(face.filter((_vertex, i) => i !== at));
    });
  };
  maximal.forEach(add);
  const simplices = [...faces.values()];
  const length = Math.max(...simplices.map((face) => face.length));
  const levels = Array.from({ length }, (_, d) => simplices.filter((face) => face.length === d + 1));
  const places = levels.map((level) => new Map(level.map((face, place) => [face.join(), place])));
  return chainComplexOf(
    levels.map((level, d) =>
      level.map((face) =>
        d === 0
          ? []
          : face.map((_, at): Facet => [
              places[d - 1]?.get(face.filter((_vertex, i) => i !== at).join()) ?? -1,
              at % 2 === 0 ? 1 : -1,
            ]),
      ),
    ),
  );
}

/** The projective plane on six vertices. */
export const PROJECTIVE_PLANE = ["123", "134", "145", "156", "126", "235", "245", "246", "346", "356"].map(
  (triangle) => Array.from(triangle, Number),
);

/**
 * A square of 3 × 3 vertices with opposite sides glued, one pair of them with a turn for the Klein bottle.
 */
export function gluedSquare(turned: boolean): number[][] {
  const vertex = (i: number, j: number): number =>
    3 * (i % 3) + (turned && i >= 3 ? (3 - (j % 3)) % 3 : j % 3);
  const triangles: number[][] = [];
  for (let i = 0; i < 3; i += 1) {
    for (let j = 0; j < 3; j += 1) {
      triangles.push([vertex(i, j), vertex(i + 1, j), vertex(i + 1, j + 1)]);
      triangles.push([vertex(i, j), vertex(i, j + 1), vertex(i + 1, j + 1)]);
    }
  }
  return triangles;
}

/** Random simplices of up to four vertices among `vertices`. */
export function randomSimplices(vertices: number, count: number, seed: number): number[][] {
  const next = words(seed);
  const below = (bound: number): number => (next() >>> 8) % bound;
  return Array.from({ length: count }, () => [
    ...new Set(Array.from({ length: 1 + below(4) }, () => below(vertices))),
  ]);
}

/** Homology by the Smith form of whole boundary matrices, without any matching. */
export function plainHomology({ starts, offsets, facets, incidences }: ChainComplex): Homology {
  const count = (d: number): number => (starts[d + 1] ?? 0) - (starts[d] ?? 0);
  const factors = Array.from({ length: starts.length }, (_, d) => {
    if (d === 0 || d + 1 >= starts.length) return [];
    const rows = Array.from({ length: count(d) }, (_row, i) => {
      const row = new Array<bigint>(count(d - 1)).fill(0n);
      const cell = (starts[d] ?? 0) + i;
      for (let at = offsets[cell] ?? 0; at < (offsets[cell + 1] ?? 0); at += 1) {
        row[(facets[at] ?? 0) - (starts[d - 1] ?? 0)] = BigInt(incidences[at] ?? 0);
      }
      return row;
    });
    return invariantFactors(rows, count(d - 1));
  });
  const dimensions = starts.slice(1).map((_, d) => d);
  return {
    betti: dimensions.map((d) => count(d) - (factors[d]?.length ?? 0) - (factors[d + 1]?.length ?? 0)),
    torsion: dimensions.map((d) => (factors[d + 1] ?? []).filter((factor) => factor > 1n)),
  };
}
