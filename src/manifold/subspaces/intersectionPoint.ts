import { entry } from "../../exact/entry.js";
import { speaking } from "../../exact/plainJavaScript.js";
import { DisjointSets } from "../../combinatorics/disjointSets.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { join, meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork, Unit } from "../../network/twoLayerNetwork.js";

/**
 * A network in both Γ_P(θ^r) and Γ_Q(θ^r); undefined if they don't intersect. It serves as a corner of
 * polylines in Θ.
 *
 * Each block of the join P ∨ Q is a connected bipartite graph: its blocks of P and of Q are the nodes, each
 * of which requires a total outgoing vector, and its units are the edges. Units outside a spanning tree get
 * 0. Removing leaves one by one then determines the others, and the total of the last node is right, since
 * both sides require the same total.
 *
 * @param theta an irreducible network of width r.
 * @throws RangeError if P and Q have different sizes r or m.
 * @example intersectionPoint(theta, LabelledPartition.of([1, 1], 1), LabelledPartition.of([1, 0], 1))
 *   ?.units[1]?.outgoing.key === "0"
 */
export function intersectionPoint(
  theta: TwoLayerNetwork,
  p: LabelledPartition,
  q: LabelledPartition,
): TwoLayerNetwork | undefined {
  if (!meetingCriterion(p, q)) return undefined;
  const units = new Array<Unit>(p.m);
  const silence = RationalVector.zero(theta.outputDimension);
  const still = { incoming: RationalVector.zero(theta.inputDimension), outgoing: silence };
  for (const block of join(p, q)) {
    // As P and Q intersect, a block of the join has at most one label, and the same in both.
    const [label] = block.labelsInP;
    const { incoming, outgoing: total } = label === undefined ? still : entry(theta.units, label - 1);
    const nodes = new Map<string, Node>();
    const nodeOf = (name: string, code: number): Node => {
      const missing = code > 0 ? total : silence;
      const node = nodes.get(name) ?? { place: nodes.size, missing, open: new Set() };
      nodes.set(name, node);
      return node;
    };
    const edges = block.units.map((unit): Edge => {
      const [left, right] = [entry(p.codes, unit), entry(q.codes, unit)];
      return { unit, ends: [nodeOf(`P${left}`, left), nodeOf(`Q${right}`, right)], outgoing: silence };
    });
    distribute(edges, nodes.size);
    for (const { unit, outgoing } of edges) units[unit] = { incoming, outgoing };
  }
  return speaking({ ...theta, units });
}

/** A block of P or Q: the total that is still missing, and its tree edges without a value. */
interface Node {
  readonly place: number;
  missing: RationalVector;
  readonly open: Set<Edge>;
}

/** A unit, which joins a block of P and a block of Q. */
interface Edge {
  readonly unit: number;
  readonly ends: readonly [Node, Node];
  outgoing: RationalVector;
}

/** Gives the edges of a spanning tree the values that the totals of the nodes require. */
function distribute(edges: readonly Edge[], nodeCount: number): void {
  const components = new DisjointSets(nodeCount);
  const tree = edges.filter(({ ends: [left, right] }) => components.union(left.place, right.place));
  for (const edge of tree) for (const node of edge.ends) node.open.add(edge);
  const leaves = tree.flatMap(({ ends }) => ends).filter(({ open }) => open.size === 1);
  // The list grows meanwhile: what remains without a leaf has new ones.
  for (const leaf of leaves) {
    for (const edge of [...leaf.open]) {
      edge.outgoing = leaf.missing;
      for (const node of edge.ends) {
        node.missing = node.missing.minus(edge.outgoing);
        node.open.delete(edge);
        if (node.open.size === 1) leaves.push(node);
      }
    }
  }
}
