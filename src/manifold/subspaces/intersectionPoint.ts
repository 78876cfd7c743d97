import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/requireArguments.js";
import { DisjointSets } from "../../combinatorics/disjointSets.js";
import { join, type JoinBlock } from "../../combinatorics/partitions/join.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * A network in both Γ_P(θ^r) and Γ_Q(θ^r); undefined if they don't meet. It serves as a corner of polylines
 * in Θ.
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
  requireArguments({ network: { theta }, partition: { p, q } });
  if (!meetingCriterion(p, q)) return undefined;
  const units = new Array<Unit>(p.m);
  const origin = RationalVector.zero(theta.inputDimension);
  for (const block of join(p, q)) {
    // As P and Q meet, a block of the join has at most one label, and the same in both.
    const [label] = block.labelsInP;
    const incoming = label === undefined ? origin : entry(theta.units, label - 1).incoming;
    for (const [unit, outgoing] of outgoingOf(theta, p, q, block)) units[unit] = { incoming, outgoing };
  }
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}

/**
 * A block of P or Q within a join block: the total that is still missing, and its tree edges without a value.
 */
interface Node {
  missing: RationalVector;
  readonly open: Set<number>;
}

/** The blocks of P and of Q that a unit joins. */
type Ends = (unit: number) => readonly [string, string];

function outgoingOf(
  theta: TwoLayerNetwork,
  p: LabelledPartition,
  q: LabelledPartition,
  block: JoinBlock,
): Map<number, RationalVector> {
  const nodes = new Map<string, Node>();
  const zero = RationalVector.zero(theta.outputDimension);
  const endsOf: Ends = (unit) => [`P${entry(p.codes, unit)}`, `Q${entry(q.codes, unit)}`];
  const nodeOf = (name: string): Node => {
    const node = nodes.get(name);
    if (node === undefined) throw new RangeError(`no block ${name}`);
    return node;
  };
  for (const unit of block.units) {
    endsOf(unit).forEach((name, side) => {
      const code = entry((side === 0 ? p : q).codes, unit);
      const missing = code > 0 ? entry(theta.units, code - 1).outgoing : zero;
      if (!nodes.has(name)) nodes.set(name, { missing, open: new Set() });
    });
  }
  const values = new Map(block.units.map((unit) => [unit, zero]));
  for (const unit of spanningTree([...nodes.keys()], block.units, endsOf)) {
    for (const name of endsOf(unit)) nodeOf(name).open.add(unit);
  }
  for (let leaf = leafOf(nodes); leaf !== undefined; leaf = leafOf(nodes)) {
    const value = leaf.missing;
    // A leaf has one open edge.
    for (const unit of [...leaf.open]) {
      values.set(unit, value);
      for (const name of endsOf(unit)) {
        const node = nodeOf(name);
        node.missing = node.missing.minus(value);
        node.open.delete(unit);
      }
    }
  }
  return values;
}

/** The units that connect components which earlier units left separate. */
function spanningTree(names: readonly string[], units: readonly number[], endsOf: Ends): number[] {
  const components = new DisjointSets(names.length);
  return units.filter((unit) => {
    const [left, right] = endsOf(unit);
    return components.union(names.indexOf(left), names.indexOf(right));
  });
}

function leafOf(nodes: ReadonlyMap<string, Node>): Node | undefined {
  for (const node of nodes.values()) if (node.open.size === 1) return node;
  return undefined;
}
