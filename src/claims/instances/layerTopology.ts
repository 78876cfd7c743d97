import { labelledPartitionCount } from "../../combinatorics/counts/labelledPartitionCount.js";
import { sphereCount } from "../../combinatorics/counts/sphereCount.js";
import { type Homology, homology } from "../../manifold/topology/homology.js";
import type { LayerManifold } from "../../manifold/layers/layerBlock.js";
import { multiLayerSubspace } from "../../manifold/layers/multiLayerSubspace.js";
import { intersectionPoset } from "../../manifold/topology/intersectionPoset.js";
import { type Poset, maximalElements, orderComplex } from "../../manifold/topology/poset.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import { entry } from "../../exact/entry.js";
import type { Evidence } from "../evidence/claim.js";
import { allTuples } from "./tupleGraph.js";
import { everyCase } from "../evidence/everyCase.js";

/** Widths r_ℓ and m_ℓ of the hidden layers, and the manifold. */
export interface LayerTopologyCase {
  readonly r: readonly number[];
  readonly m: readonly number[];
  readonly manifold: LayerManifold;
}

const SEED = 1;

/**
 * The last is a product of two circles. The fibre's flats at that size are left out: they take as long again.
 */
export const LAYER_CASES: readonly LayerTopologyCase[] = [
  ...(["last to first", "fibre"] as const).flatMap((manifold) => [
    { r: [1, 1], m: [2, 2], manifold },
    { r: [1, 2], m: [2, 3], manifold },
    { r: [2, 1], m: [3, 2], manifold },
  ]),
  { r: [2, 2], m: [3, 3], manifold: "last to first" },
];

/** All intersections of the subspaces of tuples, for a network with one input and one output. */
export function layerMeetings({ r, m, manifold }: LayerTopologyCase): Poset {
  const theta = randomMultiLayer({ widths: [1, ...r, 1], hasBiases: false }, SEED);
  return intersectionPoset(allTuples(r, m).map((tuple) => multiLayerSubspace(theta, tuple, manifold)));
}

/** Coefficients of ∏ (1 + β(r_ℓ,m_ℓ)·t^{m_ℓ−r_ℓ}), the Betti numbers of a product of wedges of spheres. */
export function productOfWedges(r: readonly number[], m: readonly number[]): bigint[] {
  return r.reduce<bigint[]>(
    (product, labels, layer) => {
      const width = entry(m, layer);
      const spheres = sphereCount(labels, width);
      const shifted = product.map((coefficient) => coefficient * spheres);
      const sum = [...product, ...new Array<bigint>(width - labels).fill(0n)];
      shifted.forEach((coefficient, d) => {
        sum[d + width - labels] = entry(sum, d + width - labels) + coefficient;
      });
      return sum;
    },
    [1n],
  );
}

/**
 * The homology of a product of wedges of spheres, one for each hidden layer, and as many maximal flats as
 * tuples.
 */
export function checkLayerTopology({ r, m, manifold }: LayerTopologyCase, poset: Poset): string | undefined {
  const name = `${manifold}, widths ${r.join("-")} to ${m.join("-")}`;
  const maximal = BigInt(maximalElements(poset).length);
  const tuples = r.reduce(
    (product, labels, layer) => product * labelledPartitionCount(labels, entry(m, layer)),
    1n,
  );
  if (maximal !== tuples) return `${name}: ${maximal} maximal flats, not ${tuples}`;
  const difference = differsFrom(productOfWedges(r, m), homology(orderComplex(poset)));
  return difference === undefined ? undefined : `${name}: ${difference}`;
}

function differsFrom(due: readonly bigint[], { betti, torsion }: Homology): string | undefined {
  for (let d = 0; d < Math.max(betti.length, due.length); d += 1) {
    const [rank, wanted] = [
      d < betti.length ? BigInt(entry(betti, d)) : 0n,
      d < due.length ? entry(due, d) : 0n,
    ];
    if (rank !== wanted) return `H_${d} has rank ${rank}, not ${wanted}`;
    if (d < torsion.length && entry(torsion, d).length > 0) return `H_${d} has torsion ${String(torsion[d])}`;
  }
  return undefined;
}

export const layerTopology: Evidence = everyCase("layers", {
  what:
    "several layers: all intersections of the subspaces, by linear algebra, have the homology of a " +
    "product of wedges, one for each hidden layer (for two layers with β = 1 a torus)",
  range: () =>
    LAYER_CASES.map(({ r, m, manifold }) => `${r.join("-")} → ${m.join("-")} ${manifold}`).join(", "),
  expected: () => BigInt(LAYER_CASES.length),
  cases: () => LAYER_CASES,
  check: (item) => checkLayerTopology(item, layerMeetings(item)),
});
