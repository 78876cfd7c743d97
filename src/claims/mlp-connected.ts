import { factorial } from "../combinatorics/counts/factorial.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { meetingCriterion } from "../combinatorics/partitions/meetingCriterion.js";
import { IntersectionGraph } from "../manifold/graph/intersectionGraph.js";
import { randomMultiLayer } from "../network/randomMultiLayer.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { multiLayerInstanceCount, multiLayerInstances } from "./instances/multiLayerInstances.js";
import { MEASURED, checkLength, lengthCases } from "./instances/layerLengths.js";
import { type LayerWidths, layerWidths, overLayers, widthsName } from "./instances/layerWidths.js";
import { type Tuple, TupleGraph, allTuples, tupleName } from "./instances/tupleGraph.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

export const claim: Claim = {
  id: "mlp-connected",
  title: "One extra neuron in each layer connects all minima",
  statement:
    "If m_ℓ > r_ℓ in every hidden layer, Θ is connected, as is the set of all networks of its function for " +
    "every activation: a polyline leads from each of the ∏ r_ℓ! permuted minima to every other. In general " +
    "there are ∏ r_ℓ! components, the product over the layers with m_ℓ = r_ℓ. The least number of segments " +
    "in Θ, for expansion from the last layer to the first, is the maximum over the layers of that of a " +
    "two-layer network",
  source: "Şimşek et al. 2021, §5",
  hypotheses: ["θ irreducible in every hidden layer"],
  provedInPart: {
    part: "Θ is connected, m_ℓ > r_ℓ",
    leavesOpen:
      "all networks of its function; networks with biases; the number of components if some m_ℓ = r_ℓ; and the " +
      "least number of segments",
  },
  evidence: [
    everyCase("meetings", {
      what:
        "Γ_P and Γ_Q intersect if and only if Φ_P and Φ_Q do, by exact linear algebra on their equations, " +
        "and if and only if P_ℓ and Q_ℓ satisfy the meeting criterion in every layer; distances in the " +
        "graph are maxima over the layers",
      range: (maxM) => `all pairs of tuples, ${rangeOf(maxM)}, one random θ each`,
      expected: (maxM) => sumOverSmall(maxM, (widths) => overLayers(widths, labelledPartitionCount) ** 2n),
      cases: tuplePairs,
      check: checkTuplePair,
    }),
    everyCase("components", {
      what:
        "the graphs of all Γ_P and of all Φ_P, by exact linear algebra, have ∏ r_ℓ! components, the " +
        "product over the layers with m_ℓ = r_ℓ: one if every layer has an extra unit",
      range: (maxM) => `all widths, ${rangeOf(maxM)}, one random θ each`,
      expected: (maxM) => sumOverSmall(maxM, () => 1n),
      cases: componentCases,
      check: checkComponents,
    }),
    everyCase("lengths", {
      what:
        "the path lies in Θ, and has the least number of segments that the graph of all subspaces allows, " +
        "by exact linear algebra",
      range:
        "from a point of every subspace that lies in several subspaces to one of every subspace, (1-1, " +
        "2-2) with biases and (1-2, 2-3)",
      expected: MEASURED.reduce((sum, widths) => sum + overLayers(widths, labelledPartitionCount) ** 2n, 0n),
      cases: (_, seed) => lengthCases(seed),
      check: checkLength,
    }),
    certificates("certificates", {
      what: "paths between permuted minima, with an extra unit in every hidden layer",
      range:
        "2-2 to 3-3, 3-2 to 4-3 and 2-2-2 to 3-3-3, all orders, and 3-3-3 to 4-4-4, random θ with biases " +
        "and without; the 4-4-4 teacher of the shape of Fig. 1(d,e) to 5-5-5, its deeper weights our choice",
      expected: multiLayerInstanceCount(),
      instances: (_, seed) => multiLayerInstances(seed),
    }),
  ],
  theorems: ["unit_subspaces", "layer_theta_connected"],
};

const MAX_SUBSPACES = 36n;

/** For three and four matrices. */
const MAX_WIDTHS: readonly number[] = [3, 2];

/** All small widths: at most 36 tuples. */
function* smallWidths(maxM: number): Generator<LayerWidths> {
  for (const [index, bound] of MAX_WIDTHS.entries()) {
    for (const widths of layerWidths(index + 2, Math.min(bound, maxM))) {
      if (overLayers(widths, labelledPartitionCount) <= MAX_SUBSPACES) yield widths;
    }
  }
}

/** Two tuples: whether their subspaces intersect, and their distance, by equations and by the layers. */
export interface TuplePair {
  readonly name: string;
  readonly inManifold: boolean;
  readonly inFibre: boolean;
  readonly byLayers: boolean;
  readonly distance: number;
  /** The maximum over the layers; −1 if one has no path. */
  readonly most: number;
}

