import { sphereCount } from "../../combinatorics/counts/sphereCount.js";
import { counted } from "../../exact/counted.js";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { homology } from "../../manifold/topology/homology.js";
import { PlacementComplex } from "../../manifold/topology/placementComplex.js";
import { csvOf } from "../../pictures/csv.js";
import { toldSvgOf } from "../../pictures/picture.js";
import {
  type Label,
  type Place,
  type Shape,
  areaOf,
  disc,
  lineThrough,
  shapesPicture,
} from "../../pictures/shapes.js";
import type { Chosen, DrawnFigure, Drawing } from "../data/drawnFigure.js";
import { textOf } from "./chosen.js";

/** Sizes whose complexes can be seen in a picture; the cuboctahedron, a sphere, is first. */
const SIZES = ["2, 4", "1, 2", "1, 3", "1, 4", "2, 3", "3, 4"];

/** The cell complex to which the expansion manifold is homotopy equivalent, with its homology. */
export const topology: DrawnFigure = {
  name: "topology",
  fields: [{ name: "r, m", label: "r, m", value: entry(SIZES, 0), options: SIZES }],
  draw,
};

async function draw(chosen: Chosen): Promise<Drawing> {
  const size = textOf(chosen, "r, m");
  if (!SIZES.includes(size))
    throw new InputError(`(${size}) is not drawn`, `choose one of ${SIZES.join("; ")}`);
  const [r, m] = size.split(", ").map(Number) as [number, number];
  const complex = new PlacementComplex(r, m);
  const { betti, torsion } = homology(complex);
  const cells = complex.starts.slice(1).map((end, d) => end - entry(complex.starts, d));
  const groups = betti.map((rank, d) => {
    const factors = entry(torsion, d).map((factor) => ` + Z/${factor}`);
    return `H${subscript(d)} = ${rank === 0 ? "0" : rank === 1 ? "Z" : `Z^${rank}`}${factors.join("")}`;
  });
  const spheres = sphereCount(r, m);
  const title = `What the expansion manifold looks like up to homotopy, for r = ${r}, m = ${m}`;
  const description =
    `A complex of ${cells.map((count, d) => `${count} cells of dimension ${d}`).join(", ")}; a point is a way to ` +
    `place the ${r} neurons in ${m} units, a cell has several units for a neuron. Drawn up to dimension 2, as a ` +
    `projection. Its homology, computed from these cells: ${groups.join(", ")}. By ext-topology it is a wedge of ` +
    `${counted(Number(spheres), "sphere")} of dimension ${m - r}${spheres === 0n ? ", so contractible" : ""}.`;
  const places = placesOf(complex);
  return {
    title,
    description,
    command: `equiloss topology ${r} ${m}`,
    svg: await toldSvgOf(
      shapesPicture({
        ...{ title, description, size: [SIDE, SIDE], shapes: shapesOf(complex, places) },
        labels: labelsOf(complex, places),
      }),
    ),
    csv: csvOf({
      head: ["dimension", "cells", "Betti number", "torsion"],
      rows: cells.map((count, d) => [
        ...[d, count, entry(betti, d)].map(String),
        entry(torsion, d).join(" "),
      ]),
    }),
  };
}

const subscript = (digit: number): string => entry("₀₁₂₃₄".split(""), digit);

const SIDE = 460;

/**
 * Where units are in space: four corners of a tetrahedron, so that for r = 2 a point i→1, j→2 is at e_i − e_j
 * and the cells are faces of a polytope; of three neurons the third goes half as far.
 */
const CORNERS = [
  [1, 1, 1],
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
] as const;

/** The share of a label's corner in a place. */
const SHARES = [1, -1, 0.45] as const;

/** How a point of space is seen, from the side and a little from above. */
const SEEN = [
  [0.83, 0.5, -0.24],
  [-0.12, 0.59, 0.8],
] as const;

function placesOf(complex: PlacementComplex): Place[] {
  const seen = Array.from({ length: entry(complex.starts, 1) }, (_, cell): Place => {
    const map = [...complex.mapOf(cell)];
    const at = [0, 1, 2].map((axis) =>
      map.reduce(
        (sum, label, unit) =>
          label === 0 ? sum : sum + entry(SHARES, label - 1) * entry(entry(CORNERS, unit), axis),
        0,
      ),
    );
    const along = (view: readonly number[]): number =>
      view.reduce((sum, share, axis) => sum + share * entry(at, axis), 0);
    return [along(SEEN[0]), along(SEEN[1])];
  });
  const most = Math.max(...seen.flat().map(Math.abs));
  const scale = (SIDE / 2 - 36) / most;
  return seen.map(([x, y]) => [SIDE / 2 + scale * x, SIDE / 2 - scale * y]);
}

function shapesOf(complex: PlacementComplex, places: readonly Place[]): Shape[] {
  const cellsOf = (d: number): number[] => {
    const [from, to] = [complex.starts[d], complex.starts[d + 1]];
    return from === undefined || to === undefined
      ? []
      : Array.from({ length: to - from }, (_, index) => from + index);
  };
  const cornersOf = (cell: number): number[] => {
    const facets = [...complex.facets.subarray(complex.offsets[cell], complex.offsets[cell + 1])];
    return facets.length === 0 ? [cell] : [...new Set(facets.flatMap(cornersOf))];
  };
  const told = (cell: number, d: number): string => {
    const map = [...complex.mapOf(cell)];
    const words = Array.from({ length: complex.r }, (_, label) => {
      const units = map.flatMap((own, unit) => (own === label + 1 ? [unit + 1] : []));
      return `neuron ${label + 1} in ${units.join(" and ")}`;
    });
    return `${entry(NAMES, d)} (${map.join(" ")}): ${words.join(", ")}`;
  };
  return [
    ...cellsOf(2).map((cell) => ({
      path: areaOf(around(cornersOf(cell).map((corner) => entry(places, corner)))),
      fill: "#0072b2",
      opacity: 0.16,
      told: told(cell, 2),
    })),
    ...cellsOf(1).map((cell) => ({
      path: lineThrough(cornersOf(cell).map((corner) => entry(places, corner))),
      stroke: "#444",
      strokeWidth: 2,
      told: told(cell, 1),
    })),
    ...cellsOf(0).map((cell) => ({
      path: disc(entry(places, cell), 5),
      fill: "#d55e00",
      told: told(cell, 0),
    })),
  ];
}

const NAMES = ["point", "edge", "face"] as const;

/** Corners of a convex face, in their order around it. */
function around(corners: readonly Place[]): Place[] {
  const middle = (place: 0 | 1): number =>
    corners.reduce((sum, corner) => sum + corner[place], 0) / corners.length;
  const [x, y] = [middle(0), middle(1)];
  const angle = (corner: Place): number => Math.atan2(corner[1] - y, corner[0] - x);
  return [...corners].sort((one, other) => angle(one) - angle(other));
}

function labelsOf(complex: PlacementComplex, places: readonly Place[]): Label[] {
  return places.map(([x, y], cell) => {
    const [dx, dy] = [x - SIDE / 2, y - SIDE / 2];
    const length = Math.max(1, Math.hypot(dx, dy));
    const text = [...complex.mapOf(cell)].join("");
    return { at: [x + (20 * dx) / length, y + (16 * dy) / length], text };
  });
}
