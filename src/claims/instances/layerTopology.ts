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
import { everyCase } from "../evidence/everyCase.js";
import { type LayerWidths, overLayers } from "./layerWidths.js";
import { allTuples } from "./tupleGraph.js";

/** Widths of the hidden layers, and the manifold. */
export interface LayerTopologyCase extends LayerWidths {
  readonly manifold: LayerManifold;
}

const SEED = 1;

/** The last is a product of two circles; without the fibre's flats there, which take as long again. */
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
export function productOfWedges({ r, m }: LayerWidths): bigint[] {
  return r.reduce<bigint[]>(
    (product, labels, layer) => {
      const width = entry(m, layer);
      const spheres = sphereCount(labels, width);
      const shift = width - labels;
      return Array.from({ length: product.length + shift }, (_, d) => {
        const lower = d < shift ? 0n : spheres * entry(product, d - shift);
        return d < product.length ? entry(product, d) + lower : lower;
      });
    },
    [1n],
  );
}

/** The homology of a product of wedges of spheres, one per hidden layer, and a maximal flat per tuple. */
export function checkLayerTopology(item: LayerTopologyCase, poset: Poset): string | undefined {
  const name = `${item.manifold}, widths ${item.r.join("-")} to ${item.m.join("-")}`;
  const maximal = BigInt(maximalElements(poset).length);
  const tuples = overLayers(item, labelledPartitionCount);
  if (maximal !== tuples) return `${name}: ${maximal} maximal flats, not ${tuples}`;
  const difference = differsFrom(productOfWedges(item), homology(orderComplex(poset)));
  return difference === undefined ? undefined : `${name}: ${difference}`;
}

function differsFrom(expected: readonly bigint[], { betti, torsion }: Homology): string | undefined {
  for (let d = 0; d < Math.max(betti.length, expected.length); d += 1) {
    const rank = d < betti.length ? BigInt(entry(betti, d)) : 0n;
    const product = d < expected.length ? entry(expected, d) : 0n;
    if (rank !== product) return `H_${d} has rank ${rank}, not ${product}`;
    if (d < torsion.length && entry(torsion, d).length > 0) return `H_${d} has torsion ${String(torsion[d])}`;
  }
  return undefined;
}

export const layerTopology: Evidence = everyCase("layers", {
  what:
    "several layers: all intersections of the subspaces, by linear algebra, have the homology of a " +
    "product of wedges, one for each hidden layer (for two layers with β = 1 a torus)",
  range: LAYER_CASES.map(({ r, m, manifold }) => `${r.join("-")} → ${m.join("-")} ${manifold}`).join(", "),
  expected: BigInt(LAYER_CASES.length),
  cases: () => LAYER_CASES,
  check: (item) => checkLayerTopology(item, layerMeetings(item)),
});