/** The subspaces intersect in Θ, in the fibre and by the layers alike; the distance is the maximum. */
export function checkTuplePair(pair: TuplePair): string | undefined {
  const { name, inManifold, inFibre, byLayers, distance, most } = pair;
  const verb = (intersect: boolean): string => (intersect ? "intersect" : "don't intersect");
  if (inManifold !== byLayers) return `${name}: ${verb(inManifold)} in Θ, ${verb(byLayers)} by the layers`;
  if (inFibre !== byLayers) return `${name}: ${verb(inFibre)} in the fibre, ${verb(byLayers)} by the layers`;
  return distance === most
    ? undefined
    : `${name}: ${distance} edges, not ${most}, the maximum over the layers`;
}

/** The graphs of one choice of widths, by exact linear algebra. */
interface Graphs {
  readonly widths: LayerWidths;
  readonly tuples: readonly Tuple[];
  readonly manifold: TupleGraph;
  readonly fibre: TupleGraph;
}

function graphsOf(widths: LayerWidths, seed: number): Graphs {
  const theta = randomMultiLayer({ widths: [1, ...widths.r, 1], hasBiases: false }, seed);
  const tuples = allTuples(widths.r, widths.m);
  const [manifold, fibre] = (["last to first", "fibre"] as const).map(
    (which) => new TupleGraph(theta, tuples, which),
  );
  if (manifold === undefined || fibre === undefined) throw new RangeError("no graphs");
  return { widths, tuples, manifold, fibre };
}

function* tuplePairs(maxM: number, seed: number): Generator<TuplePair> {
  for (const widths of smallWidths(maxM)) {
    const { tuples, manifold, fibre } = graphsOf(widths, seed);
    const layers = widths.r.map((r, layer) => distancesIn(r, entry(widths.m, layer)));
    for (const [i, p] of tuples.entries()) {
      const distances = manifold.distancesFrom([i]);
      for (const [j, q] of tuples.entries()) {
        const lengths = p.map((partition, layer) => entry(layers, layer)(partition, entry(q, layer)));
        yield {
          name: `${tupleName(p)} and ${tupleName(q)}`,
          inManifold: i === j || manifold.joins(i, j),
          inFibre: i === j || fibre.joins(i, j),
          byLayers: p.every((partition, layer) => meetingCriterion(partition, entry(q, layer))),
          distance: entry(distances, j),
          most: lengths.includes(-1) ? -1 : Math.max(...lengths),
        };
      }
    }
  }
}

/** Distances in the intersection graph of two layers. */
function distancesIn(r: number, m: number): (p: LabelledPartition, q: LabelledPartition) => number {
  const graph = new IntersectionGraph(r, m);
  const from = new Map<string, Int32Array | readonly number[]>();
  return (p, q) => {
    const distances = from.get(p.key) ?? graph.distancesFrom(graph.vertexOf(p));
    from.set(p.key, distances);
    return entry(distances, graph.vertexOf(q));
  };
}

/** Numbers of connected components. */
export interface ComponentCase {
  readonly name: string;
  readonly inManifold: number;
  readonly inFibre: number;
  readonly expected: bigint;
}

/** Both numbers of components are ∏ r_ℓ! over the layers without an extra unit. */
export function checkComponents({ name, inManifold, inFibre, expected }: ComponentCase): string | undefined {
  if (BigInt(inManifold) === expected && inManifold === inFibre) return undefined;
  return `${name}: ${inManifold} components of Θ, ${inFibre} of the fibre, expected ${expected}`;
}

function* componentCases(maxM: number, seed: number): Generator<ComponentCase> {
  for (const widths of smallWidths(maxM)) {
    const { manifold, fibre } = graphsOf(widths, seed);
    yield {
      name: widthsName(widths),
      inManifold: manifold.components,
      inFibre: fibre.components,
      expected: overLayers(widths, (r, m) => (m === r ? factorial(r) : 1n)),
    };
  }
}

function sumOverSmall(maxM: number, count: (widths: LayerWidths) => bigint): bigint {
  let sum = 0n;
  for (const widths of smallWidths(maxM)) sum += count(widths);
  return sum;
}

function rangeOf(maxM: number): string {
  const bounds = MAX_WIDTHS.map((bound) => Math.min(bound, maxM));
  const [three, four] = [entry(bounds, 0), entry(bounds, 1)];
  return `1 ≤ r_ℓ ≤ m_ℓ, m_ℓ ≤ ${three} for L = 3, m_ℓ ≤ ${four} for L = 4, with at most ${MAX_SUBSPACES} tuples`;
}
