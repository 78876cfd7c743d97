import { entry } from "../../exact/entry.js";
import { type ChainComplex, type Facet, chainComplexOf } from "../../manifold/topology/chainComplex.js";
import { type Homology, homology } from "../../manifold/topology/homology.js";
import { differsFromWedge } from "../../manifold/topology/wedgeOfSpheres.js";
import type { Evidence } from "../evidence/claim.js";
import { everyCase } from "../evidence/everyCase.js";

/** A space that is not a wedge of spheres, and its homology by Hatcher, Algebraic Topology, 2002, §2.2. */
export interface TorsionControl {
  readonly name: string;
  readonly complex: ChainComplex;
  readonly known: Homology;
}

/** Triangles of the projective plane on six vertices, each two of which are joined by an edge. */
const PLANE = [123, 134, 145, 156, 126, 235, 245, 246, 346, 356].map((triangle) =>
  Array.from(triangle.toString(), (vertex) => Number(vertex) - 1),
);

function projectivePlane(): ChainComplex {
  const vertices = [0, 1, 2, 3, 4, 5];
  const edges = vertices.flatMap((i) => vertices.filter((j) => j > i).map((j) => [i, j] as const));
  const edgeNames = edges.map(String);
  return chainComplexOf([
    vertices.map(() => []),
    edges.map(([i, j]): Facet[] => [
      [i, -1],
      [j, 1],
    ]),
    PLANE.map((triangle) =>
      triangle.map((vertex, place): Facet => {
        const edge = triangle.filter((other) => other !== vertex);
        return [edgeNames.indexOf(String(edge)), place === 1 ? -1 : 1];
      }),
    ),
  ]);
}

/** Spaces with torsion of several orders: triangulated, and with cells whose incidence numbers are not ±1. */
export function torsionControls(): TorsionControl[] {
  return [
    {
      name: "the projective plane on six vertices",
      complex: projectivePlane(),
      known: { betti: [1, 0, 0], torsion: [[], [2n], []] },
    },
    {
      name: "the Klein bottle",
      complex: chainComplexOf([[[]], [[], []], [[[0, 2]]]]),
      known: { betti: [1, 1, 0], torsion: [[], [2n], []] },
    },
    {
      name: "the lens space L(5,1)",
      complex: chainComplexOf([[[]], [[]], [[[0, 5]]], [[]]]),
      known: { betti: [1, 0, 0, 1], torsion: [[], [5n], [], []] },
    },
    {
      // Z/4 + Z/6 = Z/2 + Z/12.
      name: "two discs on circles, wound four and six times",
      complex: chainComplexOf([[[]], [[], []], [[[0, 4]], [[1, 6]]]]),
      known: { betti: [1, 0, 0], torsion: [[], [2n, 12n], []] },
    },
  ];
}

/** The groups are those of the textbooks, and the comparison with spheres objects to their torsion. */
export function checkTorsion({ name, known }: TorsionControl, computed: Homology): string | undefined {
  const groups = ({ betti, torsion }: Homology): string =>
    betti
      .map((rank, d) => [`Z^${rank}`, ...entry(torsion, d).map((order) => `Z/${order}`)].join(" + "))
      .join(", ");
  if (groups(computed) !== groups(known)) return `${name} has ${groups(computed)}, not ${groups(known)}`;
  const dimension = Math.max(0, ...computed.betti.flatMap((rank, d) => (rank > 0 && d > 0 ? [d] : [])));
  const spheres = dimension === 0 ? 0n : BigInt(entry(computed.betti, dimension));
  const objection = differsFromWedge(computed, dimension, spheres);
  return objection?.includes("Z/") === true ? undefined : `${name} passes as a wedge of spheres`;
}

/** The homology of spaces with torsion shows it: else "no torsion" would mean nothing. */
export const torsionEvidence: Evidence = everyCase("torsion", {
  what: "the same algorithm finds torsion where there is some, and does not take it for a wedge of spheres",
  range: "the projective plane, the Klein bottle, a lens space, and a sum of Z/4 and Z/6",
  expected: 4n,
  cases: torsionControls,
  check: (control) => checkTorsion(control, homology(control.complex)),
});
