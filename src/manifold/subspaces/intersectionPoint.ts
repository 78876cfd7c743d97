import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { join, type JoinBlock } from "../../combinatorics/partitions/join.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Neuron, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * A network in both Γ_P(θ^r) and Γ_Q(θ^r), undefined if they don't meet: a corner of polylines in Θ.
 *
 * Each block of the join P ∨ Q is a connected bipartite graph: its blocks of P and of Q are the nodes, each
 * asking for a total outgoing vector, and its neurons are the edges. Neurons off a spanning tree get 0;
 * peeling leaves then fixes the others, and the totals agree at the last node as both sides ask for the same.
 *
 * @param theta an irreducible network of width r.
 * @throws RangeError if P and Q have different sizes r or m.
 * @example intersectionPoint(theta, LabelledPartition.of([1, 1], 1), LabelledPartition.of([1, 0], 1))?.neurons[1]?.outgoing.key === "0"
 */
export function intersectionPoint(
  theta: TwoLayerNetwork,
  p: LabelledPartition,
  q: LabelledPartition,
): TwoLayerNetwork | undefined {
  if (!meetingCriterion(p, q)) return undefined;
  const units = new Array<Neuron>(p.m);
  for (const block of join(p, q)) {
    const incoming = unitAt(theta, block.labelsInP[0])?.incoming ?? RationalVector.zero(theta.inputDimension);
    for (const [neuron, outgoing] of outgoingOf(theta, p, q, block)) units[neuron] = { incoming, outgoing };
  }
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}

/** A block of P or Q within a join block: what it still asks for, and its tree edges without a value yet. */
interface Node {
  missing: RationalVector;
  readonly open: Set<number>;
}

/** The blocks of P and of Q that a neuron joins. */
type Ends = (neuron: number) => readonly [string, string];

function outgoingOf(
  theta: TwoLayerNetwork,
  p: LabelledPartition,
  q: LabelledPartition,
  block: JoinBlock,
): Map<number, RationalVector> {
  const nodes = new Map<string, Node>();
  const zero = RationalVector.zero(theta.outputDimension);
  const endsOf: Ends = (neuron) => [`P${p.codes[neuron] ?? 0}`, `Q${q.codes[neuron] ?? 0}`];
  for (const neuron of block.neurons) {
    endsOf(neuron).forEach((name, side) => {
      const label = (side === 0 ? p : q).codes[neuron];
      if (!nodes.has(name))
        nodes.set(name, { missing: unitAt(theta, label)?.outgoing ?? zero, open: new Set() });
    });
  }
  const values = new Map(block.neurons.map((neuron) => [neuron, zero]));
  for (const neuron of spanningTree([...nodes.keys()], block.neurons, endsOf)) {
    for (const name of endsOf(neuron)) nodes.get(name)?.open.add(neuron);
  }
  for (let leaf = leafOf(nodes); leaf !== undefined; leaf = leafOf(nodes)) {
    const [neuron = 0] = leaf.open;
    const value = leaf.missing;
    values.set(neuron, value);
    for (const name of endsOf(neuron)) {
      const node = nodes.get(name);
      if (node === undefined) continue;
      node.missing = node.missing.minus(value);
      node.open.delete(neuron);
    }
  }
  return values;
}

/** Neurons that join what earlier ones left apart. */
function spanningTree(names: readonly string[], neurons: readonly number[], endsOf: Ends): number[] {
  const components = new DisjointSets(names.length);
  return neurons.filter((neuron) => {
    const [left, right] = endsOf(neuron);
    return components.union(names.indexOf(left), names.indexOf(right));
  });
}

function leafOf(nodes: ReadonlyMap<string, Node>): Node | undefined {
  for (const node of nodes.values()) if (node.open.size === 1) return node;
  return undefined;
}

function unitAt(theta: TwoLayerNetwork, label: number | undefined): Neuron | undefined {
  return label === undefined || label < 1 ? undefined : theta.neurons[label - 1];
}
